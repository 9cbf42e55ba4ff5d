import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Document, Page } from '../../../schemas/document.js'
import type { Finding } from '../../../schemas/message.js'
import type { Route, SourceFile } from '../../../schemas/source.js'
import { UnusableInputError } from '../../errors.js'
import { ok, type Result } from '../../result.js'
import { boundsOf, limitOf } from '../bounds.js'
import { doubtfulParts } from '../page/doubtful-parts.js'
import { type FinishedPage, PageFinisher, type PrintedPage } from '../page/finish-pages.js'
import { inOrder } from '../page/in-order.js'
import type { PageInk } from '../page/ink.js'
import { knownOrRead, type ReadImagePage, recognisedPage } from '../page/read-pages.js'
import type { ExtractOptions } from '../reader.js'
import { type FontFace, fontTraits } from './fonts.js'
import type { Matrix } from './matrix.js'
import { openPdf } from './open-pdf.js'
import { paintPage } from './page-image.js'
import { readInk } from './read-ink.js'
import { judgeTextLayer } from './text-layer.js'

export { openPdfPainter } from './painter.js'

/**
 * PDF → its document: paragraphs and tables, with boxes. Each page is read by its text layer, or recognised where that
 * is of no use; its `routeReason` says why. A page that could not be read has no blocks, and an issue says so.
 */
export async function readPdf(
  source: SourceFile,
  options: ExtractOptions,
  readImagePage: ReadImagePage,
): Promise<Result<Document>> {
  const pdf = await openPdf(source, options)
  boundPages(pdf, source, options)
  const issues: Finding[] = cutOff(source) ? [cutOffIssue()] : []
  try {
    const read = (_: null, number: number): Promise<PrintedPage> =>
      readPage(pdf, number, options, readImagePage)
    const atOnce = (options.recogniser?.parallel ?? 0) + 1
    const finisher = new PageFinisher()
    const finished = await inOrder(numbers(pdf, options), read, atOnce, (page) => finisher.add(page))
    const pages = finished.map(({ page }) => page)
    const recognised = pages.filter(isRecognised)
    issues.push(...finished.flatMap((page) => page.issues), ...doubtfulParts(recognised))
    const ocrEngine = recognised.length === 0 ? null : (options.recogniser?.engine ?? null)
    return ok(
      { mediaType: 'application/pdf', route: routeOf(finished), convertedFrom: null, ocrEngine, pages },
      issues,
    )
  } finally {
    await pdf.loadingTask.destroy()
  }
}

function boundPages(pdf: PDFDocumentProxy, { file }: SourceFile, { pages, limits }: ExtractOptions): void {
  const wanted = Math.min(pdf.numPages, pages?.last ?? pdf.numPages) - (pages?.first ?? 1) + 1
  const bounds = boundsOf(limits)
  if (wanted <= bounds.pages) return
  void pdf.loadingTask.destroy()
  throw new UnusableInputError('too-many-pages', { file, count: wanted, ...limitOf('pages', bounds) })
}

async function* numbers(pdf: PDFDocumentProxy, { pages }: ExtractOptions): AsyncGenerator<[null, number]> {
  const last = Math.min(pdf.numPages, pages?.last ?? pdf.numPages)
  for (let number = pages?.first ?? 1; number <= last; number++) yield [null, number]
}

function routeOf(pages: readonly FinishedPage[]): Route {
  if (!pages.some(({ page }) => isRecognised(page))) return 'pdf-text'
  const byText = pages.some(({ page, hasInk }) => !isRecognised(page) && hasInk)
  return byText ? 'pdf-mixed' : 'pdf-ocr'
}

function isRecognised({ textQuality }: Page): boolean {
  return textQuality === 'recognised'
}

async function readPage(
  pdf: PDFDocumentProxy,
  number: number,
  options: ExtractOptions,
  readImagePage: ReadImagePage,
): Promise<PrintedPage> {
  try {
    const page = await pdf.getPage(number)
    const ink = await inkOf(page)
    const layer = judgeTextLayer(ink)
    const byText: PrintedPage = { number, routeReason: layer.reason, ink, textQuality: 'printed', issues: [] }
    if (layer.blank) return { ...byText, ink: null }
    const mode = options.ocr ?? 'auto'
    if (layer.fault === null && mode !== 'always') return byText
    const { recogniser, pictures, readPages } = options
    if (recogniser !== undefined && pictures !== undefined && mode !== 'never') {
      const read = await knownOrRead(readPages, number, async () => {
        const { image, dpi } = await paintPage(page, ink, pictures)
        return readImagePage(image, dpi, recogniser)
      })
      return recognisedPage(number, layer.reason, read)
    }
    if (layer.fault === null) return byText
    const details = { what: 'no-text-layer', page: number, ...layer.fault } as const
    return { ...byText, ink: null, issues: [{ ...aboutPage(number), code: 'unreadable', details }] }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return {
      number,
      routeReason: `the page is damaged: ${reason}`,
      ink: null,
      textQuality: 'printed',
      issues: [{ ...aboutPage(number), code: 'damaged', details: { what: 'page', page: number, reason } }],
    }
  }
}

/** Runs the page's operators; what pdf.js keeps of the page is given back at once. */
async function inkOf(page: PDFPageProxy): Promise<PageInk> {
  const view = page.getViewport({ scale: 1 })
  const list = await page.getOperatorList({ annotationMode: 0 })
  const fontOf = (name: string) => fontTraits(page.commonObjs.get(name) as FontFace | null)
  const size = { width: view.width, height: view.height }
  const ink = readInk(list, view.transform as unknown as Matrix, size, fontOf)
  page.cleanup()
  return ink
}

function aboutPage(page: number) {
  return { severity: 'error', at: { page, line: null, bbox: null }, subject: null } as const
}

/** A whole PDF says at its end where its directory stands. */
function cutOff(source: SourceFile): boolean {
  const tail = new TextDecoder('latin1').decode(source.bytes.subarray(-2048))
  return !tail.includes('startxref')
}

function cutOffIssue(): Finding {
  return { severity: 'error', code: 'damaged', at: null, subject: null, details: { what: 'cut-off' } }
}
