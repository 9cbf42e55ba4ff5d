import { execFile, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzipSync } from 'node:zlib'
import type { GreyPicture } from '../../schemas/picture.js'
import type { OpenRecogniser, Recognition, RecognitionMode } from '../../schemas/recogniser.js'
import { wordsOfHocr } from './hocr.js'
import { failed, isNumeric, pgmOf, settingsOf } from './tesseract.js'

/** Runs `tesseract` with arguments and a picture as its input; answers what it wrote. Throws where it failed. */
type RunTesseract = (args: string[], picture: Uint8Array) => Promise<string>

/**
 * The tesseract on the PATH, with our own model unpacked for it, so that it reads the same whatever languages are
 * installed. Throws where there is none.
 */
export async function openNativeTesseract(
  model: string,
  { parallel, limit }: { parallel: number; limit: number },
  figures: OpenRecogniser,
): Promise<OpenRecogniser> {
  const version = await installedVersion()
  const data = await mkdtemp(join(tmpdir(), 'phuluc-tessdata-'))
  await writeFile(join(data, 'vie.traineddata'), gunzipSync(await readFile(model)))
  const engine = nativeRecogniser(
    (args, picture) => runTesseract(args, picture, limit),
    { version, data, parallel },
    figures,
  )
  return {
    ...engine,
    close: async () => {
      await engine.close()
      await rm(data, { recursive: true, force: true })
    },
  }
}

/**
 * A tesseract of the machine's own, one process a picture. `data` is a folder with `vie.traineddata`; isolated numbers
 * are read by `figures`, as a process for each would take longer than to read them.
 */
export function nativeRecogniser(
  run: RunTesseract,
  { version, data, parallel }: { version: string; data: string; parallel: number },
  figures: OpenRecogniser,
): OpenRecogniser {
  return {
    engine: `tesseract ${version}, vie 4.0.0_best_int`,
    parallel,
    recognise: (picture, mode, dpi) =>
      isNumeric(mode) ? figures.recognise(picture, mode, dpi) : read(run, data, picture, mode, dpi),
    close: () => figures.close(),
  }
}

async function read(
  run: RunTesseract,
  data: string,
  picture: GreyPicture,
  mode: RecognitionMode,
  dpi: number,
): Promise<Recognition> {
  const settings = Object.entries(settingsOf[mode]).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const args = ['stdin', 'stdout', '--dpi', String(Math.round(dpi)), '-l', 'vie', '--tessdata-dir', data]
  // Not the config file 'hocr': it is looked for beside the model, and without it plain text comes, with no word of it.
  const output = ['-c', 'tessedit_create_hocr=1']
  try {
    const hocr = await run([...args, ...settings, ...output], pgmOf(picture))
    if (!hocr.includes('ocr_page')) return failed('tesseract wrote no hOCR')
    return { words: wordsOfHocr(hocr), failure: null }
  } catch (error) {
    return failed(`tesseract failed: ${error instanceof Error ? error.message : String(error)}`)
  }
}

async function installedVersion(): Promise<string> {
  try {
    const { stdout, stderr } = await promisify(execFile)('tesseract', ['--version'])
    return /tesseract\s+v?(\S+)/u.exec(stdout + stderr)?.[1] ?? 'unknown'
  } catch {
    throw new Error('no tesseract is on the PATH. Install it, or leave --ocr-engine native away.')
  }
}

/** One thread each: pages are what is read side by side, and more threads would only wait for each other. */
function runTesseract(args: string[], picture: Uint8Array, limit: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('tesseract', args, {
      env: { ...process.env, OMP_THREAD_LIMIT: '1' },
      timeout: limit,
      killSignal: 'SIGKILL',
    })
    const output: Buffer[] = []
    const errors: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk))
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (signal === 'SIGKILL') reject(new Error(`it took longer than ${limit / 1000} s`))
      else if (code === 0) resolve(Buffer.concat(output).toString('utf8'))
      else reject(new Error(Buffer.concat(errors).toString('utf8').trim() || `it ended with code ${code}`))
    })
    child.stdin.on('error', () => undefined)
    child.stdin.end(picture)
  })
}
