import type { SourceFile } from '../../../schemas/source.js'
import { emptySource, type RawSource } from '../raw-source.js'
import { readRawHtml } from './html.js'
import { readRawWord, readRawWorkbook, unpackParts } from './office.js'
import { readRawPdf } from './pdf.js'
import { readRawText } from './text.js'

/** A source read the simplest way there is; empty where a plain reader sees no text (pictures, older Office files). */
export async function readRaw({ bytes }: Pick<SourceFile, 'bytes'>): Promise<RawSource> {
  if (begins(bytes, 0x25, 0x50, 0x44, 0x46)) return readRawPdf(bytes)
  if (begins(bytes, 0x50, 0x4b, 0x03, 0x04)) {
    const parts = unpackParts(bytes)
    return parts['word/document.xml'] === undefined ? readRawWorkbook(parts) : readRawWord(parts)
  }
  if (isPicture(bytes)) return emptySource()
  const text = decode(bytes).normalize('NFC')
  return /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype|html)/iu.test(text) ? readRawHtml(text) : readRawText(text)
}

function begins(bytes: Uint8Array, ...signature: number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

function isPicture(bytes: Uint8Array): boolean {
  return (
    begins(bytes, 0x89, 0x50) ||
    begins(bytes, 0xff, 0xd8) ||
    begins(bytes, 0x49, 0x49, 0x2a) ||
    begins(bytes, 0x4d, 0x4d, 0x00) ||
    begins(bytes, 0xd0, 0xcf)
  )
}

function decode(bytes: Uint8Array): string {
  if (begins(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes)
  if (begins(bytes, 0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1258').decode(bytes)
  }
}
