import { UnusableInputError } from '../../src/errors.js'
import { saying } from '../../src/messages/index.js'
import { readDocumentFile } from '../system/bounded-files.js'
import { UsageError } from '../system/spoken-errors.js'

/** The bytes of a file that was named on the command line, within bounds: those of a document, or of another reader. */
export async function readBytes(file: string, read = readDocumentFile): Promise<Buffer> {
  try {
    return await read(file, file)
  } catch (error) {
    if (error instanceof UnusableInputError) throw error
    throw new UsageError(saying('file.unreadable', { file }))
  }
}
