import { romanNumeral } from '../../language/codes.js'

/** How a list writes an ordinal. Formats of other scripts fall back to figures. */
export function formatOrdinal(value: number, format: string): string {
  return (formats[format] ?? String)(value)
}

const formats: Record<string, (value: number) => string> = {
  decimal: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  upperRoman: romanNumeral,
  lowerRoman: (value) => romanNumeral(value).toLowerCase(),
  upperLetter: letters,
  lowerLetter: (value) => letters(value).toLowerCase(),
  numberInDash: (value) => `- ${value} -`,
  vietnameseCounting: vietnamese,
  cardinalText: vietnamese,
  none: () => '',
}

/** A … Z, then AA, BB …: Word repeats the letter. */
function letters(value: number): string {
  if (value < 1) return ''
  const letter = String.fromCharCode(65 + ((value - 1) % 26))
  return letter.repeat(Math.min(10, Math.floor((value - 1) / 26) + 1))
}

const figures = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']

function vietnamese(value: number): string {
  if (value < 0 || value > 99) return String(value)
  const unit = value % 10
  const tens = Math.floor(value / 10)
  if (tens === 0) return figures[unit] ?? ''
  const ten = tens === 1 ? 'mười' : `${figures[tens]} mươi`
  if (unit === 0) return ten
  const last = unit === 5 ? 'lăm' : unit === 1 && tens > 1 ? 'mốt' : figures[unit]
  return `${ten} ${last}`
}
