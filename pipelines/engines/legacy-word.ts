import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { SourceFile } from '../../schemas/source.js'
import { UnusableInputError } from '../../src/errors.js'
import { oleKind } from '../../src/extract/index.js'

const run = promisify(execFile)
const oleSignature = [0xd0, 0xcf, 0x11, 0xe0]
const timeout = 120_000

/**
 * A Word document of before 2007 as DOCX, by LibreOffice; null for any other source. Throws `unsupported` where no
 * LibreOffice is installed.
 */
export async function convertLegacyWord(source: SourceFile): Promise<SourceFile | null> {
  const isOle = oleSignature.every((byte, index) => source.bytes[index] === byte)
  if (!isOle || oleKind(source.bytes) !== 'word') return null
  const folder = await mkdtemp(join(tmpdir(), 'phuluc-'))
  try {
    await writeFile(join(folder, 'source.doc'), source.bytes)
    await convert(folder, source.file)
    return { ...source, bytes: await readFile(join(folder, 'source.docx')) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function convert(folder: string, file: string): Promise<void> {
  const profile = `-env:UserInstallation=file://${folder}/profile`
  const args = [profile, '--headless', '--convert-to', 'docx', '--outdir', folder, join(folder, 'source.doc')]
  try {
    await run('soffice', args, { timeout })
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    throw new UnusableInputError(missing ? 'word-of-before-2007' : 'word-not-converted', { file }, error)
  }
}
