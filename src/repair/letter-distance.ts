const farthest = 3
const beyond = 100

/** How many letters must be changed, put in or left out to make one word of another; 100 where lengths differ by more than three. */
export function letterDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > farthest) return beyond
  let above = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let row = 1; row <= a.length; row++) {
    const own = [row]
    for (let column = 1; column <= b.length; column++) {
      const differs = a[row - 1] === b[column - 1] ? 0 : 1
      const changed = (above[column - 1] as number) + differs
      const left = (above[column] as number) + 1
      own.push(Math.min(changed, left, (own[column - 1] as number) + 1))
    }
    above = own
  }
  return above[b.length] as number
}
