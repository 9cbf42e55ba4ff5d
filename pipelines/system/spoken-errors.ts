import type { Saying } from '../../schemas/saying.js'
import { sentence } from '../../src/messages/index.js'

/** An error that is told to whoever runs the program; `message` is its English sentence. */
export class SpokenError extends Error {
  constructor(readonly saying: Saying) {
    super(sentence(saying, 'en'))
  }
}

/** Thrown for a command line that cannot be carried out (exit code 2). */
export class UsageError extends SpokenError {
  override readonly name = 'UsageError'
}
