const farthest = 3
const beyond = 100
const rowOf = (length: number): Uint16Array => new Uint16Array(length + 1)
let rows: [Uint16Array, Uint16Array] = [rowOf(64), rowOf(64)]

/**
 * How many letters must be changed, put in or left out to make one word of another; 100 where lengths differ by more
 * than three.
 */
export function letterDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > farthest) return beyond
  if (b.length >= rows[0].length) rows = [rowOf(b.length), rowOf(b.length)]
  let [above, own] = rows
  for (let column = 0; column <= b.length; column++) above[column] = column
  for (let row = 1; row <= a.length; row++) {
    const letter = a.charCodeAt(row - 1)
    own[0] = row
    for (let column = 1; column <= b.length; column++) {
      const changed = (above[column - 1] as number) + (letter === b.charCodeAt(column - 1) ? 0 : 1)
      const lost = Math.min(above[column] as number, own[column - 1] as number) + 1
      own[column] = Math.min(changed, lost)
    }
    ;[above, own] = [own, above]
  }
  return above[b.length] as number
}
