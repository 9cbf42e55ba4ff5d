import type { GreyPicture, RecognisedWord, Recognition, RecognitionMode } from '../../schemas/recognition.js'
import { type Engine, failed, isNumeric, pgmOf, settingsOf } from './engine.js'

/** Runs `tesseract` with arguments and a picture as its input; answers what it wrote. Throws where it failed. */
export type RunTesseract = (args: string[], picture: Uint8Array) => Promise<string>

/**
 * A tesseract of the machine's own, one process a picture. `data` is a folder with `vie.traineddata`; isolated numbers
 * are read by `figures`, as a process for each would take longer than to read them.
 */
export function openNative(
  run: RunTesseract,
  { version, data, parallel }: { version: string; data: string; parallel: number },
  figures: Engine,
): Engine {
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

const element =
  /<span class='ocr(x_word|_line|_header|_caption|_textfloat)'[^>]*title=["']([^"']*)["'][^>]*>([^<]*)/gu

/** hOCR, where a line says its foot and height, and the words that follow it stand in it. */
export function wordsOfHocr(hocr: string): RecognisedWord[] {
  const words: RecognisedWord[] = []
  let line = { left: 0, bottom: 0, slope: 0, offset: 0, height: 0, number: -1 }
  for (const [, kind, title = '', text = ''] of flat(hocr).matchAll(element)) {
    const box = numbersOf(title, 'bbox')
    if (kind !== 'x_word') {
      const [slope = 0, offset = 0] = numbersOf(title, 'baseline')
      const [height = (box[3] ?? 0) - (box[1] ?? 0)] = numbersOf(title, 'x_size')
      line = { left: box[0] ?? 0, bottom: box[3] ?? 0, slope, offset, height, number: line.number + 1 }
      continue
    }
    const [left = 0, top = 0, right = 0, bottom = 0] = box
    const read = unescaped(text).trim().normalize('NFC')
    if (read === '') continue
    words.push({
      text: read,
      box: [left, top, right, bottom],
      baseline: line.bottom + line.offset + line.slope * ((left + right) / 2 - line.left),
      height: line.height,
      confidence: Math.min(1, Math.max(0, (numbersOf(title, 'x_wconf')[0] ?? 0) / 100)),
      line: Math.max(0, line.number),
    })
  }
  return words
}

/** Words may be set in <strong> or <em>. */
function flat(hocr: string): string {
  return hocr.replace(/<\/?(?:strong|em)>/gu, '')
}

function numbersOf(title: string, name: string): number[] {
  const part = title.split(';').find((each) => each.trim().startsWith(`${name} `))
  return part === undefined ? [] : part.trim().split(/\s+/u).slice(1).map(Number)
}

const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

function unescaped(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#39);/gu, (entity) => entities[entity] ?? entity)
}
