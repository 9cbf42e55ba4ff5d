import type { Box, Glyph, PageInk, Rule, Rules } from '../page/ink.js'
import { type FontTraits, type GraphicsState, initialState, startOfText } from './graphics-state.js'
import { type Matrix, multiply } from './matrix.js'
import { addThinBox, fillRules, imageBox, strokeRules } from './path-rules.js'
import { OPS } from './pdfjs.js'
import { type ShownGlyph, showText } from './text-glyphs.js'

/** The operators of a page, as pdf.js lists them. */
export interface OperatorList {
  fnArray: number[]
  /** Every operator has arguments of its own; pdf.js types none of them. */
  argsArray: unknown[]
}

export type FontLookup = (name: string) => FontTraits | null

/** Runs a page's operators and notes where signs, lines and pictures stand. `view` maps user space to the page. */
export function readInk(
  list: OperatorList,
  view: Matrix,
  size: { width: number; height: number },
  fontOf: FontLookup,
): PageInk {
  const painter = new Painter(view, fontOf)
  for (const [index, operator] of list.fnArray.entries())
    painter.run(operator, (list.argsArray[index] ?? []) as unknown[])
  const { horizontal, vertical } = painter.rules
  return {
    ...size,
    glyphs: painter.glyphs.filter(({ box, baseline }) => [...box, baseline].every(isPlace)),
    rules: { horizontal: horizontal.filter(isDrawn), vertical: vertical.filter(isDrawn) },
    images: painter.images.filter((box) => box.every(isPlace)),
  }
}

/** No sheet is a kilometre long: what claims to stand farther off is a damaged number, and nobody sees it. */
const farthest = 3_000_000

function isPlace(coordinate: number): boolean {
  return Math.abs(coordinate) < farthest
}

function isDrawn({ at, from, to }: Rule): boolean {
  return isPlace(at) && isPlace(from) && isPlace(to)
}

const strokes = new Set<number>([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
])
const fills = new Set<number>([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
])
const pictures = new Set<number>([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintSolidColorImageMask,
])

type Handler = (args: unknown[]) => void

class Painter {
  readonly glyphs: Glyph[] = []
  readonly rules: Rules = { horizontal: [], vertical: [] }
  readonly images: Box[] = []
  private readonly stack: GraphicsState[] = []
  private state: GraphicsState
  private pen = startOfText()
  private readonly handlers: Map<number, Handler>

  constructor(
    view: Matrix,
    private readonly fontOf: FontLookup,
  ) {
    this.state = initialState(view)
    this.handlers = new Map<number, Handler>([...this.stateHandlers(), ...this.textHandlers()])
  }

  run(operator: number, args: unknown[]): void {
    if (pictures.has(operator)) this.paintImage()
    else this.handlers.get(operator)?.(args)
  }

  private stateHandlers(): [number, Handler][] {
    return [
      [OPS.save, () => this.stack.push({ ...this.state })],
      [OPS.restore, () => this.restore()],
      [OPS.transform, (args) => this.transform(args as unknown as Matrix)],
      [OPS.paintFormXObjectBegin, ([matrix]) => this.beginForm(matrix as Matrix | null)],
      [OPS.paintFormXObjectEnd, () => this.restore()],
      [OPS.setLineWidth, ([width]) => this.set({ lineWidth: width as number })],
      [OPS.setFillRGBColor, ([color]) => this.set({ fillColor: String(color) })],
      [OPS.constructPath, ([paint, paths]) => this.paintPath(paint as number, paths as unknown[])],
    ]
  }

  private textHandlers(): [number, Handler][] {
    return [
      [OPS.beginText, () => this.beginText()],
      [OPS.setCharSpacing, ([space]) => this.set({ characterSpacing: space as number })],
      [OPS.setWordSpacing, ([space]) => this.set({ wordSpacing: space as number })],
      [OPS.setHScale, ([percent]) => this.set({ horizontalScale: (percent as number) / 100 })],
      [OPS.setLeading, ([leading]) => this.set({ leading: -(leading as number) })],
      [OPS.setTextRise, ([rise]) => this.set({ rise: rise as number })],
      [OPS.setTextRenderingMode, ([mode]) => this.set({ renderingMode: mode as number })],
      [
        OPS.setFont,
        ([name, size]) => this.set({ font: this.fontOf(name as string), fontSize: size as number }),
      ],
      [OPS.moveText, ([x, y]) => this.moveText(x as number, y as number)],
      [
        OPS.setLeadingMoveText,
        ([x, y]) => {
          this.set({ leading: y as number })
          this.moveText(x as number, y as number)
        },
      ],
      [OPS.setTextMatrix, (args) => this.setTextMatrix(args)],
      [OPS.nextLine, () => this.moveText(0, this.state.leading)],
      [OPS.showText, ([shown]) => this.showText(shown as (ShownGlyph | number)[])],
      [OPS.showSpacedText, ([shown]) => this.showText(shown as (ShownGlyph | number)[])],
    ]
  }

  private set(change: Partial<GraphicsState>): void {
    Object.assign(this.state, change)
  }

  private restore(): void {
    this.state = this.stack.pop() ?? this.state
  }

  private transform(matrix: Matrix): void {
    this.set({ matrix: multiply(this.state.matrix, matrix) })
  }

  private beginForm(matrix: Matrix | null): void {
    this.stack.push({ ...this.state })
    if (matrix !== null) this.transform(matrix)
  }

  private beginText(): void {
    this.pen = startOfText()
  }

  private moveText(x: number, y: number): void {
    const { pen } = this
    pen.lineX += x
    pen.lineY += y
    pen.x = pen.lineX
    pen.y = pen.lineY
  }

  /** The matrix comes as six numbers or as one array of six. */
  private setTextMatrix(args: unknown[]): void {
    const numbers = args.length === 1 ? (args[0] as ArrayLike<number>) : (args as number[])
    this.pen = {
      ...startOfText(),
      matrix: Array.from({ length: 6 }, (_, index) => numbers[index] ?? 0) as Matrix,
    }
  }

  private showText(shown: (ShownGlyph | number)[]): void {
    for (const glyph of showText(this.state, this.pen, shown)) this.glyphs.push(glyph)
  }

  private paintPath(paint: number, paths: unknown[]): void {
    const path = paths[0] as ArrayLike<number> | null | undefined
    if (path === null || path === undefined || typeof path !== 'object') return
    if (strokes.has(paint)) strokeRules(this.rules, path, this.state.matrix, this.state.lineWidth)
    if (fills.has(paint) && !isPaper(this.state.fillColor)) fillRules(this.rules, path, this.state.matrix)
  }

  /** Some converters stretch a picture of one point to draw a line. */
  private paintImage(): void {
    const box = imageBox(this.state.matrix)
    if (Math.min(box[2] - box[0], box[3] - box[1]) <= 2) addThinBox(this.rules, box)
    else this.images.push(box)
  }
}

/** White on white draws nothing. */
function isPaper(color: string): boolean {
  return /^#f{6}$/iu.test(color)
}
