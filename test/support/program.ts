import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { packageRoot } from '../../pipelines/system/package-root.js'

/** The built program. */
export const cli = join(packageRoot, 'dist', 'pipelines', 'cli.js')

export interface Ran {
  /** Null where it was killed. */
  code: number | null
  out: string
  err: string
}

/** Runs the program to its end, as a shell would that speaks English. */
export function phuluc(...args: string[]): Ran {
  return phulucIn({}, ...args)
}

/** The same in a folder, or for somebody who speaks another language. */
export function phulucIn(place: { cwd?: string; locale?: string }, ...args: string[]): Ran {
  const { cwd = process.cwd(), locale = 'en_US.UTF-8' } = place
  const env = { ...process.env, LC_ALL: locale }
  const run = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8', cwd, env })
  return { code: run.status, out: run.stdout, err: run.stderr }
}
