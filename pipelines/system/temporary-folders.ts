import { createHash } from 'node:crypto'
import { lstat, mkdtemp, readdir, rm } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'

const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)
const prefix = 'phuluc-'

/** Makes a temporary folder whose name says whose it is: this machine's and this process's. */
export function makeTemporary(parent = tmpdir(), begin = prefix): Promise<string> {
  return mkdtemp(join(parent, `${begin}${machine}-${process.pid}-`))
}

/** Takes away the temporary folders that killed processes of this machine and user left behind. */
export async function sweepTemporary(parent = tmpdir(), begin = prefix): Promise<void> {
  for (const name of await readdir(parent).catch(() => [])) {
    const [, owner, pid] = /^([0-9a-f]{8})-(\d+)-\w{6}$/u.exec(name.slice(begin.length)) ?? []
    if (!name.startsWith(begin) || owner !== machine || isAlive(Number(pid))) continue
    const path = join(parent, name)
    const status = await lstat(path).catch(() => null)
    const isOwn = process.getuid === undefined || status?.uid === process.getuid()
    if (status?.isDirectory() === true && isOwn)
      await rm(path, { recursive: true, force: true }).catch(() => undefined)
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
