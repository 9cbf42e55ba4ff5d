import { commandTexts } from './vietnamese/commands.js'
import { documentTexts } from './vietnamese/documents.js'
import { evaluationTexts } from './vietnamese/evaluation.js'
import { helpTexts } from './vietnamese/help.js'
import { queueTexts } from './vietnamese/queue.js'
import type { Translation } from './vietnamese/translation.js'

/** Every sentence that the commands say. The English one stands where it is said, and in files; it is the key. */
export const translations: readonly Translation[] = [
  ...commandTexts,
  ...documentTexts,
  ...queueTexts,
  ...evaluationTexts,
  ...helpTexts,
]

interface Pattern {
  pattern: RegExp
  vietnamese: string
}

const exact = new Map(translations.filter(([english]) => !english.includes('{}')))

/** The more of a sentence is fixed, the earlier it is tried: '{}: {}' comes last. */
const patterns: Pattern[] = translations
  .filter(([english]) => english.includes('{}'))
  .toSorted(([a], [b]) => fixedLength(b) - fixedLength(a))
  .map(([english, vietnamese]) => ({ pattern: patternOf(english), vietnamese }))

function fixedLength(english: string): number {
  return english.replaceAll('{}', '').length
}

function patternOf(english: string): RegExp {
  const parts = english.split('{}').map((part) => part.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'))
  return new RegExp(`^${parts.join('([\\s\\S]*?)')}$`, 'u')
}

/**
 * An English message in Vietnamese, line for line; values that are messages themselves are translated too. What is no
 * message of phuluc (a document's words, a path) stays as it is.
 */
export function inVietnamese(message: string): string {
  return message
    .split('\n')
    .map((line) => {
      const [, indent = '', text = ''] = /^(\s*)([\s\S]*)$/u.exec(line) ?? []
      return indent + (lookUp(text) ?? afterName(text) ?? text)
    })
    .join('\n')
}

function lookUp(text: string): string | null {
  const whole = exact.get(text)
  if (whole !== undefined) return whole
  for (const { pattern, vietnamese } of patterns) {
    const match = pattern.exec(text)
    if (match === null) continue
    return vietnamese.replace(/\{(\d+)\}/gu, (_, index: string) => {
      const value = match[Number(index)] ?? ''
      return lookUp(value) ?? afterName(value) ?? value
    })
  }
  return null
}

/** 'kế hoạch: bản cuối.pdf: the file …': what follows the name of a file, in which colons may stand. */
function afterName(text: string): string | null {
  for (let at = text.indexOf(': '); at > 0; at = text.indexOf(': ', at + 2)) {
    const said = lookUp(text.slice(at + 2))
    if (said !== null) return `${text.slice(0, at)}: ${said}`
  }
  return null
}
