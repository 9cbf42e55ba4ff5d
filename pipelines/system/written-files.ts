import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { lstat, mkdir, open, readdir, rename, stat, unlink } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Saying } from '../../schemas/saying.js'
import { saying } from '../../src/messages/index.js'
import { SpokenError } from './spoken-errors.js'

/**
 * Written beside its place first, forced to the disk and moved there: a reader never sees half a file, whenever the
 * process or the machine stops. Its first name cannot be guessed, and no link that stands there is followed.
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const partial = `${path}.${randomBytes(8).toString('hex')}.partial`
  try {
    const file = await open(partial, onlyNew)
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

/** What a link must not stand in for. */
export const noFollow = constants.O_NOFOLLOW ?? 0
const onlyNew = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | noFollow

/**
 * Makes the folder of plans, or finds it made, and takes away what killed runs left half-written there. Its folder of
 * parts must not lead elsewhere.
 */
export async function openPlanFolder(folder: string): Promise<void> {
  await makeFolder(folder)
  const parts = join(folder, partsFolder)
  if ((await lstat(parts).catch(() => null))?.isSymbolicLink() === true)
    throw new OutputError(saying('place.unwritten', { place: parts, reason: saying('system.ELOOP') }))
  for (const name of await readdir(folder))
    if (/\.n?d?json\.[0-9a-f]+\.partial$/u.test(name)) await unlink(join(folder, name)).catch(() => undefined)
}

export function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error
}

/** How work goes on that a full disk ended: an import takes up what is missing, all else is done anew. */
type Again = 'resume' | 'again'

const refusals = [
  ...(['ENOENT', 'EACCES', 'EROFS', 'ENAMETOOLONG', 'EISDIR'] as const),
  ...(['EEXIST', 'ENOTDIR', 'ELOOP', 'EIO', 'EMFILE'] as const),
]
const shortages = ['ENOSPC', 'EDQUOT', 'EFBIG'] as const

/** Why the file system refuses, and what to do. */
function systemReason({ code = '' }: NodeJS.ErrnoException, again: Again): Saying {
  const own = code === 'EPERM' ? 'EACCES' : code
  const shortage = shortages.find((known) => known === own)
  if (shortage !== undefined) return saying(`system.${shortage}`, { again: saying(`again.${again}`) })
  const refusal = refusals.find((known) => known === own)
  return refusal === undefined ? saying('system.other', { code }) : saying(`system.${refusal}`)
}

/** A fault of the file system: what it is about, what is wrong, what to do. */
export function systemSaying(place: string, error: NodeJS.ErrnoException, again: Again = 'resume'): Saying {
  return saying('place.fault', { place, reason: systemReason(error, again) })
}

/** Why something cannot be written. */
export function unwritten(
  place: string | Saying,
  error: NodeJS.ErrnoException,
  again: Again = 'resume',
): Saying {
  return saying('place.unwritten', { place, reason: systemReason(error, again) })
}

/** Thrown where results cannot be written: the rest of a batch would fail like this one. */
export class OutputError extends SpokenError {
  override readonly name = 'OutputError'
}

/** Does what writes; a fault of the file system becomes an OutputError that names the place. */
export async function writing<T>(place: string, work: () => Promise<T>, again?: Again): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!isSystemError(error)) throw error
    // Nothing that is written has to be there before, but the folder it goes to.
    throw new OutputError(
      error.code === 'ENOENT'
        ? saying('place.unwritten', { place, reason: saying('system.no-folder') })
        : unwritten(place, error, again),
    )
  }
}

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

/** The file of recognised pages in the folder of a job. */
export const recordedName = 'pages.json'

/** The name of such a plan, as the report gives it. */
export function ownPlanName(plan: string): string {
  return `${partsFolder}/${plan}`
}
