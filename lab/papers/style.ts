/** How a paper is set. Twins of different plans are set differently, as plans of different offices are. */
export interface PaperStyle {
  /** Typeface of text, and the one that numbers and table headers are set in. */
  serif: string
  second: string
  /** Text size in the tables, in half points. */
  tableSize: number
  border: 'single' | 'double' | 'dashed'
  /** The table has no lines along its left and right. */
  openSides: boolean
  /** Every row is at least this high, in twips; 0: as high as its text. */
  rowHeight: number
  /** A row '(1) (2) (3)' under the header. */
  numberingRow: boolean
  /** Code and name of a criterion with several actions are one merged cell; otherwise blank below the first. */
  mergeNames: boolean
  /** The name of a bare heading row spans the rest of the row. */
  spanHeadings: boolean
  /** Text of the cells in the block setting of books, or ragged. */
  justify: boolean
  /** What stands above several headers: [first column, last column, text]. */
  headerGroups: [number, number, string][]
  /** Rows stay whole; otherwise page breaks may cut them. */
  wholeRows: boolean
}

const plain: PaperStyle = {
  serif: 'Liberation Serif',
  second: 'Liberation Sans',
  tableSize: 23,
  border: 'single',
  openSides: false,
  rowHeight: 0,
  numberingRow: false,
  mergeNames: false,
  spanHeadings: false,
  justify: false,
  headerGroups: [],
  wholeRows: false,
}

/** The settings of the committed twins, by plan; anything else is set plainly. */
const styles: Record<string, Partial<PaperStyle>> = {
  'gia-nghia-52-2024': { border: 'double', justify: true },
  'ha-noi-157-2023': { numberingRow: true, headerGroups: [[3, 5, 'Nội dung thực hiện']] },
  'hung-yen-199-2022': { mergeNames: true, spanHeadings: true, tableSize: 25 },
}

export function styleOf(plan: string, over: Partial<PaperStyle> = {}): PaperStyle {
  return { ...plain, ...styles[plan], ...over }
}
