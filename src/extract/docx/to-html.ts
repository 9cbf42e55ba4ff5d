import { zipSync } from 'fflate'
import mammoth from 'mammoth'
import { type Document, serializeXml } from '../office/xml.js'

const styleMap = ["p[style-name='Title'] => p:fresh", "r[style-name='Strong'] => "]

/** A document that was made plain → mammoth's HTML, every paragraph and row on a line of its own. */
export async function toHtml(document: Document, styles: Document | null): Promise<string> {
  const parts: Record<string, Uint8Array> = { 'word/document.xml': serializeXml(document) }
  if (styles !== null) parts['word/styles.xml'] = serializeXml(styles)
  const archive = zipSync(parts, { level: 0 })
  // By its name in Node.js and by its name in a browser: each looks for its own only.
  const input = { buffer: archive, arrayBuffer: archive.buffer }
  const { value } = await mammoth.convertToHtml(input, {
    styleMap,
    includeEmbeddedStyleMap: false,
    externalFileAccess: false,
  })
  return value
    .replace(/<(?:p|tr|h[1-6])>/gu, '\n$&')
    .replace(/^\n/u, '')
    .replaceAll('\t', tab)
}

/** As Word itself writes a tab in HTML. */
const tab = '<span style="mso-tab-count:1"> </span>'
