import type { Saying } from '../../schemas/saying.js'
import { type Language, languageOf, sentence } from '../../src/messages/index.js'

/** The language of this process: the command line speaks one, which cli.ts sets before anything is said. */
let language: Language = 'en'

function speak(next: Language): void {
  language = next
}

export function spoken(): Language {
  return language
}

/** A saying in the language of this process. */
export function told(saying: Saying): string {
  return sentence(saying, language)
}

/** Says a line on stderr; stdout is for data. */
export function say(saying: Saying): void {
  process.stderr.write(`${told(saying)}\n`)
}

/** The locale of the machine: what the environment says, as POSIX orders it, else what the system does. */
function machineLocale(environment: NodeJS.ProcessEnv = process.env): string {
  const { LC_ALL, LC_MESSAGES, LANG } = environment
  const named = [LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '')
  return named ?? new Intl.DateTimeFormat().resolvedOptions().locale
}

/** The value of `--lang` wherever it stands, so that errors of the rest of the line are told in it; undefined without. */
export function askedLanguage(argv: readonly string[]): string | undefined {
  const end = argv.indexOf('--')
  const options = end < 0 ? argv : argv.slice(0, end)
  const at = options.findLastIndex((word) => word === '--lang' || word.startsWith('--lang='))
  if (at < 0) return undefined
  const word = options[at] ?? ''
  return word === '--lang' ? (options[at + 1] ?? '') : word.slice('--lang='.length)
}

/** Sets the language of the process; false where another one than Vietnamese or English is asked for. */
export function speakAsAsked(argv: readonly string[]): boolean {
  const locale = machineLocale()
  const asked = languageOf(askedLanguage(argv), locale)
  speak(asked ?? languageOf(undefined, locale) ?? 'en')
  return asked !== null
}
