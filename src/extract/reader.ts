import type { Document } from '../../schemas/document.js'
import type { Limits } from '../../schemas/limits.js'
import type { PictureEngine } from '../../schemas/picture.js'
import type { Recogniser } from '../../schemas/recogniser.js'
import type { SourceFile } from '../../schemas/source.js'
import type { Result } from '../result.js'
import type { ReadPages } from './page/read-pages.js'

/** What the extractors need from outside: rooms touch no files themselves. */
export interface ExtractOptions {
  /** Password of an encrypted document, if any. */
  password?: string
  /** Reads pages that are pictures, with `pictures`; without either they stay unread and an issue says so. */
  recogniser?: Recogniser
  /** Decodes picture files and paints pages of a PDF. */
  pictures?: PictureEngine
  /** Pages without a usable text layer are recognised (auto, default), or all of them, or none. */
  ocr?: 'auto' | 'always' | 'never'
  /** Only these pages, counted from 1, both ends included. */
  pages?: { first: number; last: number }
  /** What one document may be at most; what is not given is as `schemas/limits.ts` says. */
  limits?: Partial<Limits>
  /** Pages that were recognised before are taken from here; those that are recognised are put in. */
  readPages?: ReadPages
  /** Folders of the PDF engine's own data, each ending with `/`: decoders of scans, typefaces, character maps. */
  pdfData?: PdfData
}

export interface PdfData {
  wasm: string
  fonts: string
  characterMaps: string
}

/** One format's way from bytes to a document. Throws UnusableInputError for what cannot be read at all. */
export type Reader = (source: SourceFile, options: ExtractOptions) => Promise<Result<Document>>
