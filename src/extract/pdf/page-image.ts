import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PictureEngine } from '../../../schemas/picture.js'
import type { PageInk } from '../page/ink.js'
import type { PaintedPage } from '../page/painted-page.js'

/** Recognition gains nothing above this resolution. */
const usualDpi = 200
/** A3 at 300 dpi; larger sheets are painted with fewer pixels an inch. */
const mostPixels = 3508 * 4961
/** Less is too coarse to be read; a page that lies about its size gets no more pixels for it. */
const fewestDpi = 36

/** Paints a page as it is seen, stamps included, on white paper, with at most `most` dots an inch. */
export async function paintPage(
  page: PDFPageProxy,
  { width, height }: Pick<PageInk, 'width' | 'height'>,
  pictures: PictureEngine,
  most: number = usualDpi,
): Promise<PaintedPage> {
  const bounded = 72 * Math.sqrt(mostPixels / (width * height))
  const dpi = Math.max(fewestDpi, Math.min(most, bounded))
  const viewport = page.getViewport({ scale: dpi / 72 })
  const createCanvas = await pictures.canvases()
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('there is nothing to paint on')
  await page.render({
    canvas: null,
    canvasContext: context as unknown as Parameters<PDFPageProxy['render']>[0]['canvasContext'],
    viewport,
    background: '#ffffff',
  }).promise
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
  page.cleanup()
  return { image: { width: canvas.width, height: canvas.height, data }, dpi }
}
