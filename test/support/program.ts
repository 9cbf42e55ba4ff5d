import {
  type ChildProcess,
  type SpawnSyncReturns,
  type StdioOptions,
  spawn,
  spawnSync,
} from 'node:child_process'
import { join } from 'node:path'
import { packageRoot } from '../../pipelines/system/package-root.js'

/** The built program, as `test/support/build.ts` leaves it. Tests start it here and nowhere else. */
const cli = join(packageRoot, 'dist', 'pipelines', 'cli.js')

/** Where and how the program is started; as a shell would that speaks English where nothing is said. */
export interface Place {
  cwd?: string
  locale?: string
  env?: Record<string, string>
  /** A program and its arguments that start ours in turn. */
  through?: string[]
  /** The descriptor that standard output goes to. */
  stdout?: number
}

export interface Ran {
  /** Null where it was killed. */
  code: number | null
  out: string
  err: string
}

/** Runs the program to its end. */
export function phuluc(...args: string[]): Ran {
  return phulucIn({}, ...args)
}

export function phulucIn(place: Place, ...args: string[]): Ran {
  const [file = '', ...all] = [...(place.through ?? []), process.execPath, cli, ...args]
  const { cwd = process.cwd(), stdout = 'pipe' } = place
  const options = { cwd, env: environmentOf(place), stdio: ['ignore', stdout, 'pipe'] as StdioOptions }
  return ranOf(spawnSync(file, all, { encoding: 'utf8', ...options }))
}

/** Runs a script of bash in which `phuluc` is the program; a command and its arguments before it may start it in turn. */
export function inShell(script: string, env: Record<string, string> = {}, through: string[] = []): Ran {
  const program = 'phuluc() { LC_ALL=en_US.UTF-8 "$NODE" "$CLI" "$@"; }'
  const [file = '', ...args] = [...through, 'bash', '-c', `${program}\n${script}`]
  const all = { ...process.env, NODE: process.execPath, CLI: cli, ...env }
  return ranOf(spawnSync(file, args, { encoding: 'utf8', env: all }))
}

/** The program while it runs, at the head of a process group of its own. */
export interface Running {
  process: ChildProcess
  /** The exit code; null where it was killed. */
  ended: Promise<number | null>
  /** Standard error up to now. */
  said(): string
  /** Sends a signal to the program and its workers. */
  signalAll(signal: NodeJS.Signals): void
}

export function startPhuluc(place: Place, ...args: string[]): Running {
  const { cwd = process.cwd() } = place
  const options = { cwd, env: environmentOf(place), detached: true }
  const child = spawn(process.execPath, [cli, ...args], { ...options, stdio: ['ignore', 'ignore', 'pipe'] })
  let text = ''
  child.stderr.on('data', (part: Buffer) => {
    text += part.toString()
  })
  return {
    process: child,
    ended: new Promise((resolve) => child.on('close', resolve)),
    said: () => text,
    signalAll: (signal) => {
      if (child.exitCode === null && child.signalCode === null) process.kill(-(child.pid ?? 0), signal)
    },
  }
}

function environmentOf({ env = {}, locale = 'en_US.UTF-8' }: Place): NodeJS.ProcessEnv {
  return { ...process.env, LC_ALL: locale, ...env }
}

function ranOf({ status, stdout, stderr }: SpawnSyncReturns<string>): Ran {
  return { code: status, out: stdout, err: stderr }
}
