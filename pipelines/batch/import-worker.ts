import type { Saying } from '../../schemas/saying.js'
import { openRecognition } from '../engines/recognition.js'
import { holdToBounds, type ProcessBounds } from '../system/bounded-process.js'
import { OutputError } from '../system/written-files.js'
import type { FoundDocument } from './find-documents.js'
import { type DocumentOptions, importDocument } from './import-document.js'
import type { DocumentOutcome } from './journal.js'

/** What a worker is told: plain data, because it goes to another process. */
export interface WorkerTask {
  /** To import the document, to say which pages are to be recognised, or to recognise those of the options. */
  work: 'import' | 'survey' | 'recognise'
  document: FoundDocument
  options: Omit<DocumentOptions, 'recogniser' | 'onStage' | 'readPages'>
  /** How many pages this worker may recognise at a time. */
  parallel: number
  /** What the kernel holds it to where it can; whoever waits for it holds it to less. */
  bounds: ProcessBounds
}

/** A folder that cannot be written ends the batch; everything else is a document's outcome. */
export type WorkerAnswer =
  | { outcome: DocumentOutcome }
  | { outputError: Saying }
  | { pages: number[] }
  | { recordings: string }

// An interrupt at the terminal reaches every process; it is for the batch to decide what is finished and what is not.
process.on('SIGINT', () => undefined)
// Whoever killed the batch wants no worker left behind.
process.on('disconnect', () => process.exit(0))
// Data goes to stdout; what libraries print does not belong there.
console.log = console.error
console.warn = console.error
console.info = console.error

let recogniser: ReturnType<typeof openRecognition> | null = null

/** One document in a worker process. The recogniser is kept for the next one. */
export default async function work({
  work,
  document,
  options,
  parallel,
  bounds,
}: WorkerTask): Promise<WorkerAnswer> {
  holdToBounds(bounds, parallel + 1)
  recogniser ??= openRecognition({
    engine: options.ocrEngine,
    workers: parallel,
    limit: options.limits?.recognition,
  })
  try {
    if (work === 'import' && options.recordings === undefined)
      return { outcome: await importDocument(document, { ...options, recogniser }) }
    // Loaded here: pictures are stored for other workers only where a queue parts a document among them.
    const { pagesToRecognise, recordedPages, recordPages } = await import('./recorded-pages.js')
    if (work === 'survey') return { pages: await pagesToRecognise(document, options) }
    if (work === 'recognise') return { recordings: await recordPages(document, options, recogniser) }
    const known = await recordedPages(options.recordings ?? '', recogniser)
    return { outcome: await importDocument(document, { ...options, ...known }) }
  } catch (error) {
    if (error instanceof OutputError) return { outputError: error.saying }
    throw error
  }
}
