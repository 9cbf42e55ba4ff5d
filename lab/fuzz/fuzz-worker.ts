import { join } from 'node:path'
import { openRecognition } from '../../pipelines/engines/recognition.js'
import { type ImportOptions, importPlans, sourceOf } from '../../pipelines/plan/import-plan.js'
import { toJson, writeWhole } from '../../pipelines/system/written-files.js'
import type { Recogniser } from '../../schemas/recogniser.js'
import { UnusableInputError } from '../../src/errors.js'
import type { Format } from './formats.js'
import { breachesOf } from './invariants.js'
import { mutantOf } from './mutants.js'
import { seedsOf } from './seeds.js'

/** What the worker is asked: to make a mutant and to read it. */
export interface Question {
  format: Format
  seed: number
  index: number
  /** Where its plan goes. */
  out: string
}

/** What became of it: a plan, a refusal with its code, or a fault in a sentence (with the stack where there is one). */
export type Answer = { kind: 'plan' } | { kind: 'refused'; code: string } | { kind: 'fault'; reason: string }

const blind: Recogniser = {
  engine: 'none',
  parallel: 1,
  recognise: async () => ({ words: [], failure: null }),
}
const seeds = new Map<Format, Uint8Array[]>()
let engine: Recogniser | null = null

function optionsFor(format: Format, pages: ImportOptions['pages'] | null): ImportOptions {
  const range = pages === null || pages === undefined ? {} : { pages }
  if (format === 'ocr') {
    engine ??= openRecognition({ workers: 1 })
    return { recogniser: engine }
  }
  return format === 'image' ? { recogniser: blind } : { ...range, ocr: 'never', recogniser: blind }
}

async function answer({ format, seed, index, out }: Question): Promise<Answer> {
  const files = seeds.get(format) ?? (await seedsOf(format))
  seeds.set(format, files)
  const { bytes, pages } = mutantOf(format, seed, index, files)
  try {
    const source = sourceOf(`mutant-${index}.${format}`, bytes)
    const plans = await importPlans(source, optionsFor(format, pages))
    const breaches = plans.flatMap(breachesOf)
    await writeWhole(join(out, `${format}-${index}.plan.json`), toJson(plans[0]))
    return breaches.length === 0
      ? { kind: 'plan' }
      : { kind: 'fault', reason: breaches.slice(0, 3).join('; ') }
  } catch (error) {
    if (error instanceof UnusableInputError) return { kind: 'refused', code: error.code }
    return { kind: 'fault', reason: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

/** A fault of the mutant's making, not of its reading. */
function lost(error: unknown): Answer {
  return { kind: 'fault', reason: `the mutant could not be made: ${error}` }
}

// What nobody waits for must not be lost: it is a fault of the mutant that is being read.
let late: string | null = null
process.on('unhandledRejection', (error) => {
  // The PDF engine's own are let go by the import.
  if (error instanceof Error && /pdfjs-dist/u.test(error.stack ?? '')) return
  late = `unhandled: ${error instanceof Error ? `${error.name} ${error.message} ${error.stack}` : String(error)}`
})
process.on('disconnect', () => process.exit(0))
process.on('message', (question: Question) => {
  void answer(question)
    .catch(lost)
    .then(async (given) => {
      await new Promise((resolve) => setImmediate(resolve))
      process.send?.(late !== null && given.kind !== 'fault' ? { kind: 'fault', reason: late } : given)
      late = null
    })
})
