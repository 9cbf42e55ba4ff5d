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

  async run<T>(job: (worker: W) => Promise<T>): Promise<T> {
    const worker = await this.take()
    try {
      return await job(await worker.promise)
    } finally {
      this.giveBack(worker.promise)
    }
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
