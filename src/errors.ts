import type { IssueCode } from '../schemas/message.js'

/** Thrown for input that cannot be used at all; `code` is one of the contract's issue codes. */
export class UnusableInputError extends Error {
  override readonly name = 'UnusableInputError'
  constructor(
    readonly code: Extract<
      IssueCode,
      'unreadable' | 'unsupported' | 'encrypted' | 'damaged' | 'too-large' | 'empty'
    >,
    message: string,
  ) {
    super(message)
  }
}

/** Thrown for a command line that cannot be carried out (exit code 2). */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
