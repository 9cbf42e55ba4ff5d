import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { defaultLimits } from '../../schemas/limits.js'
import type { OpenRecogniser } from '../../schemas/recogniser.js'
import { packageFolder } from '../system/package-root.js'
import { openNativeTesseract } from './native-tesseract.js'
import { openTesseractJs } from './tesseract-js.js'

export type EngineName = 'tesseract.js' | 'native'

export interface RecognitionOptions {
  /** What reads pages that are pictures: tesseract.js (default) needs nothing installed. */
  engine?: EngineName | undefined
  /** How many pages are read at a time (default: one for every core, at most four). */
  workers?: number | undefined
  /** Milliseconds that one question to the engine may take (default: `recognition` of `schemas/limits.ts`). */
  limit?: number | undefined
}

/**
 * A recogniser whose engine starts with the first picture; where it cannot start, every answer says why. Whoever opens
 * it closes it.
 */
export function openRecognition(options: RecognitionOptions = {}): OpenRecogniser {
  const parallel = options.workers ?? Math.min(4, availableParallelism())
  const name = options.engine ?? 'tesseract.js'
  let opened: Promise<OpenRecogniser> | null = null
  const engine: { -readonly [key in keyof OpenRecogniser]: OpenRecogniser[key] } = {
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

async function start(name: EngineName, workers: number, limit: number): Promise<OpenRecogniser> {
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
