/** What `npm run fuzz` changes, and how many of each it makes when it is not told. */
export const formats = {
  md: 5000,
  html: 5000,
  txt: 5000,
  'ocr-text': 5000,
  docx: 5000,
  xlsx: 5000,
  pdf: 5000,
  /** Scanned PDFs whose pages are left unread. */
  scan: 5000,
  /** Pictures that are decoded, straightened and searched for rules, but not recognised. */
  image: 5000,
  /** Pictures that are recognised. */
  ocr: 100,
} as const

export type Format = keyof typeof formats

export function isFormat(name: string): name is Format {
  return name in formats
}
