import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { SourceFile } from '../../schemas/source.js'
import { UnusableInputError } from '../../src/errors.js'
import { oleKind } from '../../src/extract/index.js'
import { readDocumentFile } from '../system/bounded-files.js'
import { type ProcessBounds, programEnvironment, runBounded } from '../system/bounded-process.js'
import { makeTemporary } from '../system/temporary-folders.js'
import { isSystemError } from '../system/written-files.js'

const oleSignature = [0xd0, 0xcf, 0x11, 0xe0]
const bounds: ProcessBounds = { time: 120_000, memory: 1536 * 1024 ** 2, file: 128 * 1024 ** 2 }

/**
 * A Word document of before 2007 as DOCX, by LibreOffice; null for any other source. Throws `unsupported` where no
 * LibreOffice is installed.
 */
export async function convertLegacyWord(source: SourceFile): Promise<SourceFile | null> {
  const isOle = oleSignature.every((byte, index) => source.bytes[index] === byte)
  if (!isOle || oleKind(source.bytes) !== 'word') return null
  const folder = await makeTemporary()
  try {
    await writeFile(join(folder, 'source.doc'), source.bytes)
    await convert(folder, source.file)
    return { ...source, bytes: await converted(folder, source.file) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A folder for each document: nothing of an earlier one, of the user's own settings, or of our environment is there. */
async function convert(folder: string, file: string): Promise<void> {
  await mkdir(join(folder, 'profile', 'user'), { recursive: true })
  await writeFile(join(folder, 'profile', 'user', 'registrymodifications.xcu'), settings())
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
  const quiet = ['--headless', '--norestore', '--nolockcheck', '--nodefault']
  const args = [profile, ...quiet, '--convert-to', 'docx', '--outdir', folder, join(folder, 'source.doc')]
  try {
    await runBounded('soffice', args, { ...bounds, env: programEnvironment(folder), cwd: folder })
  } catch (error) {
    if (!isSystemError(error) || error.code !== 'ENOENT') throw error
    throw new UnusableInputError('word-of-before-2007', { file }, error)
  }
}

async function converted(folder: string, file: string): Promise<Uint8Array> {
  const path = join(folder, 'source.docx')
  try {
    return await readDocumentFile(path, file, bounds.file)
  } catch (error) {
    if (!isSystemError(error)) throw error
    throw new UnusableInputError('word-not-converted', { file }, error)
  }
}

/** A proxy that nobody answers at: the discard port of this machine. */
const silent = { name: '127.0.0.1', port: '9' }

const scripting = '/org.openoffice.Office.Common/Security/Scripting'
const network = '/org.openoffice.Inet/Settings'

/** Settings of LibreOffice: no links out of a document, no updates, no macros, and no way into the network. */
const refusals: [path: string, name: string, value: string][] = [
  [scripting, 'BlockUntrustedRefererLinks', 'true'],
  [scripting, 'DisableMacrosExecution', 'true'],
  [scripting, 'DisableActiveContent', 'true'],
  [scripting, 'MacroSecurityLevel', '3'],
  ['/org.openoffice.Office.Writer/Content/Update', 'Link', '0'],
  [
    "/org.openoffice.Office.Jobs/Jobs/org.openoffice.Office.Jobs:Job['UpdateCheck']/Arguments",
    'AutoCheckEnabled',
    'false',
  ],
  [network, 'ooInetProxyType', '1'],
  [network, 'ooInetHTTPProxyName', silent.name],
  [network, 'ooInetHTTPProxyPort', silent.port],
  [network, 'ooInetHTTPSProxyName', silent.name],
  [network, 'ooInetHTTPSProxyPort', silent.port],
  [network, 'ooInetNoProxy', ''],
]

function settings(): string {
  const items = refusals.map(
    ([path, name, value]) =>
      `<item oor:path="${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n${items.join('\n')}\n</oor:items>\n`
}
