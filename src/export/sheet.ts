/** One cell of a sheet. Text stays text, whatever it begins with; dates and numbers are what they are. */
export type SheetValue = string | number | Date | null

export interface SheetColumn {
  title: string
  /** In characters. */
  width: number
  /** Where the reader writes. */
  input?: boolean
  /** For programs only: hidden. */
  quiet?: boolean
  /** How numbers are shown ('0%'). */
  format?: string
}

export interface SheetModel {
  name: string
  columns: readonly SheetColumn[]
  rows: SheetValue[][]
}
