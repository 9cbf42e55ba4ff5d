import type { PictureEngine, RgbaPicture } from '../../../schemas/picture.js'
import type { ExtractOptions } from '../reader.js'

/** A page as pixels, and how many of them are an inch. */
export interface PaintedPage {
  image: RgbaPicture
  dpi: number
}

/** A document that was opened to see its pages. Close it: a PDF holds memory until then. */
export interface PagePainter {
  /** Null where the document has no such page. */
  paint(number: number): Promise<PaintedPage | null>
  close(): Promise<void>
}

/** What pages are painted with. */
export type PaintOptions = Pick<ExtractOptions, 'pdfData'> & { pictures: PictureEngine }
