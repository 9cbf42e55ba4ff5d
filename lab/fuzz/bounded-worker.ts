import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Answer, Question } from './fuzz-worker.js'

export interface Bounds {
  /** Of the processor's time: a busy machine makes nothing hang. */
  milliseconds: number
  bytes: number
}

const checkEvery = 100
const pageBytes = 4096
/** The kernel's ticks are hundredths of a second. */
const tick = 10
/** A worker that waits for what never comes takes no processor's time: by the clock it may take so many times the bound. */
const byTheClock = 8

/** A worker process that reads one mutant after the other; one that takes too long, too much or its worker's life is a fault. */
export class BoundedWorker {
  private child: ChildProcess | null = null

  /** `file` is the built worker. */
  constructor(
    private readonly bounds: Bounds,
    private readonly file: URL,
  ) {}

  /** The answer, and the milliseconds of the processor's time that it took. */
  ask(question: Question): Promise<{ answer: Answer; milliseconds: number }> {
    const child = this.child ?? this.start()
    const before = processorTime(child)
    const taken = (): number => processorTime(child) - before
    return new Promise((resolve) => {
      const settle = (answer: Answer, lost: boolean): void => {
        clearTimeout(timer)
        clearInterval(watch)
        child.removeAllListeners()
        const milliseconds = taken()
        if (lost) this.close()
        resolve({ answer, milliseconds })
      }
      const fault = (reason: string): void => settle({ kind: 'fault', reason }, true)
      const timer = setTimeout(() => fault('hang'), this.bounds.milliseconds * byTheClock)
      const watch = setInterval(() => {
        if (taken() > this.bounds.milliseconds) fault('hang')
        else if (residentBytes(child) > this.bounds.bytes) fault('memory')
      }, checkEvery)
      child.once('message', (answer) => settle(answer as Answer, false))
      child.once('exit', (code, signal) => fault(`the process ended (${signal ?? code})`))
      child.send(question)
    })
  }

  close(): void {
    this.child?.kill('SIGKILL')
    this.child = null
  }

  private start(): ChildProcess {
    const heap = Math.floor(this.bounds.bytes / 1048576)
    this.child = fork(fileURLToPath(this.file), [], {
      execArgv: [`--max-old-space-size=${heap}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    return this.child
  }
}

/** Milliseconds of the processor's time that a process has had, where the system tells (Linux); 0 elsewhere. */
function processorTime(child: ChildProcess): number {
  try {
    const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) * tick
  } catch {
    return 0
  }
}

function residentBytes(child: ChildProcess): number {
  try {
    return Number(readFileSync(`/proc/${child.pid}/statm`, 'utf8').split(' ')[1]) * pageBytes
  } catch {
    return 0
  }
}
