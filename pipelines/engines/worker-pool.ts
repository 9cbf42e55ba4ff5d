/** Thrown for a job that took too long. */
class TimeLimitError extends Error {
  override readonly name = 'TimeLimitError'
  constructor(milliseconds: number) {
    super(`it took longer than ${milliseconds / 1000} s`)
  }
}

interface Closable {
  terminate(): Promise<unknown>
}

/** Threads that are started when they are needed; whoever finds all at work waits for the first that is done. */
export class WorkerPool<W extends Closable> {
  private readonly started: Promise<W>[] = []
  private readonly idle: Promise<W>[] = []
  private readonly waiting: ((worker: Promise<W>) => void)[] = []

  constructor(
    private readonly size: number,
    private readonly start: () => Promise<W>,
  ) {}

  /**
   * Does a job in a thread of its own. One that takes longer than `milliseconds` throws, and costs the thread: another
   * takes its place.
   */
  async run<T>(job: (worker: W) => Promise<T>, milliseconds: number): Promise<T> {
    const worker = await this.take()
    let timer: NodeJS.Timeout | undefined
    let isLate = false
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        isLate = true
        reject(new TimeLimitError(milliseconds))
      }, milliseconds)
    })
    try {
      // A thread that was long in starting is ended at once; a job that it began would talk to nobody.
      const begun = worker.promise.then((thread) => (isLate ? late : job(thread)))
      return await Promise.race([begun, late])
    } catch (error) {
      if (error instanceof TimeLimitError) this.replace(worker)
      throw error
    } finally {
      clearTimeout(timer)
      this.giveBack(worker.promise)
    }
  }

  /** Ends a thread without waiting for it: it may never answer. The next one starts when it is needed. */
  private replace(worker: { promise: Promise<W> }): void {
    const lost = worker.promise
    lost.then(
      (thread) => thread.terminate(),
      () => undefined,
    )
    worker.promise = this.start()
    // Whoever takes it is told when it cannot start.
    worker.promise.catch(() => undefined)
    this.started[this.started.indexOf(lost)] = worker.promise
  }

  async close(): Promise<void> {
    await Promise.all(this.started.map(async (worker) => (await worker.catch(() => null))?.terminate()))
    this.started.length = 0
    this.idle.length = 0
  }

  /** In an object, as a promise given back by a promise would be waited for. */
  private async take(): Promise<{ promise: Promise<W> }> {
    const free = this.idle.pop()
    if (free !== undefined) return { promise: free }
    if (this.started.length < this.size) {
      const promise = this.start()
      this.started.push(promise)
      return { promise }
    }
    return new Promise((resolve) => {
      this.waiting.push((promise) => resolve({ promise }))
    })
  }

  private giveBack(worker: Promise<W>): void {
    const next = this.waiting.shift()
    if (next === undefined) this.idle.push(worker)
    else next(worker)
  }
}
