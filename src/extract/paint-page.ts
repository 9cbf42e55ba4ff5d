import type { SourceFile } from '../../schemas/source.js'
import { binaryMediaType } from './media-type.js'
import type { PagePainter, PaintOptions } from './page/painted-page.js'

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
  if (mediaType === 'application/pdf')
    return (await import('./pdf/index.js')).openPdfPainter(source, dpi, options)
  if (mediaType === null || !mediaType.startsWith('image/')) return null
  return (await import('./image/image-document.js')).openImagePainter(source, options)
}
