import type { Document, Page } from '../../schemas/document.js'
import type { Finding } from '../../schemas/message.js'
import type { Route, SourceFile } from '../../schemas/source.js'
import { UnusableInputError } from '../errors.js'
import { vietnameseShare } from '../language/letters.js'
import { ok, type Result } from '../result.js'
import { boundLines, boundsOf } from './bounds.js'
import { readHtml } from './html/html-reader.js'
import { readMarkdown } from './markdown/markdown-reader.js'
import { beginsAsHtml, textMediaType } from './media-type.js'
import type { ExtractOptions } from './reader.js'
import { unifySeparators } from './separators.js'
import { dropCaretMarks, markBracketNotes } from './text/bracket-notes.js'
import { hasClosedCells } from './text/closed-cells.js'
import { type DecodedText, decodeText } from './text/decode.js'
import { readClosedText, readPlainText } from './text/text-reader.js'

type TextMediaType = ReturnType<typeof textMediaType>

/** How the pages of each kind of text are made, and the route that the plan names. */
const readers: Record<TextMediaType, { route: Route; read(text: string): Page[] }> = {
  'text/html': {
    route: 'html',
    read: (text) => [
      { number: null, routeReason: null, textQuality: 'printed', blocks: readHtml(text, null) },
    ],
  },
  'text/markdown': { route: 'markdown', read: readMarkdown },
  'text/plain': { route: 'text', read: readPlainText },
}

/** Anything that is text: plain, TAB-separated, Markdown, HTML. The kind is decided by content. */
export async function readTextDocument(
  source: SourceFile,
  options: ExtractOptions = {},
): Promise<Result<Document>> {
  const limits = boundsOf(options.limits)
  const decoded = decodeText(source.bytes, source.file, limits)
  if (!beginsAsHtml(decoded.text)) boundLines(decoded.text, source.file, limits)
  if (decoded.text.trim() === '') throw new UnusableInputError('file-blank', { file: source.file })
  const closed = hasClosedCells(decoded.text)
  const misread = looksMisread(decoded.text)
  const text = closed || misread ? decoded.text : unifySeparators(decoded.text)
  const mediaType = closed ? 'text/plain' : textMediaType(text)
  const reader = readers[mediaType]
  const pages = readNotes(closed ? readClosedText(text) : reader.read(text), decoded.text)
  const misrecognised = misread && mediaType !== 'text/html'
  const document: Document = {
    mediaType,
    route: misrecognised ? 'ocr-text' : reader.route,
    convertedFrom: decoded.convertedFrom,
    pages: misrecognised ? pages.map((page) => ({ ...page, textQuality: 'misrecognised' })) : pages,
  }
  return ok(document, encodingIssues(decoded))
}

function readNotes(pages: Page[], source: string): Page[] {
  if (/^[^\S\n]*\\?\[\d{1,2}\\?\]\s/mu.test(source)) return markBracketNotes(pages)
  return source.includes('[^') ? dropCaretMarks(pages, source) : pages
}

function encodingIssues(decoded: DecodedText): Finding[] {
  if (decoded.convertedFrom === null) return []
  return [
    {
      severity: 'info',
      code: 'encoding-converted',
      at: null,
      subject: null,
      details: { what: 'document', encoding: decoded.convertedFrom },
    },
  ]
}

/**
 * OCR output made with another language's model: no Vietnamese letters, and marks that became digits and foreign
 * letters inside words ('Chi s6', 'thanh phé'). Text that only lost its marks has neither.
 */
function looksMisread(text: string): boolean {
  if (vietnameseShare(text) > 0.05) return false
  const words = text.match(/[\p{L}\p{N}]{2,}/gu) ?? []
  if (words.length < 50) return false
  const garbled = words.filter((word) => /\p{L}\d|\d\p{L}{2}|[éèêâîïôöüûçñ€£¢]/iu.test(word)).length
  return garbled > words.length * 0.03
}
