import type { Saying } from '../schemas/saying.js'
import { type RefusalCode, type RefusalFacts, type RefusalKey, refusals } from './refusals.js'
import { write } from './sentences.js'

/**
 * Thrown for input that cannot be used at all. `code` is one of the contract's issue codes, `saying` what is wrong in
 * any language, `message` its English sentence; `cause` is what a library said of it.
 */
export class UnusableInputError<Key extends RefusalKey = RefusalKey> extends Error {
  override readonly name = 'UnusableInputError'
  readonly code: RefusalCode
  readonly saying: Saying

  constructor(key: Key, facts: RefusalFacts<Key>, cause?: unknown) {
    super(write(refusals[key], facts, 'en'), { cause })
    this.code = refusals[key].code
    this.saying = { key, facts }
  }
}
