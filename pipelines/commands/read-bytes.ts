import { readFile } from 'node:fs/promises'
import { saying } from '../../src/messages/index.js'
import { UsageError } from '../system/spoken-errors.js'

/** The bytes of a file that was named on the command line. */
export async function readBytes(file: string): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch {
    throw new UsageError(saying('file.unreadable', { file }))
  }
}
