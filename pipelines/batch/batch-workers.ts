import { availableParallelism } from 'node:os'
import type { ImportEvent, ReportEntry } from '../../schemas/report.js'
import type { Saying } from '../../schemas/saying.js'
import { saying, sentence } from '../../src/messages/index.js'
import { openRecognition } from '../engines/recognition.js'
import { mostOwnBytes } from '../system/bounded-files.js'
import { OutputError } from '../system/written-files.js'
import type { FoundDocument } from './find-documents.js'
import { type DocumentOptions, failedEntry, importDocument } from './import-document.js'
import type { WorkerTask } from './import-worker.js'
import type { DocumentOutcome, Journal } from './journal.js'
import {
  openSlot,
  type SlotLimits,
  type WorkerLoss,
  WorkerLostError,
  type WorkerSlot,
  workersAvailable,
} from './worker-slots.js'

/** A document that is to be read, with its place in the batch and its key in the journal. */
export interface BatchDocument extends FoundDocument {
  index: number
  key: string | null
  sha256: string | null
}

export type BatchLimits = SlotLimits

export interface WorkOptions extends DocumentOptions, BatchLimits {
  jobs: number
  signal?: AbortSignal
}

/** `outcome` comes with the event that a document is finished. */
type Tell = (event: ImportEvent, outcome?: DocumentOutcome) => void

/**
 * Reads the documents, several at a time, and tells of each. Where a recogniser was handed in they are read in this
 * process, where nothing bounds the memory and the time that they take.
 */
export async function runDocuments(
  documents: BatchDocument[],
  options: WorkOptions,
  journal: Journal | null,
  tell: Tell,
): Promise<void> {
  if (documents.length === 0) return
  if (options.recogniser !== undefined || !workersAvailable())
    return runHere(documents, options, journal, tell)
  const waiting = documents.values()
  const lanes = Math.min(options.jobs, documents.length)
  const failed = new AbortController()
  const stop = AbortSignal.any([failed.signal, ...(options.signal === undefined ? [] : [options.signal])])
  const finish = finisher(journal, tell)
  await Promise.all(
    Array.from({ length: lanes }, async (_, worker) => {
      const slot = openSlot(options)
      try {
        // The lanes take from one iterator: whoever is free gets the next document.
        for (const document of waiting) {
          if (stop.aborted) break
          tell({ type: 'started', file: document.name, index: document.index, worker })
          const outcome = await readInSlot(slot, document, options, stop, tell)
          if (outcome !== null) await finish(document, outcome)
        }
      } catch (error) {
        failed.abort()
        throw error
      } finally {
        await slot.close()
      }
    }),
  )
}

async function runHere(
  documents: BatchDocument[],
  options: WorkOptions,
  journal: Journal | null,
  tell: Tell,
): Promise<void> {
  const own =
    options.recogniser === undefined
      ? openRecognition({ engine: options.ocrEngine, limit: options.limits?.recognition })
      : null
  const recogniser = options.recogniser ?? own ?? undefined
  const finish = finisher(journal, tell)
  try {
    for (const document of documents) {
      if (options.signal?.aborted === true) return
      tell({ type: 'started', file: document.name, index: document.index, worker: null })
      const outcome = await importDocument(document, {
        ...options,
        ...(recogniser === undefined ? {} : { recogniser }),
      })
      await finish(document, outcome)
    }
  } finally {
    await own?.close()
  }
}

/** Into the journal first: what was told as finished is not done again. */
function finisher(journal: Journal | null, tell: Tell) {
  return async ({ key, index }: BatchDocument, outcome: DocumentOutcome): Promise<void> => {
    const { entry, timing } = outcome
    if (key !== null) await journal?.add({ key, ...outcome })
    tell(
      { type: 'finished', index, entry, further: furtherEntries(outcome), timing, resumed: false },
      outcome,
    )
  }
}

/** What is said of the other plans of a file that holds several. */
export function furtherEntries({ further }: Pick<DocumentOutcome, 'further'>): ReportEntry[] {
  return further.map(({ entry }) => entry)
}

const attempts = 2

/** Null where the batch was stopped before the document was read. */
export async function readInSlot(
  slot: WorkerSlot,
  document: BatchDocument,
  options: WorkOptions,
  stop: AbortSignal,
  tell: Tell,
): Promise<DocumentOutcome | null> {
  const began = performance.now()
  for (let attempt = 1; ; attempt++) {
    try {
      const answer = await slot.run(taskOf(document, options), stop)
      if ('outputError' in answer) throw new OutputError(answer.outputError)
      if (!('outcome' in answer)) throw new Error('the worker did something else than it was told')
      return { ...answer.outcome, timing: { ...answer.outcome.timing, attempts: attempt } }
    } catch (error) {
      if (stop.aborted) return null
      if (!(error instanceof WorkerLostError)) throw error
      const why = lossOf(error.loss, document.name, options)
      if (attempt === attempts) return lostOutcome(document, error.loss, why, performance.now() - began)
      const reason = sentence(why, 'en')
      tell({ type: 'retried', file: document.name, index: document.index, reason, saying: why })
    }
  }
}

/** The task of importing a document, as it goes to a worker. */
export function taskOf(document: FoundDocument, options: WorkOptions): WorkerTask {
  const { out, join, separate, repair, password, ocr, ocrEngine, pages, maxBytes, limits, recordings, jobs } =
    options
  const plain = { out, join, separate, repair, password, ocr, ocrEngine, pages, maxBytes, limits, recordings }
  const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined))
  const { path, name, bytes } = document
  const { timeout, memory } = options
  return {
    work: 'import',
    document: { path, name, bytes },
    options: given as Omit<DocumentOptions, 'recogniser' | 'onStage' | 'readPages'>,
    parallel: Math.max(1, Math.floor(availableParallelism() / jobs)),
    bounds: { time: timeout + 60_000, memory: memory + spare, file: mostOwnBytes },
  }
}

/** Bytes that a process has been given and does not hold: stacks of threads, and the engine's own. */
const spare = 2 * 1024 ** 3

function lossOf(loss: WorkerLoss, file: string, limits: BatchLimits): Saying {
  const losses: Record<WorkerLoss, Saying> = {
    timeout: saying('document.timeout', { file, seconds: limits.timeout / 1000 }),
    memory: saying('document.memory', { file, most: Math.round(limits.memory / 1048576) }),
    crash: saying('document.crash', { file }),
  }
  return losses[loss]
}

function lostOutcome(
  document: BatchDocument,
  loss: WorkerLoss,
  why: Saying,
  milliseconds: number,
): DocumentOutcome {
  const code = loss === 'crash' ? 'unreadable' : 'too-large'
  return {
    entry: failedEntry(document.name, document.sha256, code, why),
    timing: {
      file: document.name,
      milliseconds: Math.round(milliseconds),
      stages: {},
      attempts,
      peakMemory: 0,
    },
    file: null,
    lasting: false,
    kin: null,
    twin: null,
    further: [],
  }
}
