import { spawn, spawnSync } from 'node:child_process'

const ofSystem = /^(?:PATH|SYSTEMROOT|WINDIR|PATHEXT|COMSPEC)$/iu
const ofUser = /^(?:HOME|LANG|LC_\w+|TMPDIR|TZ|TEMP|TMP|USERPROFILE)$/iu

function environmentOf(names: RegExp[]): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && names.some((name) => name.test(entry[0])),
  )
  return Object.fromEntries(kept)
}

/** The environment of a process of ours that reads what strangers wrote: no password, no token. */
export function workerEnvironment(): Record<string, string> {
  return environmentOf([ofSystem, ofUser])
}

/** The environment of a program that we did not write: it is at home in a folder that is made for it. */
export function programEnvironment(folder: string): Record<string, string> {
  return { ...environmentOf([ofSystem]), HOME: folder, TMPDIR: folder, LANG: 'C.UTF-8' }
}

/** What a program may take. */
export interface ProcessBounds {
  /** Milliseconds. */
  time: number
  /** Bytes of memory of its own. */
  memory: number
  /** Bytes of any file that it writes. */
  file: number
}

/** What the kernel is asked to hold of a process, as prlimit takes it. */
function kernelLimits({ time, memory, file }: ProcessBounds): string[] {
  return [`--cpu=${Math.ceil(time / 1000)}`, `--data=${memory}`, `--fsize=${file}`, '--core=0']
}

function works(command: string, args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore', timeout: 10_000 }).status === 0
}

let alone: string[] | null = null
let bounded: boolean | null = null
let timed: boolean | null = null

/** Whether this machine has util-linux's prlimit; elsewhere only time and a worker's memory are bounded. */
function hasKernelLimits(): boolean {
  bounded ??= works('prlimit', ['--core=0', '--', 'true'])
  return bounded
}

/**
 * Has the kernel hold this process to bounds from now on, for one document more: what goes on though nobody waits for
 * it, and what is taken at once, end by themselves. Its threads share the time.
 */
export function holdToBounds(bounds: ProcessBounds, threads: number): void {
  if (!hasKernelLimits()) return
  const used = process.cpuUsage()
  const spent = (used.user + used.system) / 1000
  const limits = kernelLimits({ ...bounds, time: spent + bounds.time * threads })
  // Only what is asked for now, so that the next document can ask again.
  spawnSync('prlimit', ['--pid', String(process.pid), ...limits.map((limit) => `${limit}:`)], {
    stdio: 'ignore',
  })
}

/** The words before a command that leave it no network and bounded means, as far as this machine has them. */
function wardens(bounds: ProcessBounds): string[] {
  alone ??=
    [
      ['unshare', '-n'],
      ['unshare', '-rn'],
    ].find(([command = '', flag = '']) => works(command, [flag, 'true'])) ?? []
  // Ends it also where the process that waits for it was killed.
  timed ??= works('timeout', ['-s', 'KILL', '9', 'true'])
  const limits = hasKernelLimits() ? ['prlimit', ...kernelLimits(bounds), '--'] : []
  return [
    ...alone,
    ...(timed ? ['timeout', '-s', 'KILL', String(Math.ceil(bounds.time / 1000))] : []),
    ...limits,
  ]
}

export interface BoundedRun extends ProcessBounds {
  env: Record<string, string>
  cwd?: string
  input?: Uint8Array
}

/** How a program ended: `late` where its time was over. */
export interface Ended {
  code: number | null
  late: boolean
  out: string
  err: string
}

/** The most that is kept of what a program says. */
const mostSaid = 64 * 1024 * 1024

/** Runs a program that reads a document: without network, without our environment, within bounds. Throws ENOENT where there is none. */
export function runBounded(command: string, args: string[], run: BoundedRun): Promise<Ended> {
  const [file = command, ...rest] = [...wardens(run), command, ...args]
  const grouped = process.platform !== 'win32'
  return new Promise((resolve, reject) => {
    const child = spawn(file, rest, { env: run.env, cwd: run.cwd, detached: grouped, windowsHide: true })
    let late = false
    const end = (): void => {
      late = true
      if (grouped && child.pid !== undefined) killGroup(child.pid)
      else child.kill('SIGKILL')
    }
    const timer = setTimeout(end, run.time)
    const said: Record<'out' | 'err', Buffer[]> = { out: [], err: [] }
    let bytes = 0
    const keep = (part: 'out' | 'err') => (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > mostSaid) end()
      else said[part].push(chunk)
    }
    child.stdout.on('data', keep('out'))
    child.stderr.on('data', keep('err'))
    child.on('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      if (grouped && child.pid !== undefined) killGroup(child.pid)
      if (code === missing && file !== command) {
        reject(Object.assign(new Error(`${command} is not there`), { code: 'ENOENT', syscall: 'spawn' }))
        return
      }
      const text = (part: 'out' | 'err'): string => Buffer.concat(said[part]).toString('utf8')
      resolve({
        code,
        late: late || signal === 'SIGKILL' || code === killed,
        out: text('out'),
        err: text('err'),
      })
    })
    child.stdin.on('error', () => undefined)
    child.stdin.end(run.input)
  })
}

/** What `timeout` says of a program that it killed, and wardens of one that is not there. */
const [killed, missing] = [137, 127]

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // All of it has ended.
  }
}
