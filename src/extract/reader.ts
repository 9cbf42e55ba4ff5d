import type { Document } from '../../schemas/document.js'
import type { SourceFile } from '../../schemas/source.js'
import type { Result } from '../result.js'

/** What the extractors need from outside: rooms touch no files themselves. */
export interface ExtractOptions {
  /** Password of an encrypted document, if any. */
  password?: string
}

/** One format's way from bytes to a document. Throws UnusableInputError for what cannot be read at all. */
export type Reader = (source: SourceFile, options: ExtractOptions) => Promise<Result<Document>>
