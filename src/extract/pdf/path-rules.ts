import type { Box, Rules } from '../page/ink.js'
import { apply, applyToBox, type Matrix, scaleOf } from './matrix.js'

/** The path commands of the operator list. */
const moveTo = 0
const lineTo = 1
const curveTo = 2
const quadraticCurveTo = 3
const closePath = 4

/** A filled rectangle up to this thick is a line, a thicker one an area. */
const thickestLine = 3
/** Two ends that differ by less stand on one straight line. */
const askew = 0.6

type Point = [number, number]

/** The straight pieces of a path, in page coordinates, and what it encloses. */
interface Outline {
  pieces: [Point, Point][]
  /** One box for every closed figure of straight pieces. */
  figures: Box[]
}

/** Adds the lines that stroking a path draws. */
export function strokeRules(rules: Rules, path: ArrayLike<number>, matrix: Matrix, lineWidth: number): void {
  const outline = outlineOf(path, matrix)
  const overhang = (lineWidth * scaleOf(matrix)) / 2
  if (overhang > thickestLine) return
  for (const [from, to] of outline.pieces) addPiece(rules, from, to)
}

/** Adds the lines that are filled rectangles, as word processors draw the rules of a table. */
export function fillRules(rules: Rules, path: ArrayLike<number>, matrix: Matrix): void {
  for (const figure of outlineOf(path, matrix).figures) addThinBox(rules, figure)
}

/** A box so thin that it is a line; a dot may be part of a line in either direction. */
export function addThinBox(rules: Rules, [left, top, right, bottom]: Box): void {
  const width = right - left
  const height = bottom - top
  if (height <= thickestLine && width >= height) addHorizontal(rules, (top + bottom) / 2, left, right)
  if (width <= thickestLine && height >= width) addVertical(rules, (left + right) / 2, top, bottom)
}

function addPiece(rules: Rules, [x1, y1]: Point, [x2, y2]: Point): void {
  if (Math.abs(y1 - y2) <= askew && Math.abs(x1 - x2) > askew) addHorizontal(rules, (y1 + y2) / 2, x1, x2)
  else if (Math.abs(x1 - x2) <= askew && Math.abs(y1 - y2) > askew) addVertical(rules, (x1 + x2) / 2, y1, y2)
}

function addHorizontal(rules: Rules, y: number, x1: number, x2: number): void {
  rules.horizontal.push({ at: y, from: Math.min(x1, x2), to: Math.max(x1, x2) })
}

function addVertical(rules: Rules, x: number, y1: number, y2: number): void {
  rules.vertical.push({ at: x, from: Math.min(y1, y2), to: Math.max(y1, y2) })
}

class OutlineReader {
  readonly pieces: [Point, Point][] = []
  readonly figures: Box[] = []
  private start: Point = [0, 0]
  private current: Point = [0, 0]
  private corners: Point[] = []
  private curved = false

  moveTo(point: Point): void {
    this.finish()
    this.start = point
    this.current = point
    this.corners = [point]
  }

  lineTo(point: Point): void {
    this.pieces.push([this.current, point])
    this.current = point
    this.corners.push(point)
  }

  curveTo(point: Point): void {
    this.curved = true
    this.current = point
  }

  close(): void {
    this.lineTo(this.start)
  }

  /** Ends a figure: a rectangle of straight pieces becomes a box. */
  finish(): void {
    if (!this.curved && this.corners.length >= 4) {
      const xs = this.corners.map(([x]) => x)
      const ys = this.corners.map(([, y]) => y)
      this.figures.push([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)])
    }
    this.corners = []
    this.curved = false
  }
}

function outlineOf(path: ArrayLike<number>, matrix: Matrix): Outline {
  const reader = new OutlineReader()
  let index = 0
  const point = (): Point => {
    const x = path[index++] ?? 0
    return apply(matrix, x, path[index++] ?? 0)
  }
  while (index < path.length) {
    const command = path[index++]
    if (command === moveTo) reader.moveTo(point())
    else if (command === lineTo) reader.lineTo(point())
    else if (command === closePath) reader.close()
    else if (command === curveTo || command === quadraticCurveTo) {
      index += command === curveTo ? 4 : 2
      reader.curveTo(point())
    } else break
  }
  reader.finish()
  return reader
}

/** The unit square in which a picture is painted. */
export function imageBox(matrix: Matrix): Box {
  return applyToBox(matrix, [0, 0, 1, 1])
}
