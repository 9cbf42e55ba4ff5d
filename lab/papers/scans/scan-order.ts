import type { Wear } from './kinds.js'

/** A file of scans: which pages of which twin, worn how. */
export interface ScanOrder {
  /** Ends in .pdf, .jpg, .png or .tiff. */
  file: string
  plan: string
  /** From 1; 'all' for a whole paper. */
  pages: number[] | 'all'
  wear: Wear
  dpi: number
  seed: number
}
