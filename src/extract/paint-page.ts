import type { PictureEngine, RgbaPicture } from '../../schemas/picture.js'
import type { SourceFile } from '../../schemas/source.js'
import { binaryMediaType } from './media-type.js'
import type { ExtractOptions } from './reader.js'

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
type PaintOptions = Pick<ExtractOptions, 'pdfData'> & { pictures: PictureEngine }

/**
 * Opens a PDF or a picture file once, to paint pages of it; null for what has none. Pages of a PDF are painted with
 * `dpi` dots an inch, pictures are as they are.
 */
export async function openPainter(
  source: SourceFile,
  dpi: number,
  options: PaintOptions,
): Promise<PagePainter | null> {
  const mediaType = binaryMediaType(source.bytes)
  if (mediaType === 'application/pdf') return openPdfPainter(source, dpi, options)
  if (mediaType === null || !mediaType.startsWith('image/')) return null
  const { decodeImage } = await import('./image/prepare/decode-image.js')
  const { guessedDpi } = await import('./image/image-document.js')
  const pages = await decodeImage(source, options.pictures)
  return {
    paint: async (number) => {
      const page = pages[number - 1]
      return page === undefined ? null : { image: page.image, dpi: page.dpi ?? guessedDpi(page) }
    },
    close: async () => undefined,
  }
}

async function openPdfPainter(source: SourceFile, dpi: number, options: PaintOptions): Promise<PagePainter> {
  const { openPdf } = await import('./pdf/open-pdf.js')
  const { paintPage } = await import('./pdf/page-image.js')
  const pdf = await openPdf(source, options)
  return {
    paint: async (number) => {
      if (number > pdf.numPages) return null
      const page = await pdf.getPage(number)
      const { width, height } = page.getViewport({ scale: 1 })
      return paintPage(page, { width, height }, options.pictures, dpi)
    },
    close: () => pdf.loadingTask.destroy(),
  }
}
