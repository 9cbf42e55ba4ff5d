import type { GreyPicture } from '../../schemas/picture.js'
import type {
  OpenRecogniser,
  RecognisedWord,
  Recognition,
  RecognitionMode,
} from '../../schemas/recogniser.js'

/** Passes questions on to an engine and keeps its answers; asks nothing twice. */
export function recordingOf(engine: OpenRecogniser, recordings: Map<string, Recognition>): OpenRecogniser {
  return {
    engine: engine.engine,
    parallel: engine.parallel,
    recognise: async (picture, mode, dpi) => {
      const key = await keyOf(picture, mode, dpi)
      const answer = recordings.get(key) ?? (await engine.recognise(picture, mode, dpi))
      if (answer.failure === null) recordings.set(key, answer)
      return answer
    },
    close: () => engine.close(),
  }
}

/** The same question always has the same key: of the picture's size and content, the mode and the resolution. */
async function keyOf(picture: GreyPicture, mode: RecognitionMode, dpi: number): Promise<string> {
  const head = new TextEncoder().encode(`${mode} ${Math.round(dpi)} ${picture.width} ${picture.height} `)
  const asked = new Uint8Array(head.length + picture.data.length)
  asked.set(head)
  asked.set(picture.data, head.length)
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', asked))
  return Array.from(digest.subarray(0, 12), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

type PackedWord = [text: string, line: number, confidence: number, ...numbers: number[]]

interface Packed {
  engine: string
  answers: Record<string, PackedWord[]>
}

/** Recorded answers as a file: one answer a line, words as [text, line, confidence, left, top, right, bottom, baseline, height]. */
export function packed(engine: string, recordings: ReadonlyMap<string, Recognition>): string {
  const answers = [...recordings]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { words }]) => `"${key}": ${JSON.stringify(words.map(packWord))}`)
  return `{"engine": ${JSON.stringify(engine)}, "answers": {\n${answers.join(',\n')}\n}}\n`
}

/** The recorded answers of such a file. */
export function unpacked(text: string): { engine: string; recordings: Map<string, Recognition> } {
  const { engine, answers } = JSON.parse(text) as Packed
  const recordings = new Map<string, Recognition>()
  for (const [key, words] of Object.entries(answers))
    recordings.set(key, { words: words.map(unpackWord), failure: null })
  return { engine, recordings }
}

function packWord({ text, line, confidence, box, baseline, height }: RecognisedWord): PackedWord {
  return [text, line, round(confidence, 4), ...box, round(baseline, 1), round(height, 1)]
}

function unpackWord([text, line, confidence, ...numbers]: PackedWord): RecognisedWord {
  const [left = 0, top = 0, right = 0, bottom = 0, baseline = 0, height = 0] = numbers
  return { text, line, confidence, box: [left, top, right, bottom], baseline, height }
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
