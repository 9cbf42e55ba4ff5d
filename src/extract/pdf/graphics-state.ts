import { identity, type Matrix } from './matrix.js'

/** What the text operators need to know of a font. */
export interface FontTraits {
  bold: boolean
  italic: boolean
  /** From glyph space to text space: 0.001 but for fonts whose signs are drawings. */
  unit: number
  ascent: number
  descent: number
  vertical: boolean
}

/** The part of PDF's graphics state that decides where signs and lines stand. */
export interface GraphicsState {
  matrix: Matrix
  lineWidth: number
  fillColor: string
  font: FontTraits | null
  fontSize: number
  characterSpacing: number
  wordSpacing: number
  horizontalScale: number
  leading: number
  rise: number
  renderingMode: number
}

export function initialState(matrix: Matrix): GraphicsState {
  return {
    matrix,
    lineWidth: 1,
    fillColor: '#000000',
    font: null,
    fontSize: 0,
    characterSpacing: 0,
    wordSpacing: 0,
    horizontalScale: 1,
    leading: 0,
    rise: 0,
    renderingMode: 0,
  }
}

/** The text matrices, which live from one text object to the next only. */
export interface TextPosition {
  matrix: Matrix
  lineX: number
  lineY: number
  x: number
  y: number
}

export function startOfText(): TextPosition {
  return { matrix: identity, lineX: 0, lineY: 0, x: 0, y: 0 }
}
