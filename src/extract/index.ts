import type { Document } from '../../schemas/document.js'
import type { SourceFile } from '../../schemas/source.js'
import { UnusableInputError } from '../errors.js'
import type { Result } from '../result.js'
import { boundDocument, boundsOf } from './bounds.js'
import { binaryMediaType, type MediaType } from './media-type.js'
import { readOle } from './office/ole.js'
import type { ReadImagePage } from './page/read-pages.js'
import type { ExtractOptions, Reader } from './reader.js'
import { readTextDocument } from './text-documents.js'

export { oleKind } from './office/ole.js'
export { openPackage } from './office/package.js'
export type { PagePainter, PaintedPage } from './page/painted-page.js'
export type { ImagePage, ReadPages } from './page/read-pages.js'
export { openPainter } from './paint-page.js'
export type { ExtractOptions } from './reader.js'
export { decodeText } from './text/decode.js'

/** Pages of a PDF that are pictures are read as those of a picture file. */
const readImagePage: ReadImagePage = async (...page) =>
  (await import('./image/read-image-page.js')).readImagePage(...page)

/** Media type → reader. What is not here cannot be read. The large engines load when they are needed. */
const readers: Partial<Record<MediaType, Reader>> = {
  'application/pdf': async (source, options) =>
    (await import('./pdf/index.js')).readPdf(source, options, readImagePage),
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': async (source, options) =>
    (await import('./docx/index.js')).readDocx(source, options),
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': async (source, options) =>
    (await import('./xlsx/index.js')).readXlsx(source, options),
  'application/zip': async (source, options) => (await import('./archive.js')).readArchive(source, options),
  'application/x-ole-storage': readOle,
  'image/png': readImageFile,
  'image/jpeg': readImageFile,
  'image/tiff': readImageFile,
}

async function readImageFile(...[source, options]: Parameters<Reader>): ReturnType<Reader> {
  return (await import('./image/image-document.js')).readImage(source, options)
}

/**
 * A source file → its document, before any interpretation. The kind is decided by content, never by the name.
 * Throws UnusableInputError for what cannot be read at all.
 */
export async function extract(source: SourceFile, options: ExtractOptions = {}): Promise<Result<Document>> {
  if (source.bytes.length === 0) throw new UnusableInputError('file-empty', { file: source.file })
  const binary = binaryMediaType(source.bytes)
  const result = await readerOf(source.file, binary)(source, options)
  boundDocument(result.value, source.file, boundsOf(options.limits))
  return result
}

function readerOf(file: string, binary: MediaType | null): Reader {
  if (binary === null) return readTextDocument
  const reader = readers[binary]
  if (reader === undefined) throw new UnusableInputError('kind-unknown', { file, mediaType: binary })
  return reader
}
