import type { FontTraits } from './graphics-state.js'

/** What pdf.js tells of a font. */
export interface FontFace {
  name?: string
  bold?: boolean
  black?: boolean
  italic?: boolean
  ascent?: number
  descent?: number
  vertical?: boolean
  fontMatrix?: number[]
}

const boldName = /bold|black|heavy|semibold|demi/iu
const italicName = /italic|oblique/iu

/** A font's traits; its name tells bold and italic where its tables do not. */
export function fontTraits(face: FontFace | null): FontTraits | null {
  if (face === null) return null
  const name = (face.name ?? '').replace(/^[A-Z]{6}\+/u, '')
  const ascent = face.ascent ?? 0
  const descent = face.descent ?? 0
  return {
    bold: face.bold === true || face.black === true || boldName.test(name),
    italic: face.italic === true || italicName.test(name),
    unit: face.fontMatrix?.[0] ?? 0.001,
    ascent: ascent > 0.3 && ascent < 1.5 ? ascent : 0.85,
    descent: descent < 0 && descent > -0.8 ? descent : -0.22,
    vertical: face.vertical === true,
  }
}
