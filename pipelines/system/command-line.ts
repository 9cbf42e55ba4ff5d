import { type ParseArgsConfig, parseArgs } from 'node:util'
import { saying } from '../../src/messages/index.js'
import type { Values } from './command-values.js'
import { UsageError } from './spoken-errors.js'

type Options = NonNullable<ParseArgsConfig['options']>

/** What every command takes. */
const common: Options = {
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  debug: { type: 'boolean' },
}

/**
 * The arguments of a command → values and positionals. Node.js tells what it refuses in English only: it is asked what
 * stands there, and what must not stand there is told here. Throws UsageError.
 */
export function readOptions(
  command: string,
  args: string[],
  own: Options,
): { values: Values; positionals: string[] } {
  const options = { ...own, ...common }
  const { values, positionals, tokens } = parseArgs({
    args,
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const { name, rawName: option, value, inlineValue } = token
    const type = Object.hasOwn(options, name) ? options[name]?.type : undefined
    const facts = { command, option }
    if (type === undefined) throw new UsageError(saying('option.unknown', facts))
    if (type === 'boolean' && value !== undefined)
      throw new UsageError(saying('option.takes-no-value', facts))
    if (type === 'string' && value === undefined) throw new UsageError(saying('option.no-value', facts))
    if (type === 'string' && inlineValue === false && value?.startsWith('-') && value !== '-')
      throw new UsageError(saying('option.ambiguous', facts))
  }
  return { values: values as Values, positionals }
}
