import type { GreyPicture, Recognition, RecognitionMode } from '../../schemas/recognition.js'

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
