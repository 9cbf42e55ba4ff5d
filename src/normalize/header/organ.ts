import { accentedShare, collapse } from '../../language/letters.js'
import { bodyHeadLength, committeeLength } from '../../language/organ-words.js'
import { foldInPlace } from '../folded-text.js'
import { type UnitMention, unitAt } from './unit-names.js'

/** An organ as printed: a committee of a unit, or another body, with the unit it names. */
export interface Organ {
  printed: string
  isCommittee: boolean
  /** Name of the body as printed, without the unit behind it; '' for a committee. */
  body: string
  unit: UnitMention | null
}

const person = /^(?:(?:pho\s+)?(?:giam doc|truong phong|bo truong|chanh van phong|thu truong|chu nhiem)\s+)/u
/** 'TỈNH ỦY …', 'HUYỆN ĐOÀN …' begin like a unit's name; a unit's name alone stands for its committee. */
const partyBody = /^\S+\s+(?:uy|doan|hoi)(?![\p{L}\d])/u
const trailingUnit = /(?<=\s)(?:tinh|thanh pho|tp\.?|huyen|thi xa|quan)\s+(?=\S)/gu

/** 'UBND TP. Hưng Yên', 'Sở Nội vụ tỉnh Đắk Nông', 'BỘ NỘI VỤ' → its parts. */
export function readOrgan(text: string): Organ {
  const printed = collapse(text).replace(/[\s.;:,]+$/u, '')
  const folded = foldInPlace(printed)
  const committee = committeeLength(folded)
  if (committee > 0) {
    const unit = unitAt(printed, committee)
    return { printed, isCommittee: true, body: '', unit }
  }
  const own = unitAt(printed, 0)
  if (own?.name != null && own.end >= printed.length && !partyBody.test(folded))
    return { printed, isCommittee: true, body: '', unit: own }
  const start = person.exec(folded)?.[0].length ?? 0
  for (const match of folded.matchAll(trailingUnit)) {
    const unit = unitAt(printed, match.index)
    const isWhole = unit?.name !== null && unit !== null && unit.end >= printed.length - 1
    if (isWhole) return { printed, isCommittee: false, body: printed.slice(start, match.index).trim(), unit }
  }
  return { printed, isCommittee: false, body: printed.slice(start), unit: null }
}

/**
 * A body's name in the case it is written in. The document's own writing of it counts first; else names of fields
 * have a capital after the head word, 'và', a comma or a hyphen: 'SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH' → 'Sở Văn hóa,
 * Thể thao và Du lịch'; abbreviations, which are no syllables, stay. Null where the print (the body is a part of it)
 * has lost its marks: they cannot be guessed.
 */
export function bodyCase(body: string, printed: string, documentText: string): string | null {
  if (accentedShare(printed) === 0 && body.includes(' ')) return writtenAs(body, documentText, true)
  if (/\p{Ll}/u.test(body)) return body
  return writtenAs(body, documentText, false) ?? ruleCase(body)
}

function writtenAs(body: string, documentText: string, folded: boolean): string | null {
  const haystack = folded ? foldInPlace(documentText) : documentText.toLowerCase()
  const needle = folded ? foldInPlace(body) : body.toLowerCase()
  for (let at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, at + 1)) {
    const found = documentText.slice(at, at + body.length)
    const isWord = !/[\p{L}\d]/u.test(documentText[at + body.length] ?? ' ')
    if (isWord && /^\p{Lu}/u.test(found) && /\p{Ll}/u.test(found) && (!folded || accentedShare(found) > 0))
      return found
  }
  return null
}

const syllable =
  /^(?:b|ch?|d|gh?|gi|h|kh?|l|m|n|ngh?|nh|ph?|qu|r|s|th?|tr|v|x)?[aeiouy]{1,3}(?:ch?|m|n|ng|nh|p|t)?$/u

function ruleCase(body: string): string {
  const lower = body.replace(/\p{L}+/gu, (word) =>
    syllable.test(foldInPlace(word)) ? word.toLowerCase() : word,
  )
  const head = lower.slice(0, bodyHeadLength(lower))
  const rest = lower
    .slice(head.length)
    .replace(
      /(^\s*|[,–-]\s*|\svà\s+)(\p{Ll})/gu,
      (_, before: string, letter: string) => before + letter.toUpperCase(),
    )
  const whole = head + rest
  return whole.charAt(0).toUpperCase() + whole.slice(1)
}
