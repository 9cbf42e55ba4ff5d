import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import { dirname, join, sep } from 'node:path'
import type { GreyPicture, Recognition, RecognitionMode } from '../schemas/recognition.js'
import type { PdfData } from '../src/extract/index.js'
import type { Engine } from '../src/ocr/index.js'

export interface RecognitionOptions {
  /** How many pages it reads at a time (default: one for every core, at most four). */
  workers?: number
}

const require = createRequire(import.meta.url)

function packageFolder(name: string): string {
  return dirname(require.resolve(`${name}/package.json`))
}

/** Decoders, typefaces and character maps that the PDF engine brings along. */
export function pdfData(): PdfData {
  const folder = packageFolder('pdfjs-dist')
  const inside = (name: string): string => join(folder, name) + sep
  return { wasm: inside('wasm'), fonts: inside('standard_fonts'), characterMaps: inside('cmaps') }
}

/** A recogniser whose engine starts with the first picture. Whoever opens it closes it. */
export function openRecognition(options: RecognitionOptions = {}): Engine {
  const parallel = options.workers ?? Math.min(4, availableParallelism())

  let started: Promise<Engine> | null = null
  const engine: Engine = {
    engine: 'tesseract.js',
    parallel,
    recognise: async (picture: GreyPicture, mode: RecognitionMode, dpi: number): Promise<Recognition> => {
      try {
        started ??= start(parallel)
        const own = await started
        ;(engine as { engine: string }).engine = own.engine
        return await own.recognise(picture, mode, dpi)
      } catch (error) {
        return { words: [], failure: error instanceof Error ? error.message : String(error) }
      }
    },
    close: async () => {
      await (await started?.catch(() => null))?.close()
      started = null
    },
  }
  return engine
}

async function start(workers: number): Promise<Engine> {
  const { openTesseractJs } = await import('../src/ocr/index.js')
  const data = {
    vietnamese: join(packageFolder('@tesseract.js-data/vie'), '4.0.0_best_int'),
    figures: join(packageFolder('@tesseract.js-data/eng'), '4.0.0'),
  }
  const files = [join(data.vietnamese, 'vie.traineddata.gz'), join(data.figures, 'eng.traineddata.gz')]
  const missing = files.find((file) => !existsSync(file))
  if (missing !== undefined)
    throw new Error(`the data of the recognition engine is missing (${missing}). Install phuluc again.`)
  return openTesseractJs(data, workers)
}
