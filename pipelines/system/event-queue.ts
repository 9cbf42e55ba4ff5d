/** Events of work that goes on side by side, read one after another in the order in which they were pushed. */
export class EventQueue<T> implements AsyncIterable<T> {
  private readonly waiting: T[] = []
  private ended = false
  private failure: { error: unknown } | null = null
  private wake: () => void = () => undefined

  push(event: T): void {
    this.waiting.push(event)
    this.wake()
  }

  end(): void {
    this.ended = true
    this.wake()
  }

  /** What was pushed before is still read; then the reader gets the error. */
  fail(error: unknown): void {
    this.failure = { error }
    this.end()
  }

  async *[Symbol.asyncIterator](): AsyncIterator<T> {
    while (true) {
      for (let event = this.waiting.shift(); event !== undefined; event = this.waiting.shift()) yield event
      if (this.waiting.length > 0) continue
      if (this.failure !== null) throw this.failure.error
      if (this.ended) return
      await new Promise<void>((resolve) => {
        this.wake = resolve
      })
    }
  }
}
