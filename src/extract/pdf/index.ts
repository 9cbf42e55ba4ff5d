import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Page } from '../../../schemas/document.js'
import type { Issue } from '../../../schemas/message.js'
import type { SourceFile } from '../../../schemas/source.js'
import { ok } from '../../result.js'
import type { Reader } from '../reader.js'
import { type FontFace, fontTraits } from './fonts.js'
import type { PageInk } from './ink.js'
import type { Matrix } from './matrix.js'
import { openPdf } from './open-pdf.js'
import { pageBlocks } from './page-blocks.js'
import { type CellEdges, markSeam } from './page-seams.js'
import { readInk } from './read-ink.js'
import { judgeTextLayer } from './text-layer.js'

/**
 * Born-digital PDF → its document: paragraphs and ruled tables, with boxes. A page without usable text has no blocks;
 * its `routeReason` and an issue say so.
 */
export const readPdf: Reader = async (source, options) => {
  const pdf = await openPdf(source, options)
  const issues: Issue[] = cutOff(source) ? [cutOffIssue()] : []
  const pages: Page[] = []
  let edgesAbove: CellEdges = new Map()
  try {
    for (let number = 1; number <= pdf.numPages; number++) {
      const edges: CellEdges = new Map()
      const read = await readPage(pdf, number, edges)
      markSeam(pages.at(-1)?.blocks ?? [], read.page.blocks, new Map([...edgesAbove, ...edges]))
      edgesAbove = edges
      pages.push(read.page)
      if (read.issue !== null) issues.push(read.issue)
    }
  } finally {
    await pdf.loadingTask.destroy()
  }
  return ok({ mediaType: 'application/pdf', route: 'pdf-text', convertedFrom: null, pages }, issues)
}

interface ReadPage {
  page: Page
  issue: Issue | null
}

async function readPage(pdf: PDFDocumentProxy, number: number, edges: CellEdges): Promise<ReadPage> {
  let ink: PageInk
  try {
    ink = await inkOf(await pdf.getPage(number))
  } catch (error) {
    const reason = `the page is damaged: ${error instanceof Error ? error.message : String(error)}`
    return { page: { number, routeReason: reason, blocks: [] }, issue: pageIssue('damaged', number, reason) }
  }
  const layer = judgeTextLayer(ink)
  const page: Page = {
    number,
    routeReason: layer.reason,
    blocks: layer.usable ? pageBlocks(ink, number, edges) : [],
  }
  if (layer.usable || layer.blank) return { page, issue: null }
  const message = `page ${number} has no usable text layer (${layer.reason}); it needs recognition`
  return { page, issue: pageIssue('unreadable', number, message) }
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

function pageIssue(code: 'damaged' | 'unreadable', page: number, message: string): Issue {
  return { severity: 'error', code, message, at: { page, line: null, bbox: null }, target: null }
}

/** A whole PDF says at its end where its directory stands. */
function cutOff(source: SourceFile): boolean {
  const tail = new TextDecoder('latin1').decode(source.bytes.subarray(-2048))
  return !tail.includes('startxref')
}

function cutOffIssue(): Issue {
  const message = 'The end of the file is missing; pages may be lacking. Get a whole copy.'
  return { severity: 'error', code: 'damaged', message, at: null, target: null }
}
