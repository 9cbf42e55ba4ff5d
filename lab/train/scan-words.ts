import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** A recognised word, its box in pixels and how sure the engine is (0–1). */
export interface ScanWord {
  text: string
  left: number
  top: number
  width: number
  height: number
  confidence: number
}

/** What `tesseract` is run with. */
export interface ScanEngine {
  language: string
  /** Folder of the trained data; that of the package where it is not given. */
  data: string | undefined
}

const run = promisify(execFile)

/** A page whose noise keeps the engine busy for longer (ms) is beyond reading. */
const longest = 60_000

/**
 * The words of an image in the order of the engine; none of a page that it cannot finish. Segmentation 3 is running
 * text, 11 scattered words.
 */
export async function recogniseImage(
  image: string,
  { language, data }: ScanEngine,
  segmentation: number,
): Promise<ScanWord[]> {
  const folder = data === undefined ? [] : ['--tessdata-dir', data]
  const engine = ['-l', language, '--oem', '1', '--psm', String(segmentation)]
  const options = { env: { ...process.env, OMP_THREAD_LIMIT: '1' }, maxBuffer: 1 << 26, timeout: longest }
  const output = ['-c', 'tessedit_create_tsv=1', '-c', 'tessedit_create_txt=0']
  const call = run('tesseract', [image, 'stdout', ...folder, ...engine, ...output], options)
  const { stdout } = await call.catch((error: { killed?: boolean }) => {
    if (error.killed) return { stdout: '' }
    throw error
  })
  return stdout.split('\n').slice(1).flatMap(wordOf)
}

function wordOf(row: string): ScanWord[] {
  const fields = row.split('\t')
  const text = fields[11]?.normalize('NFC').trim() ?? ''
  if (fields[0] !== '5' || text === '') return []
  const [left, top, width, height, confidence] = fields.slice(6, 11).map(Number)
  if (left === undefined || top === undefined || width === undefined || height === undefined) return []
  return [
    { text, left, top, width, height, confidence: Math.max(0, Math.round(10 * (confidence ?? 0)) / 1000) },
  ]
}
