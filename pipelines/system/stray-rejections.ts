/**
 * The PDF engine leaves promises behind that fail with nobody waiting for them (a directory that contradicts itself),
 * and Node ends a process for that. While `work` is done, such failures of the engine's own are let go: the pages they
 * concern fail by themselves. Failures of anything else end the process as ever.
 */
export async function withoutStrays<T>(work: () => Promise<T>): Promise<T> {
  process.on('unhandledRejection', letGo)
  try {
    return await work()
  } finally {
    // What was left behind last fails once more code has run.
    await new Promise((resolve) => setImmediate(resolve))
    process.off('unhandledRejection', letGo)
  }
}

function letGo(error: unknown): void {
  const isEngines = error instanceof Error && /[\\/]pdfjs-dist[\\/]/u.test(error.stack ?? '')
  const others = process.listeners('unhandledRejection').some((listener) => listener !== letGo)
  if (!isEngines && !others) throw error
}
