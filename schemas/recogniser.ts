import { z } from 'zod'
import type { GreyPicture } from './picture.js'

/**
 * How a picture is to be read: 'text' finds blocks and columns by itself, 'cells' looks for words anywhere in a table;
 * 'line' takes it for one line, 'figures' it for one number, 'labels' for one number in Arabic or Roman figures.
 */
export const RecognitionMode = z.enum(['text', 'cells', 'line', 'figures', 'labels'])
export type RecognitionMode = z.infer<typeof RecognitionMode>

/** A word as an engine read it, in pixels of the picture that it was given. */
export const RecognisedWord = z.object({
  text: z.string(),
  /** [left, top, right, bottom] */
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  /** y of the foot of its line, at the word's middle. */
  baseline: z.number(),
  /** Of its line, from the lowest to the highest letter. */
  height: z.number(),
  confidence: z.number().min(0).max(1),
  /** Words of one number stand in one line. */
  line: z.number().int().nonnegative(),
})
export type RecognisedWord = z.infer<typeof RecognisedWord>

/** What an engine answers. A failure is told in a sentence; there are no words then. */
export const Recognition = z.object({ words: z.array(RecognisedWord), failure: z.string().nullable() })
export type Recognition = z.infer<typeof Recognition>

/**
 * The port through which pictures are read. Rooms start no engines: a pipeline hands one in. The same picture gives
 * the same answer whatever was read before it; a failure is part of the answer, nothing is thrown.
 */
export interface Recogniser {
  /** Name, version and model of the engine, as the plan names it. */
  readonly engine: string
  /** How many pictures it reads at a time. */
  readonly parallel: number
  recognise(picture: GreyPicture, mode: RecognitionMode, dpi: number): Promise<Recognition>
}

/** A recogniser whose engine was started: whoever opened it closes it. */
export interface OpenRecogniser extends Recogniser {
  close(): Promise<void>
}
