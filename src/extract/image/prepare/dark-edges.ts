import type { GreyPicture } from '../../../../schemas/picture.js'

/** Points; a rule fills less than half of such a square, the scanner's lid all of it. */
const square = 4
/** Squares are part of the dark edge when their mean is below this. */
const darkest = 110

/** Dark areas that reach in from the picture's edge (the glass beside the sheet, a lid's shadow) become paper. */
export function withoutDarkEdges(image: GreyPicture, dpi: number): GreyPicture {
  const { width, height } = image
  const side = Math.max(3, Math.round((square * dpi) / 72))
  const columns = Math.ceil(width / side)
  const rows = Math.ceil(height / side)
  const dark = (column: number, row: number): boolean => meanOf(image, column, row, side) < darkest
  const reached = spread(columns, rows, dark)
  if (!reached.includes(1)) return image
  const data = Uint8Array.from(image.data)
  const paper = brightnessOf(image)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      if (!isNear(reached, columns, rows, column, row)) continue
      for (let y = row * side; y < Math.min(height, (row + 1) * side); y++)
        data.fill(paper, y * width + column * side, y * width + Math.min(width, (column + 1) * side))
    }
  return { width, height, data }
}

/** The brightness of most of a page's paper. */
export function brightnessOf({ data }: GreyPicture): number {
  const counts = new Uint32Array(256)
  for (let at = 0; at < data.length; at += 61)
    counts[data[at] as number] = (counts[data[at] as number] ?? 0) + 1
  let seen = 0
  for (let value = 255; value > 0; value--) {
    seen += (counts[value] as number) * 61
    if (seen >= 0.4 * data.length) return value
  }
  return 255
}

function meanOf({ width, height, data }: GreyPicture, column: number, row: number, side: number): number {
  let sum = 0
  let count = 0
  for (let y = row * side; y < Math.min(height, (row + 1) * side); y++)
    for (let x = column * side; x < Math.min(width, (column + 1) * side); x++, count++)
      sum += data[y * width + x] as number
  return sum / count
}

/** Squares that dark squares join to the edge. */
function spread(columns: number, rows: number, dark: (column: number, row: number) => boolean): Uint8Array {
  const reached = new Uint8Array(columns * rows)
  const open: [number, number][] = []
  const visit = (column: number, row: number): void => {
    if (column < 0 || row < 0 || column >= columns || row >= rows) return
    if (reached[row * columns + column] === 1 || !dark(column, row)) return
    reached[row * columns + column] = 1
    open.push([column, row])
  }
  for (let column = 0; column < columns; column++) for (const row of [0, rows - 1]) visit(column, row)
  for (let row = 0; row < rows; row++) for (const column of [0, columns - 1]) visit(column, row)
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [column, row] = next
    visit(column - 1, row)
    visit(column + 1, row)
    visit(column, row - 1)
    visit(column, row + 1)
  }
  return reached
}

/** The rim of a dark area is only partly dark. */
function isNear(reached: Uint8Array, columns: number, rows: number, column: number, row: number): boolean {
  for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++)
    for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++)
      if (reached[y * columns + x] === 1) return true
  return false
}
