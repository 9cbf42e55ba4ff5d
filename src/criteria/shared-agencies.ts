import type { Column } from '../../schemas/table.js'
import { looksLikeAgency } from '../language/agency-words.js'
import { foldWords } from '../language/letters.js'

/** What a cell says under a header that asks for lead and coordinating agencies at once. */
export interface SharedAgencies {
  lead: string
  coordinating: string
}

/** 'Cơ quan chủ trì/ phối hợp' over one column, where no other column names those who coordinate. */
export function isShared(column: Column | undefined, columns: Column[]): boolean {
  if (column?.role !== 'lead' || columns.some((other) => other.role === 'coordinating')) return false
  return /chu tri.*phoi(?: ket)? hop/u.test(foldWords(column.header))
}

const lead = String.raw`(?:(?:cơ quan|đơn vị)\s+)?chủ trì(?:\s+thực hiện)?`
const helpers = String.raw`(?:(?:cơ quan|đơn vị)\s+)?phối hợp(?:\s+(?:thực hiện|với))?`
const labelled = new RegExp(
  String.raw`^[-–+•\s]*(?:${lead}\s*:?\s*)?(.+?)[\s;.,]*(?:\n|;|\.|,|\s)[-–+•\s]*${helpers}\s*:?\s*(.+)$`,
  'isu',
)

/**
 * 'Chủ trì: A; phối hợp: B' and 'A/ B' are told apart; null where the text shows no such border. Lines stand between
 * `\n`.
 */
export function splitShared(text: string): SharedAgencies | null {
  const [, first, second] = labelled.exec(text) ?? []
  if (first !== undefined && second !== undefined) return { lead: first.trim(), coordinating: second.trim() }
  const parts = text.split(/\s*\/\s*/u)
  const [before = '', after = ''] = parts
  const isPair = parts.length === 2 && looksLikeAgency(before) && looksLikeAgency(after)
  return isPair ? { lead: before.trim(), coordinating: after.trim() } : null
}

/** Several agencies of which nothing says who leads. */
export function isUndecided(text: string): boolean {
  return splitShared(text) === null && /[\n;/]|,\s*\p{Lu}/u.test(text.trim())
}
