import type { Box, Glyph } from '../page/ink.js'
import type { GraphicsState, TextPosition } from './graphics-state.js'
import { apply, applyToBox, type Matrix, multiply, scaleOf, turnOf } from './matrix.js'

/** One sign as the operator list gives it; a bare number moves the pen back by thousandths of the size. */
export interface ShownGlyph {
  unicode: string
  width: number
  isSpace: boolean
}

const invisible = 3

/** Paints a string: advances the pen and returns what stands on the page. */
export function showText(
  state: GraphicsState,
  pen: TextPosition,
  shown: readonly (ShownGlyph | number | null)[],
): Glyph[] {
  const { font, fontSize } = state
  if (font === null || fontSize === 0) return []
  const toPage = multiply(state.matrix, pen.matrix)
  const glyphs: Glyph[] = []
  for (const item of shown) {
    if (item === null) continue
    if (typeof item === 'number') {
      advance(state, pen, (-item / 1000) * fontSize)
      continue
    }
    const spacing = state.characterSpacing + (item.isSpace ? state.wordSpacing : 0)
    const width = item.width * font.unit * fontSize
    const glyph = glyphAt(state, pen, toPage, item.unicode, width)
    if (glyph !== null) glyphs.push(glyph)
    advance(state, pen, width + spacing)
  }
  return glyphs
}

function advance(state: GraphicsState, pen: TextPosition, distance: number): void {
  if (state.font?.vertical === true) pen.y -= distance
  else pen.x += distance * state.horizontalScale
}

function glyphAt(
  state: GraphicsState,
  pen: TextPosition,
  toPage: Matrix,
  text: string,
  width: number,
): Glyph | null {
  const { font, fontSize, rise } = state
  if (font === null || text === '') return null
  const foot = pen.y + rise
  const right = pen.x + width * state.horizontalScale
  const up = foot + font.ascent * fontSize
  const down = foot + font.descent * fontSize
  const box: Box = applyToBox(toPage, [pen.x, down, right, up])
  const [x, y] = apply(toPage, pen.x, foot)
  const turn = turnOf(toPage)
  return {
    text,
    box,
    baseline: turn % 2 === 0 ? y : x,
    size: Math.abs(fontSize) * scaleOf(toPage),
    bold: font.bold || (state.renderingMode === 2 && state.lineWidth > 0),
    italic: font.italic,
    hidden: state.renderingMode === invisible,
    turn,
  }
}
