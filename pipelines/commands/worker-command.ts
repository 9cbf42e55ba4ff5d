import { availableParallelism } from 'node:os'
import type { Saying } from '../../schemas/saying.js'
import { saying } from '../../src/messages/index.js'
import { defaultLimits } from '../batch/batch-import.js'
import { openDatabase } from '../queue/database.js'
import { openJobs } from '../queue/jobs.js'
import { makeTables } from '../queue/schema.js'
import { runWorker } from '../queue/worker.js'
import type { Values } from '../system/command-values.js'
import { say } from '../system/speech.js'
import { queueUrl } from './queue-command.js'
import { wholeNumber } from './whole-number.js'

/** A worker that was not heard of for so long is taken for lost (seconds). */
const defaultLease = 60

/** What a shell is told of a program that Ctrl-C ended. */
const interrupted = 130

/** `phuluc worker`: takes jobs until it is told to end. A first signal lets it finish what it is at, a second does not. */
export async function runWorkerCommand(values: Values): Promise<number> {
  const url = queueUrl(values, 'worker')
  const read = (name: string): number | null =>
    wholeNumber(values[name], saying('worker.number', { option: name }))
  const count = read('jobs') ?? availableParallelism()
  const lease = (read('lease') ?? defaultLease) * 1000
  const seconds = read('timeout')
  const memory = read('max-memory')
  const limits = {
    timeout: seconds === null ? defaultLimits.timeout : seconds * 1000,
    memory: memory === null ? defaultLimits.memory : memory * 1048576,
  }
  const database = openDatabase(url, count + 3)
  const { ending, stop, release } = signals(say)
  try {
    await makeTables(database)
    const jobs = await openJobs(database, lease)
    try {
      const once = values.once === true
      await runWorker(database, jobs, { jobs: count, once, lease, limits, ending, stop, tell: say })
    } finally {
      await jobs.close()
    }
  } finally {
    release()
    await database.close()
  }
  return ending.aborted ? interrupted : 0
}

function signals(tell: (message: Saying) => void) {
  const ending = new AbortController()
  const stop = new AbortController()
  const onSignal = (): void => {
    if (ending.signal.aborted) stop.abort()
    else {
      ending.abort()
      tell(saying('worker.ending'))
    }
  }
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal)
  const release = (): void => {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal)
  }
  return { ending: ending.signal, stop: stop.signal, release }
}
