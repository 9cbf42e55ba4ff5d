import type { YearReference } from './calendar.js'
import { afterPhrase, type Found, isMark, isWord, oneOf, skipAny, type Token } from './lexer.js'

const firstYear = 1990
const lastYear = 2100

/** A year in four figures. Those inside a document's number ('59/2023/NĐ-CP') are none. */
export function yearNumber(tokens: readonly Token[], at: number): Found<YearReference> {
  const token = tokens[at]
  if (token?.kind !== 'number' || token.folded.length !== 4) return null
  if (token.value < firstYear || token.value > lastYear) return null
  if (isMark(tokens, at + 1, '/') && tokens[at + 2]?.kind === 'word' && isMark(tokens, at - 1, '/'))
    return null
  return { value: { calendar: token.value }, next: at + 1 }
}

const relativeYears = [
  ['truoc lien ke', -1],
  ['lien ke truoc', -1],
  ['lien truoc', -1],
  ['truoc do', -1],
  ['truoc', -1],
  ['sau lien ke', 1],
  ['lien ke sau', 1],
  ['lien ke tiep theo', 1],
  ['lien ke', 1],
  ['lien sau', 1],
  ['ke tiep', 1],
  ['tiep theo', 1],
  ['tiep sau', 1],
  ['sau', 1],
  ['toi', 1],
  ['nay', 0],
  ['ke hoach', 0],
  ['hien tai', 0],
  ['hien hanh', 0],
] as const

const planYear = ['cua nam ke hoach', 'so voi nam ke hoach', 'nam ke hoach', 'cua ke hoach']

/** 'năm 2023', 'năm trước liền kề năm kế hoạch', 'năm sau'. */
export function yearPhrase(tokens: readonly Token[], at: number): Found<YearReference> {
  const next = afterPhrase(tokens, at, 'nam')
  if (next === null) return null
  const number = yearNumber(tokens, next)
  if (number !== null) return number
  const relative = oneOf(tokens, next, relativeYears)
  if (relative === null || isTimeBehind(tokens, relative)) return null
  return { value: { fromPlan: relative.value }, next: skipAny(tokens, relative.next, planYear) }
}

/** In 'báo cáo năm trước ngày 15/12' the 'trước' belongs to the day. */
function isTimeBehind(tokens: readonly Token[], relative: { next: number }): boolean {
  const last = tokens[relative.next - 1]?.folded
  if (last !== 'truoc' && last !== 'sau' && last !== 'toi') return false
  return (
    tokens[relative.next]?.kind === 'number' || isWord(tokens, relative.next, 'ngay', 'khi', 'thang', 'quy')
  )
}

/** The year behind a day, month or quarter: '/2023', '-2023', '/23', 'năm 2023', ', năm 2023', '2023'. */
export function yearSuffix(tokens: readonly Token[], at: number): Found<YearReference> {
  if (isMark(tokens, at, '/-')) return yearNumber(tokens, at + 1) ?? shortYear(tokens, at)
  if (isMark(tokens, at, ',')) {
    const next = afterPhrase(tokens, at + 1, 'nam')
    return next === null ? null : yearNumber(tokens, next)
  }
  const phrase = skipAny(tokens, at, ['cua', 'trong'])
  return yearPhrase(tokens, phrase) ?? yearNumber(tokens, at)
}

/** '/23'; up to 12 it is a month. */
function shortYear(tokens: readonly Token[], at: number): Found<YearReference> {
  const token = tokens[at + 1]
  if (!isMark(tokens, at, '/') || token?.kind !== 'number') return null
  if (token.folded.length !== 2 || token.value <= 12 || isMark(tokens, at + 2, '/')) return null
  return { value: { calendar: 2000 + token.value }, next: at + 2 }
}
