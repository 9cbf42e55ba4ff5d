import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import { dirname, join, sep } from 'node:path'
import { defaultLimits } from '../../schemas/limits.js'
import type { PdfData } from '../../src/extract/index.js'
import { type Engine, openTesseractJs } from '../../src/ocr/index.js'
import { openNativeTesseract } from './native-tesseract.js'

export type EngineName = 'tesseract.js' | 'native'

export interface RecognitionOptions {
  /** What reads pages that are pictures: tesseract.js (default) needs nothing installed. */
  engine?: EngineName | undefined
  /** How many pages are read at a time (default: one for every core, at most four). */
  workers?: number | undefined
  /** Milliseconds that one question to the engine may take (default: `recognition` of `schemas/limits.ts`). */
  limit?: number | undefined
}

const require = createRequire(import.meta.url)

function packageFolder(name: string): string {
  return dirname(require.resolve(`${name}/package.json`))
}

/** Decoders, typefaces and character maps that the PDF engine brings along. */
export function pdfData(): PdfData {
  const folder = packageFolder('pdfjs-dist')
  // pdf.js takes addresses only: they end with a slash, also where paths have backslashes.
  const inside = (name: string): string => `${join(folder, name).split(sep).join('/')}/`
  return { wasm: inside('wasm'), fonts: inside('standard_fonts'), characterMaps: inside('cmaps') }
}

/**
 * A recogniser whose engine starts with the first picture; where it cannot start, every answer says why. Whoever opens
 * it closes it.
 */
export function openRecognition(options: RecognitionOptions = {}): Engine {
  const parallel = options.workers ?? Math.min(4, availableParallelism())
  const name = options.engine ?? 'tesseract.js'
  let opened: Promise<Engine> | null = null
  const engine: { -readonly [key in keyof Engine]: Engine[key] } = {
    engine: name,
    parallel,
    recognise: async (picture, mode, dpi) => {
      try {
        opened ??= start(name, parallel, options.limit ?? defaultLimits.recognition)
        const own = await opened
        engine.engine = own.engine
        return await own.recognise(picture, mode, dpi)
      } catch (error) {
        return { words: [], failure: error instanceof Error ? error.message : String(error) }
      }
    },
    close: async () => {
      await (await opened?.catch(() => null))?.close()
      opened = null
    },
  }
  return engine
}

async function start(name: EngineName, workers: number, limit: number): Promise<Engine> {
  const data = {
    vietnamese: join(packageFolder('@tesseract.js-data/vie'), '4.0.0_best_int'),
    figures: join(packageFolder('@tesseract.js-data/eng'), '4.0.0'),
  }
  const words = join(data.vietnamese, 'vie.traineddata.gz')
  const missing = [words, join(data.figures, 'eng.traineddata.gz')].find((file) => !existsSync(file))
  if (missing !== undefined)
    throw new Error(`the recognition engine's data is missing (${missing}). Install phuluc again.`)
  const engine = openTesseractJs(data, workers, limit)
  return name === 'native' ? openNativeTesseract(words, { parallel: workers, limit }, engine) : engine
}
