import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BoundedWorker, type Bounds } from './bounded-worker.js'
import type { Format } from './formats.js'
import { mutantOf } from './mutants.js'
import { seedsOf } from './seeds.js'

export interface FuzzRun {
  format: Format
  seed: number
  /** Mutants `first` … `first + count - 1`. */
  first: number
  count: number
  /** Worker processes. */
  jobs: number
  /** Mutants that broke something go here, plans into its folder `plans`. */
  out: string
  /** The built worker (default: the one beside this file). */
  worker?: URL
}

export interface Fault {
  format: Format
  index: number
  reason: string
}

/** What became of a format's mutants. `slowest` is in milliseconds of the processor's time. */
export interface FuzzFigures {
  format: Format
  mutants: number
  plans: number
  refused: Record<string, number>
  faults: Fault[]
  slowest: number
}

/** Ten seconds and 1.5 GiB for one small file; a worker's first mutant has to load the engines as well. */
const fuzzBounds: Bounds = { milliseconds: 10_000, bytes: 1536 * 1048576 }

/** Reads the mutants of one format in bounded workers. Faults are stored with the bytes that made them. */
export async function runFuzz(run: FuzzRun, bounds: Bounds = fuzzBounds): Promise<FuzzFigures> {
  const plans = join(run.out, 'plans')
  mkdirSync(plans, { recursive: true })
  const figures: FuzzFigures = {
    format: run.format,
    mutants: 0,
    plans: 0,
    refused: {},
    faults: [],
    slowest: 0,
  }
  const seeds = await seedsOf(run.format)
  const indices = Array.from({ length: run.count }, (_, index) => run.first + index).values()
  const lane = async (): Promise<void> => {
    const worker = new BoundedWorker(bounds, run.worker ?? new URL('./fuzz-worker.js', import.meta.url))
    for (const index of indices) {
      const { answer, milliseconds } = await worker.ask({
        format: run.format,
        seed: run.seed,
        index,
        out: plans,
      })
      figures.mutants++
      figures.slowest = Math.max(figures.slowest, milliseconds)
      if (answer.kind === 'plan') figures.plans++
      else if (answer.kind === 'refused')
        figures.refused[answer.code] = (figures.refused[answer.code] ?? 0) + 1
      else {
        figures.faults.push({ format: run.format, index, reason: answer.reason })
        const { bytes } = mutantOf(run.format, run.seed, index, seeds)
        writeFileSync(join(run.out, `${run.format}-${run.seed}-${index}`), bytes)
      }
    }
    worker.close()
  }
  await Promise.all(Array.from({ length: run.jobs }, lane))
  return figures
}
