import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { UnusableInputError } from '../../src/errors.js'

/** Bytes of a document that is read. */
export const defaultMaxBytes = 64 * 1024 * 1024

/** Bytes of a plan, a file of corrections, or recognised pages: far above those of any document within the limits. */
export const mostOwnBytes = 256 * 1024 * 1024

/**
 * The bytes of a file of at most so many. Throws `too-large` for more, and `unsupported` for what is no file: a pipe
 * would be read for ever.
 */
async function readBounded(
  path: string,
  file: string,
  maxBytes: number,
  beyond: 'file-too-large' | 'own-file-too-large',
): Promise<Buffer> {
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const status = await handle.stat()
    if (!status.isFile() && !status.isDirectory()) throw new UnusableInputError('no-file', { file })
    if (status.size > maxBytes)
      throw new UnusableInputError(beyond, {
        file,
        size: Math.round(status.size / 1048576),
        most: Math.round(maxBytes / 1048576),
      })
    return await handle.readFile()
  } finally {
    await handle.close()
  }
}

/** A document's bytes. */
export function readDocumentFile(path: string, name: string, maxBytes = defaultMaxBytes): Promise<Buffer> {
  return readBounded(path, name, maxBytes, 'file-too-large')
}

/** A file that phuluc writes, as text, from wherever it came back. */
export async function readOwnFile(path: string): Promise<string> {
  return (await readOwnBytes(path, path)).toString('utf8')
}

export function readOwnBytes(path: string, name: string): Promise<Buffer> {
  return readBounded(path, name, mostOwnBytes, 'own-file-too-large')
}

/** Text that stands compressed in a database. Throws for more than any file of phuluc has. */
export function unzipText(bytes: Uint8Array): string {
  return gunzipSync(bytes, { maxOutputLength: mostOwnBytes }).toString('utf8')
}
