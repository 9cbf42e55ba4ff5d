import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Tinypool } from 'tinypool'
import { workerEnvironment } from '../system/bounded-process.js'
import type { WorkerAnswer, WorkerTask } from './import-worker.js'

export interface SlotLimits {
  /** Milliseconds that one document may take. */
  timeout: number
  /** Bytes of resident memory that a worker may hold. */
  memory: number
}

/** Why a worker was lost with its document. */
export type WorkerLoss = 'timeout' | 'memory' | 'crash'

export class WorkerLostError extends Error {
  override readonly name = 'WorkerLostError'
  constructor(readonly loss: WorkerLoss) {
    super(loss)
  }
}

/** One worker process that does one document at a time, and is replaced when it is lost. */
export interface WorkerSlot {
  /** Throws WorkerLostError where the worker was lost, and AbortError where the batch was stopped. */
  run(task: WorkerTask, signal: AbortSignal | undefined): Promise<WorkerAnswer>
  close(): Promise<void>
}

const memoryCheckEvery = 250

/**
 * Megabytes of a worker's young generation. A document leaves much short-lived text behind; with Node's own 16 a worker
 * spends an eighth of its processor time more on collecting it.
 */
const youngGeneration = 64

/**
 * A pool of exactly one process: what is killed is then known to be the document's own worker. The heap is bounded by
 * the engine, pictures and native memory by what the system says of the process.
 */
export function openSlot(limits: SlotLimits): WorkerSlot {
  const heap = Math.max(64, Math.floor(limits.memory / 1048576))
  const pool = new Tinypool({
    filename: new URL('./import-worker.js', import.meta.url).href,
    runtime: 'child_process',
    serialization: 'advanced',
    env: workerEnvironment(),
    execArgv: [
      // No text of a document becomes code.
      '--disallow-code-generation-from-strings',
      `--max-old-space-size=${heap}`,
      `--max-semi-space-size=${youngGeneration}`,
    ],
    minThreads: 1,
    maxThreads: 1,
  })
  // A worker lost between two documents is replaced by the pool; there is nothing to report.
  pool.on('error', () => undefined)
  return {
    run: (task, signal) => runBounded(pool, task, limits, signal),
    close: () => pool.destroy(),
  }
}

async function runBounded(
  pool: Tinypool,
  task: WorkerTask,
  limits: SlotLimits,
  stop: AbortSignal | undefined,
): Promise<WorkerAnswer> {
  const bound = new AbortController()
  let loss: WorkerLoss = 'crash'
  const lose = (reason: WorkerLoss): void => {
    loss = reason
    bound.abort()
  }
  const timer = setTimeout(() => lose('timeout'), limits.timeout)
  const watch = setInterval(() => {
    const pid = (pool.threads[0] as { threadId?: number } | undefined)?.threadId
    if (pid !== undefined && residentMemory(pid) > limits.memory) lose('memory')
  }, memoryCheckEvery)
  const stopped = (): void => bound.abort()
  stop?.addEventListener('abort', stopped, { once: true })
  try {
    return (await pool.run(task, { signal: bound.signal })) as WorkerAnswer
  } catch (error) {
    if (stop?.aborted === true) throw new DOMException('the batch was stopped', 'AbortError')
    if (isTaskError(error)) throw error
    throw new WorkerLostError(loss)
  } finally {
    clearTimeout(timer)
    clearInterval(watch)
    stop?.removeEventListener('abort', stopped)
  }
}

/** Errors that the worker itself threw come as plain data; those of a lost process are the pool's own. */
function isTaskError(error: unknown): boolean {
  return !(error instanceof Error)
}

const pageBytes = 4096

/** Bytes of memory a process holds, where the system tells (Linux); 0 elsewhere. */
function residentMemory(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * pageBytes
  } catch {
    return 0
  }
}

/** Whether workers can start: they run the built files, not the sources. */
export function workersAvailable(): boolean {
  return fileURLToPath(import.meta.url).endsWith('.js')
}
