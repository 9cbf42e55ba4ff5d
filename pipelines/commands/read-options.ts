import { Limits } from '../../schemas/limits.js'
import { saying } from '../../src/messages/index.js'
import type { ImportOptions, ReadOptions } from '../plan/options.js'
import type { Values } from '../system/command-values.js'
import { UsageError } from '../system/spoken-errors.js'

/** The options of every command that opens a document. */
export const readOptionTypes = {
  password: { type: 'string' },
  ocr: { type: 'string' },
  'ocr-engine': { type: 'string' },
  pages: { type: 'string' },
  limit: { type: 'string' },
} as const

/** Those of every command that makes plans of it. */
export const importOptionTypes = {
  ...readOptionTypes,
  'no-join': { type: 'boolean' },
  separate: { type: 'boolean' },
  repair: { type: 'string' },
} as const

/** How a document is to be read, from the command line. */
export function readOptions(values: Values): ReadOptions {
  return {
    ...(typeof values.password === 'string' ? { password: values.password } : {}),
    ocr: oneOf(values, 'ocr', modes),
    ocrEngine: oneOf(values, 'ocr-engine', ocrEngines),
    ...pageRange(values.pages),
    ...limitsOf(values.limit),
  }
}

/** The same, and what is to be made of it. */
export function importOptions(values: Values): ImportOptions {
  return {
    ...readOptions(values),
    join: values['no-join'] !== true,
    separate: values.separate === true,
    repair: oneOf(values, 'repair', modes),
  }
}

const modes = ['auto', 'always', 'never'] as const
const ocrEngines = ['tesseract.js', 'native'] as const

/** The value of an option that takes one of a few words; without it the first of them. */
export function oneOf<Word extends string>(values: Values, option: string, words: readonly Word[]): Word {
  const word = words.find((candidate) => candidate === (values[option] ?? words[0]))
  if (word === undefined) throw new UsageError(saying('import.one-of', { option, values: words.join(', ') }))
  return word
}

/** '3-9', or '3' for one page. */
function pageRange(value: string | boolean | undefined): { pages?: { first: number; last: number } } {
  if (value === undefined) return {}
  const [, first, last] = /^(\d+)(?:-(\d+))?$/u.exec(String(value)) ?? []
  const range = { first: Number(first), last: Number(last ?? first) }
  if (!(range.first >= 1 && range.last >= range.first)) throw new UsageError(saying('import.page-range'))
  return { pages: range }
}

/** 'pages=5000,cells=1000000' */
function limitsOf(value: string | boolean | undefined): { limits?: Partial<Limits> } {
  if (value === undefined) return {}
  const pairs = String(value).split(',')
  const given = Object.fromEntries(
    pairs.map((pair) => pair.split('=')).map(([name, number]) => [name, Number(number)]),
  )
  const limits = Limits.partial().strict().safeParse(given)
  if (limits.success)
    return { limits: Object.fromEntries(Object.keys(given).map((name) => [name, given[name]])) }
  throw new UsageError(saying('import.limit', { names: Object.keys(Limits.shape).join(', ') }))
}
