import type { Block, Document } from '../../schemas/document.js'
import type { Noted } from '../../schemas/message.js'
import type { AccompanyingDocument, Criterion, DraftPlan, Plan } from '../../schemas/plan.js'
import type { SourceFile } from '../../schemas/source.js'
import type { AppendixTable } from '../../schemas/table.js'
import type { Beside } from '../../src/check/index.js'
import type { DocumentReading } from '../../src/language/reading.js'
import { version } from '../system/package-root.js'

/** A plan on its way through the stages. Each stage fills in what it finds; what none has found yet is blank. */
export interface Draft {
  source: Plan['source']
  document: Document
  /** The lines of misrecognised pages, to be read again. */
  reading: DocumentReading | null
  /** The blocks before the first appendix. */
  body: Block[]
  tables: AppendixTable[]
  /** Of each table, in their order. */
  criteria: Criterion[][]
  /** Other documents of the file: those that came with the plan, and those that the reader should know of. */
  accompanying: AccompanyingDocument[]
  beside: Beside[]
  plan: DraftPlan | null
  /** What has been raised so far; from the check stage on the plan has the same. */
  issues: Noted[]
}

/** A source of which nothing has been read. */
export function blankDraft(source: SourceFile): Draft {
  const document: Document = { mediaType: '', route: 'text', convertedFrom: null, pages: [] }
  return {
    source: recordOf(source, document),
    document,
    reading: null,
    body: [],
    tables: [],
    criteria: [],
    accompanying: [],
    beside: [],
    plan: null,
    issues: [],
  }
}

/** How a source is named in its plan. */
export function recordOf(
  { file, sha256 }: Pick<SourceFile, 'file' | 'sha256'>,
  document: Document,
): Plan['source'] {
  const pages = document.pages.filter((page) => page.number !== null).length
  return {
    file,
    sha256,
    mediaType: document.mediaType,
    route: document.route,
    convertedFrom: document.convertedFrom,
    ocrEngine: document.ocrEngine ?? null,
    pages: pages === 0 ? null : pages,
    generator: { name: 'phuluc', version },
  }
}
