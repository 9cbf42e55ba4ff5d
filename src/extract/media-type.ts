/** Media types that phuluc can name; only those with an extractor can be read. */
export type MediaType =
  | 'application/pdf'
  | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  | 'application/zip'
  | 'application/x-ole-storage'
  | 'application/rtf'
  | 'image/png'
  | 'image/jpeg'
  | 'image/tiff'
  | 'text/html'
  | 'text/markdown'
  | 'text/plain'

const signatures: [MediaType, number[]][] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['application/zip', [0x50, 0x4b, 0x03, 0x04]],
  ['application/x-ole-storage', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['application/rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['image/tiff', [0x4d, 0x4d, 0x00, 0x2a]],
]

/** The media type by the first bytes, null for what may be text. The file's name has no say. */
export function binaryMediaType(bytes: Uint8Array): MediaType | null {
  for (const [mediaType, signature] of signatures) {
    if (!signature.every((byte, index) => bytes[index] === byte)) continue
    return mediaType === 'application/zip' ? officeMediaType(bytes) : mediaType
  }
  return null
}

function officeMediaType(bytes: Uint8Array): MediaType {
  const names = new TextDecoder('latin1').decode(bytes.subarray(0, 4_000_000))
  if (names.includes('word/document.xml'))
    return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  if (names.includes('xl/workbook.xml'))
    return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return 'application/zip'
}

const htmlStart = /^<(?:!doctype\s+html|html|head|body|table|div|p|meta)\b/iu
const markdownTraits = [
  /^#{1,6}[ \t]+\S/mu,
  /\*\*[^*\n][^*]*\*\*/u,
  /^[^\S\n]*(?:\|\s*)?:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+(?:\|\s*)?$/mu,
  /^[^\S\n]*\|.*\|[^\S\n]*$/mu,
  /^[^\S\n]*\|[^\S\n]*$/mu,
  /^[^\S\n]*\+(?:[-=:]{2,}\+)+[^\S\n]*$/mu,
  /<(?:br|ul|li|b|i|sup|table|td)\b[^>]*>/iu,
]

/** Pages of HTML may be one line, however long they are. */
export function beginsAsHtml(text: string): boolean {
  return htmlStart.test(withoutProlog(text))
}

/** The media type of a text by what it holds. */
export function textMediaType(text: string): 'text/html' | 'text/markdown' | 'text/plain' {
  if (beginsAsHtml(text)) return 'text/html'
  return markdownTraits.some((trait) => trait.test(text)) ? 'text/markdown' : 'text/plain'
}

/** The text from its first element on: an XML declaration and comments may stand before it. */
function withoutProlog(text: string): string {
  let rest = text.replace(/^\s*<\?xml[^>]*>/u, '').trimStart()
  while (rest.startsWith('<!--')) {
    const end = rest.indexOf('-->')
    if (end < 0) return ''
    rest = rest.slice(end + 3).trimStart()
  }
  return rest
}
