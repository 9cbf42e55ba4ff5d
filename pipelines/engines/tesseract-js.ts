import type { Bbox, Line, RecognizeOptions, Worker } from 'tesseract.js'
import type { GreyPicture } from '../../schemas/picture.js'
import type {
  OpenRecogniser,
  RecognisedWord,
  Recognition,
  RecognitionMode,
} from '../../schemas/recogniser.js'
import { failed, isNumeric, pgmOf, settingsOf } from './tesseract.js'
import { WorkerPool } from './worker-pool.js'

/** Folders that hold `vie.traineddata.gz` and `eng.traineddata.gz`; the latter with the legacy engine's data. */
export interface LanguageData {
  vietnamese: string
  figures: string
}

const version = '7.0.0'

/**
 * Tesseract compiled to WebAssembly, in threads of its own. The Vietnamese model reads words; isolated numbers are read
 * by the English legacy engine, as the Vietnamese model gets most of them wrong. The data has to be there: with a bad
 * path the engine never answers. A question that takes longer than `milliseconds` is a failure of its page.
 */
export function openTesseractJs(data: LanguageData, workers: number, milliseconds: number): OpenRecogniser {
  const words = new WorkerPool(workers, () => startWorker('vie', data.vietnamese))
  const figures = new WorkerPool(1, () => startWorker('eng', data.figures))
  return {
    engine: `tesseract.js ${version}, vie 4.0.0_best_int`,
    parallel: workers,
    recognise: (picture, mode, dpi) =>
      (isNumeric(mode) ? figures : words)
        .run((worker) => read(worker, picture, mode, dpi), milliseconds)
        .catch((error: unknown) => failed(`tesseract.js failed: ${reasonOf(error)}`)),
    close: async () => {
      await Promise.all([words.close(), figures.close()])
    },
  }
}

/** Offline always: the data comes from a folder, and nothing is written beside it. */
async function startWorker(language: 'vie' | 'eng', folder: string): Promise<Worker> {
  const { createWorker, OEM } = (await import('tesseract.js')).default
  const mode = language === 'vie' ? OEM.LSTM_ONLY : OEM.TESSERACT_ONLY
  const worker = await createWorker(language, mode, {
    langPath: folder,
    gzip: true,
    cacheMethod: 'none',
    legacyCore: language === 'eng',
    legacyLang: language === 'eng',
    // Without a handler, a failed job is thrown where nobody can catch it.
    errorHandler: () => undefined,
  })
  silence(worker)
  return worker
}

/** What the engine mutters about odd spots of a picture ('invalid box') helps nobody. */
function silence(worker: Worker): void {
  const { stdout, stderr } = (worker as unknown as { worker: NodeThread }).worker
  for (const stream of [stdout, stderr]) {
    stream.unpipe()
    stream.resume()
  }
}

/** The thread behind a worker, which tesseract.js hands out without saying so in its types. */
interface NodeThread {
  stdout: NodeJS.ReadableStream
  stderr: NodeJS.ReadableStream
}

async function read(
  worker: Worker,
  picture: GreyPicture,
  mode: RecognitionMode,
  dpi: number,
): Promise<Recognition> {
  // Tesseract's own settings go beside the options, and hold for this picture only.
  const settings: Partial<RecognizeOptions> & Record<string, unknown> = {
    ...settingsOf[mode],
    user_defined_dpi: String(Math.round(dpi)),
  }
  try {
    // The text by itself would be put together once more, for a twentieth of the time.
    const { data } = await worker.recognize(Buffer.from(pgmOf(picture)), settings, {
      text: false,
      blocks: true,
    })
    const lines = (data.blocks ?? []).flatMap((block) => block.paragraphs.flatMap(({ lines }) => lines))
    return { words: lines.flatMap(wordsOf), failure: null }
  } catch (error) {
    return failed(`tesseract.js failed: ${reasonOf(error)}`)
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function wordsOf(line: Line, index: number): RecognisedWord[] {
  const { x0, y0, x1, y1 } = line.baseline
  const slope = x1 === x0 ? 0 : (y1 - y0) / (x1 - x0)
  return line.words
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, confidence, bbox }) => ({
      text: text.trim().normalize('NFC'),
      box: boxOf(bbox),
      baseline: y0 + slope * ((bbox.x0 + bbox.x1) / 2 - x0),
      height: line.rowAttributes.rowHeight,
      confidence: Math.min(1, Math.max(0, confidence / 100)),
      line: index,
    }))
}

function boxOf({ x0, y0, x1, y1 }: Bbox): RecognisedWord['box'] {
  return [x0, y0, x1, y1]
}
