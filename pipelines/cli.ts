#!/usr/bin/env node
import { availableParallelism } from 'node:os'
import type { Saying } from '../schemas/saying.js'
import { UnusableInputError } from '../src/errors.js'
import { commandNames, saying } from '../src/messages/index.js'
import { commandHelp, commands, helpText } from './commands/index.js'
import { holdToBounds } from './system/bounded-process.js'
import { readOptions } from './system/command-line.js'
import { version } from './system/package-root.js'
import { askedLanguage, speakAsAsked, told } from './system/speech.js'
import { SpokenError, UsageError } from './system/spoken-errors.js'
import { isSystemError, systemSaying, unwritten } from './system/written-files.js'

/** Parses the command line, calls a pipeline, prints; the only place that sets the exit code. */
async function main(argv: string[]): Promise<number> {
  if (!speakAsAsked(argv)) throw new UsageError(saying('cli.language', { given: askedLanguage(argv) ?? '' }))
  const [name, ...rest] = withoutLanguage(argv)
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(helpText())
    return name === undefined ? 2 : 0
  }
  if (name === '--version' || name === '-v') {
    process.stdout.write(`${version}\n`)
    return 0
  }
  const known = commandNames.find((command) => command === name)
  if (known === undefined) throw new UsageError(saying('cli.no-command', { name }))
  const { options, run } = commands[known]
  const { values, positionals } = readOptions(known, rest, options)
  if (values.help === true) {
    process.stdout.write(commandHelp(known))
    return 0
  }
  if (here.has(known)) holdToBounds(ownBounds, availableParallelism())
  return run(positionals, values)
}

/** Commands that read what others wrote in this process: the kernel holds them to what a worker may take. */
const here = new Set<string>(['text', 'inspect', 'repair', 'apply', 'export', 'report', 'validate'])
const ownBounds = { time: 30 * 60_000, memory: 4 * 1024 ** 3, file: 64 * 1024 ** 3 }

/** `phuluc --lang en` without a command is a call for help in that language. */
function withoutLanguage(argv: string[]): string[] {
  const [first = '', , ...rest] = argv
  if (first === '--lang') return rest
  return first.startsWith('--lang=') ? argv.slice(1) : argv
}

/** What a shell is told of a program whose reader went away, as `head` does. */
const readerGone = 141

/** Data that cannot be written ends the program: quietly where nobody reads on, else with the reason. */
function endUnwritten(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(readerGone)
  process.stderr.write(`phuluc: ${told(unwritten(saying('place.stdout'), error, 'again'))}\n`)
  process.exit(1)
}

function sayingOf(error: unknown): Saying {
  if (error instanceof SpokenError || error instanceof UnusableInputError) return error.saying
  if (isSystemError(error) && error.path !== undefined) return systemSaying(error.path, error, 'again')
  return saying('cli.fault', { cause: error instanceof Error ? error.message : String(error) })
}

const argv = process.argv.slice(2)
process.stdout.on('error', endUnwritten)
// Whom nobody hears says no more, and goes on working.
process.stderr.on('error', () => undefined)
main(argv)
  .then((code) => {
    process.exitCode = code
  })
  .catch((error: unknown) => {
    const debug = argv.includes('--debug')
    process.stderr.write(`phuluc: ${debug && error instanceof Error ? error.stack : told(sayingOf(error))}\n`)
    process.exitCode = error instanceof UsageError ? 2 : 1
  })
