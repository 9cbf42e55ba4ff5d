import type { SourceFile } from '../../schemas/source.js'
import type { RgbaImage } from './image/pixels.js'
import { binaryMediaType } from './media-type.js'
import type { PdfData } from './reader.js'

/** One page of a PDF or of a picture file, painted; null where the document has no such page, or none at all. */
export async function paintPlanPage(
  source: SourceFile,
  number: number,
  pdfData: PdfData | undefined,
): Promise<{ image: RgbaImage; dpi: number } | null> {
  const mediaType = binaryMediaType(source.bytes)
  if (mediaType === 'application/pdf') {
    const { openPdf } = await import('./pdf/open-pdf.js')
    const { paintPage } = await import('./pdf/page-image.js')
    const pdf = await openPdf(source, pdfData === undefined ? {} : { pdfData })
    try {
      if (number > pdf.numPages) return null
      const page = await pdf.getPage(number)
      const { width, height } = page.getViewport({ scale: 1 })
      return await paintPage(page, { width, height })
    } finally {
      await pdf.loadingTask.destroy()
    }
  }
  if (mediaType === null || !mediaType.startsWith('image/')) return null
  const { decodeImage } = await import('./image/decode-image.js')
  const { guessedDpi } = await import('./image/image-document.js')
  const { pages } = await decodeImage(source, {})
  const page = pages[number - 1]
  return page === undefined ? null : { image: page.image, dpi: page.dpi ?? guessedDpi(page) }
}
