import { mkdir, open, readdir, rename, stat, unlink } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'

/**
 * Written beside its place first, forced to the disk and moved there: a reader never sees half a file, whenever the
 * process or the machine stops.
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const partial = `${path}.${process.pid}.partial`
  try {
    const file = await open(partial, 'w')
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(partial, path)
  } catch (error) {
    await unlink(partial).catch(() => undefined)
    throw error
  }
}

/** Takes away what killed runs left half-written in a folder of plans. */
export async function removePartials(folder: string): Promise<void> {
  for (const name of await readdir(folder))
    if (/\.json\.\d+\.partial$/u.test(name)) await unlink(join(folder, name)).catch(() => undefined)
}

export function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error
}

/** How work goes on that a full disk ended: an import takes up what is missing, all else is done anew. */
type Again = 'resume' | 'again'

const remedies: Record<Again, string> = { resume: 'go on with --resume', again: 'run the command again' }

const reasons: Record<string, string> = {
  ENOENT: 'it is not there any more',
  EACCES: 'access is not permitted; check its rights',
  EPERM: 'access is not permitted; check its rights',
  EROFS: 'the disk is read-only; choose another folder',
  ENAMETOOLONG: 'its name is too long for the disk',
  EISDIR: 'it is a folder; move it away, or choose another place',
  EEXIST: 'something else has its name; move it away, or choose another place',
  ENOTDIR: 'a part of its path is a file',
  EIO: 'the disk does not work; look at the disk, or choose another',
  EMFILE: 'too many files are open; close other programs, or allow more with ulimit -n',
}

const shortages: Record<string, string> = {
  ENOSPC: 'the disk is full; make room and',
  EDQUOT: 'the quota of the disk is used up; make room and',
  EFBIG: 'larger files are not allowed here; allow them, or choose another folder, and',
}

/** A fault of the file system in words: what it is about, what is wrong, what to do. */
export function systemMessage(name: string, error: NodeJS.ErrnoException, again: Again = 'resume'): string {
  const code = error.code ?? ''
  const shortage = shortages[code]
  if (shortage !== undefined) return `${name}: ${shortage} ${remedies[again]}.`
  return `${name}: ${reasons[code] ?? error.message}.`
}

/** Thrown where results cannot be written: the rest of a batch would fail like this one. */
export class OutputError extends Error {
  override readonly name = 'OutputError'
}

/** Does what writes; a fault of the file system becomes an OutputError that names the place. */
export async function writing<T>(place: string, work: () => Promise<T>, again?: Again): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!isSystemError(error)) throw error
    // Nothing that is written has to be there before, but the folder it goes to.
    const told = error.code === 'ENOENT' ? noFolder : systemMessage('', error, again).replace(/^: /u, '')
    throw new OutputError(`${place} cannot be written: ${told}`)
  }
}

const noFolder = 'no folder can be made there; choose another.'

/**
 * Makes a folder and those above it. One after another: the recursive mkdir of Node.js never ends where the system
 * refuses a folder with ENOENT though the one above is there, as below /proc.
 */
export async function makeFolder(folder: string): Promise<void> {
  const made = await mkdir(folder).catch((error: NodeJS.ErrnoException) => error)
  if (made === undefined || (await isFolder(folder))) return
  const above = dirname(resolve(folder))
  if (made.code !== 'ENOENT' || above === resolve(folder) || (await isFolder(above))) throw made
  await makeFolder(above)
  await mkdir(folder)
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() ?? false
}

/** Where the plans of documents are kept whose plan is not shown by itself: they were joined to another, or are twins. */
export const partsFolder = 'parts'

/** The name of such a plan, as the report gives it. */
export function ownPlanName(plan: string): string {
  return `${partsFolder}/${plan}`
}
