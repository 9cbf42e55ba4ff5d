import type { Repair } from '../../schemas/repair.js'
import type { RepairedLine } from './changes.js'
import { type Damage, judgeDamage } from './damage.js'
import { normalizeForm } from './form.js'
import type { LanguageModel } from './language-model.js'
import { detectLegacy, mayBeLegacy } from './legacy-detection.js'
import { fromLegacy, type LegacyEncoding } from './legacy-encodings.js'
import { restoreMarks } from './restore-marks.js'

export interface RepairOptions {
  /** 'auto' restores text that lacks its marks, 'always' whatever stands there, 'never' repairs the form only. */
  mode: 'auto' | 'always' | 'never'
  /** Without a model nothing is restored. */
  model: LanguageModel | null
}

/** A line of a page; `starts` where it certainly does not go on from the line before (another cell or paragraph). */
export interface PageLine {
  text: string
  starts: boolean
}

/** The lines of one page, one for one, and what was found to be wrong with it. */
export interface RepairedPage {
  lines: RepairedLine[]
  encoding: LegacyEncoding | null
  damage: Damage
}

/** Repairs the lines of one page together: what the page as a whole looks like decides what is done to each. */
export function repairLines(lines: readonly PageLine[], options: RepairOptions): RepairedPage {
  const { mode, model } = options
  const legacy = convertLegacy(lines)
  const formed = joinBrokenWords(legacy.lines).map((line) => then(line, normalizeForm(line.text)))
  if (mode === 'never' || model === null) return { lines: formed, encoding: legacy.encoding, damage: 'none' }
  const found = judgeDamage(formed.map((line) => line.text).join('\n'), model)
  const damage = mode === 'always' && found === 'none' ? 'stripped' : found
  if (damage !== 'stripped') return { lines: formed, encoding: legacy.encoding, damage }
  const stripped = formed.map((line, index) => ({ text: line.text, starts: lines[index]?.starts ?? true }))
  const restored = restoreMarks(stripped, model)
  return {
    lines: formed.map((line, index) => then(line, restored[index] ?? { text: line.text, repairs: [] })),
    encoding: legacy.encoding,
    damage,
  }
}

/** A line after one more step. */
function then(before: RepairedLine, step: RepairedLine): RepairedLine {
  return {
    text: step.text,
    repairs: before.repairs.length === 0 ? step.repairs : [...before.repairs, ...step.repairs],
  }
}

function convertLegacy(lines: readonly PageLine[]): {
  lines: RepairedLine[]
  encoding: LegacyEncoding | null
} {
  const page = detectLegacy(lines.map((line) => line.text).join('\n'))
  let encoding = page
  const converted = lines.map(({ text }): RepairedLine => {
    const own = page !== null && mayBeLegacy(text, page) ? page : detectLegacy(text)
    if (own === null) return { text, repairs: [] }
    encoding ??= own
    return convertWords(text, own)
  })
  return { lines: converted, encoding }
}

function convertWords(text: string, encoding: LegacyEncoding): RepairedLine {
  const repairs: Repair[] = []
  const converted = text.replace(/\S+/gu, (from) => {
    const to = fromLegacy(from, encoding)
    if (to !== from) repairs.push({ from, to, method: 'encoding', confidence: 1, alternatives: [] })
    return to
  })
  return { text: converted, repairs }
}

const brokenEnd = /\p{L}\u00ad[^\S\n]*$/u
const wordStart = /^[\p{L}\p{M}]+[^\s\p{L}]*[^\S\n]?/u

/** A word that a soft hyphen broke over two lines stands whole on the first one. */
function joinBrokenWords(lines: readonly RepairedLine[]): RepairedLine[] {
  const joined = lines.map((line) => ({ ...line }))
  for (let index = 0; index + 1 < joined.length; index++) {
    const line = joined[index] as RepairedLine
    const next = joined[index + 1] as RepairedLine
    const rest = brokenEnd.test(line.text) ? wordStart.exec(next.text)?.[0] : undefined
    if (rest === undefined) continue
    line.text = line.text.trimEnd() + rest.trimEnd()
    next.text = next.text.slice(rest.length)
  }
  return joined
}
