import type { SourceFile } from '../../../schemas/source.js'
import type { PagePainter, PaintOptions } from '../page/painted-page.js'
import { openPdf } from './open-pdf.js'
import { paintPage } from './page-image.js'

/** Opens a PDF to paint pages of it with `dpi` dots an inch. */
export async function openPdfPainter(
  source: SourceFile,
  dpi: number,
  options: PaintOptions,
): Promise<PagePainter> {
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
