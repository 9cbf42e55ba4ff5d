import { open, readdir, rename, unlink } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Written beside its place first, forced to the disk and moved there: a reader never sees half a file, whenever the
 * process or the machine stops.
 */
export async function writeWhole(path: string, text: string): Promise<void> {
  const partial = `${path}.${process.pid}.partial`
  try {
    const file = await open(partial, 'w')
    try {
      await file.writeFile(text)
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

const reasons: Record<string, string> = {
  ENOENT: 'it is not there any more',
  EACCES: 'access is not permitted; check its rights',
  EPERM: 'access is not permitted; check its rights',
  ENOSPC: 'the disk is full; make room and go on with --resume',
  EDQUOT: 'the quota of the disk is used up; make room and go on with --resume',
  EROFS: 'the disk is read-only; choose another folder',
  ENAMETOOLONG: 'its name is too long for the disk',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is a file',
}

/** A fault of the file system in words: what it is about, what is wrong, what to do. */
export function systemMessage(name: string, error: NodeJS.ErrnoException): string {
  return `${name}: ${reasons[error.code ?? ''] ?? error.message}.`
}

/** Thrown where results cannot be written: the rest of a batch would fail like this one. */
export class OutputError extends Error {
  override readonly name = 'OutputError'
}

/** Does what writes; a fault of the file system becomes an OutputError that names the place. */
export async function writing<T>(place: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (isSystemError(error)) throw new OutputError(systemMessage(`${place} cannot be written`, error))
    throw error
  }
}
