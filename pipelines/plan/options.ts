import type { Limits } from '../../schemas/limits.js'
import type { Recogniser } from '../../schemas/recogniser.js'
import type { ReadPages } from '../../src/extract/index.js'
import type { LightOptions } from '../../src/repair/index.js'
import type { EngineName } from '../engines/recognition.js'

/** How a source is opened and read. */
export interface ReadOptions {
  /** Opens an encrypted document. */
  password?: string
  /** Pages without a usable text layer are recognised (auto, default), or all pages of a PDF, or none. */
  ocr?: 'auto' | 'always' | 'never'
  /** What recognises (default tesseract.js, which needs nothing installed; native is a tesseract on the PATH). */
  ocrEngine?: EngineName
  /** Recognises with an engine that is open already; `ocrEngine` has no say then. */
  recogniser?: Recogniser
  /** Pages that were recognised before, by number. */
  readPages?: ReadPages
  /** Only these pages of a PDF or of pictures, counted from 1. */
  pages?: { first: number; last: number }
  /** What one document may be at most (defaults: `schemas/limits.ts`). */
  limits?: Partial<Limits>
}

export interface ImportOptions extends ReadOptions {
  /** Join the pieces of a table over page breaks (default true). */
  join?: boolean
  /**
   * The file is read by itself and as one: nothing in it is looked at as belonging to another document, and it is not
   * cut into the documents it holds (default false).
   */
  separate?: boolean
  /** Restore lost diacritics: where a page lacks them (auto, default), everywhere, or not at all. */
  repair?: 'auto' | 'always' | 'never'
  /** Look for tables whose columns run into each other in misrecognised text (default true). */
  columns?: boolean
  /** Told what speaks against the text of each recognised cell; for those who measure. */
  onCell?: LightOptions['onCell']
  /** Told after each stage how many milliseconds it took. */
  onStage?: (stage: string, milliseconds: number) => void
}
