#!/usr/bin/env node
import { parseArgs } from 'node:util'
import { UsageError } from '../src/errors.js'
import { commands, helpText } from './commands.js'
import { version } from './package-root.js'

/** Parses the command line, calls a pipeline, prints; the only place that sets the exit code. */
async function main(argv: string[]): Promise<number> {
  const [name, ...rest] = argv
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
    process.stdout.write(`${command.usage}\n\n${command.summary}\n`)
    return 0
  }
  return command.run(positionals, values)
}

function parse(name: string, args: string[], options: (typeof commands)[string]['options']) {
  try {
    return parseArgs({
      args,
      options: { ...options, help: { type: 'boolean', short: 'h' }, debug: { type: 'boolean' } },
      allowPositionals: true,
    })
  } catch (error) {
    throw new UsageError(`${name}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

const argv = process.argv.slice(2)
main(argv)
  .then((code) => {
    process.exitCode = code
  })
  .catch((error: unknown) => {
    const debug = argv.includes('--debug')
    const text = error instanceof Error ? error.message : String(error)
    process.stderr.write(`phuluc: ${debug && error instanceof Error ? error.stack : text}\n`)
    process.exitCode = error instanceof UsageError ? 2 : 1
  })
