import type { GreyPicture, Recognition, RecognitionMode } from '../../schemas/recognition.js'
import { type Engine, failed } from './engine.js'

/** Answers that were recorded, by the key of what was asked. */
export type Recordings = ReadonlyMap<string, Recognition>

/** The same question always has the same key: of the picture's size and content, the mode and the resolution. */
export async function keyOf(picture: GreyPicture, mode: RecognitionMode, dpi: number): Promise<string> {
  const head = new TextEncoder().encode(`${mode} ${Math.round(dpi)} ${picture.width} ${picture.height} `)
  const asked = new Uint8Array(head.length + picture.data.length)
  asked.set(head)
  asked.set(picture.data, head.length)
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', asked))
  return Array.from(digest.subarray(0, 12), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Answers from recordings of another engine, whose name it bears. What was not recorded fails. */
export function openReplay(engine: string, recordings: Recordings): Engine {
  return {
    engine,
    parallel: 2,
    recognise: async (picture, mode, dpi) =>
      recordings.get(await keyOf(picture, mode, dpi)) ??
      failed('this picture was not recorded; record the recognised papers anew'),
    close: async () => undefined,
  }
}

/** Passes questions on to an engine and keeps its answers. */
export function recordingOf(engine: Engine, recordings: Map<string, Recognition>): Engine {
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
