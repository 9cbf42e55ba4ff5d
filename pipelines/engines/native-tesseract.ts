import { execFile } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzipSync } from 'node:zlib'
import type { GreyPicture } from '../../schemas/picture.js'
import type { OpenRecogniser, Recognition, RecognitionMode } from '../../schemas/recogniser.js'
import { programEnvironment, runBounded } from '../system/bounded-process.js'
import { makeTemporary } from '../system/temporary-folders.js'
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
  const data = await makeTemporary()
  await writeFile(join(data, 'vie.traineddata'), gunzipSync(await readFile(model)))
  const engine = nativeRecogniser(
    (args, picture) => runTesseract(args, picture, { folder: data, limit }),
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
async function runTesseract(
  args: string[],
  input: Uint8Array,
  { folder, limit }: { folder: string; limit: number },
): Promise<string> {
  const env = { ...programEnvironment(folder), OMP_THREAD_LIMIT: '1' }
  const { code, late, out, err } = await runBounded('tesseract', args, { ...space, time: limit, env, input })
  if (late) throw new Error(`it took longer than ${limit / 1000} s`)
  if (code !== 0) throw new Error(err.trim() || `it ended with code ${code}`)
  return out
}

const space = { memory: 1536 * 1024 ** 2, file: 64 * 1024 ** 2 }
