#!/usr/bin/env node
import { parseArgs } from 'node:util'
import { UsageError } from '../src/errors.js'
import { commandHelp, commands, helpText } from './commands/index.js'
import { version } from './system/package-root.js'
import { askedLanguage, speakAsAsked, told } from './system/speech.js'
import { isSystemError, systemMessage } from './system/written-files.js'

/** Parses the command line, calls a pipeline, prints; the only place that sets the exit code. */
async function main(argv: string[]): Promise<number> {
  if (!speakAsAsked(argv)) throw new UsageError(`--lang takes vi or en, not "${askedLanguage(argv)}"`)
  const [name, ...rest] = withoutLanguage(argv)
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(helpText())
    return name === undefined ? 2 : 0
  }
  if (name === '--version' || name === '-v') {
    process.stdout.write(`${version}\n`)
    return 0
  }
  const command = commands[name]
  if (command === undefined) throw new UsageError(`there is no command "${name}"; phuluc --help lists them`)
  const { values, positionals } = parse(name, rest, command.options)
  if (values.help === true) {
    process.stdout.write(commandHelp(command))
    return 0
  }
  return command.run(positionals, values)
}

/** `phuluc --lang en` without a command is a call for help in that language. */
function withoutLanguage(argv: string[]): string[] {
  const [first = '', , ...rest] = argv
  if (first === '--lang') return rest
  return first.startsWith('--lang=') ? argv.slice(1) : argv
}

function parse(name: string, args: string[], options: (typeof commands)[string]['options']) {
  try {
    return parseArgs({
      args,
      options: {
        ...options,
        lang: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
        debug: { type: 'boolean' },
      },
      allowPositionals: true,
    })
  } catch (error) {
    throw new UsageError(`${name}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** What a shell is told of a program whose reader went away, as `head` does. */
const readerGone = 141

/** Data that cannot be written ends the program: quietly where nobody reads on, else with the reason. */
function endUnwritten(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(readerGone)
  process.stderr.write(`phuluc: ${told(systemMessage(unwritten, error, 'again'))}\n`)
  process.exit(1)
}

const unwritten = 'standard output cannot be written'

function messageOf(error: unknown): string {
  if (isSystemError(error) && error.path !== undefined) return systemMessage(error.path, error, 'again')
  return error instanceof Error ? error.message : String(error)
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
    const text = messageOf(error)
    process.stderr.write(`phuluc: ${debug && error instanceof Error ? error.stack : told(text)}\n`)
    process.exitCode = error instanceof UsageError ? 2 : 1
  })
