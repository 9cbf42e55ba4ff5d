import type { PlacedPhrase } from './calendar.js'
import { continuousPhrase, isCondition, isEvent } from './conditions.js'
import { comingYears, datedPhrases } from './dates.js'
import { type Found, isGlued, isMark, isWord, type Parser, type Token } from './lexer.js'
import { periodicPhrases } from './periods.js'

/**
 * A line as a row of times, words and stops. A clause ends at ';', a sentence at '.', a pause is ',', 'và' or a bracket;
 * a label ends at ':', a remark in brackets at ')'.
 */
export type LineNode =
  | ({ node: 'time' } & PlacedPhrase)
  | { node: 'words'; at: number; next: number }
  | { node: 'stop'; stop: Stop; at: number; next: number }

export type Stop = 'clause' | 'sentence' | 'pause' | 'label' | 'close'

export function scanLine(tokens: readonly Token[]): LineNode[] {
  const nodes: LineNode[] = []
  for (let at = 0; at < tokens.length; at = nodes.at(-1)?.next ?? tokens.length)
    nodes.push(...nodesAt(tokens, at, nodes.at(-1)?.node === 'time'))
  return nodes
}

function nodesAt(tokens: readonly Token[], at: number, isBehindTime: boolean): LineNode[] {
  const stop = stopAt(tokens, at)
  if (stop !== null) return [{ node: 'stop', stop, at, next: at + 1 }]
  const found = isBehindTime ? timeAt(tokens, at) : (timeAt(tokens, at) ?? conditionAt(tokens, at))
  if (found !== null) return found.value.map((phrase) => ({ node: 'time', ...phrase }))
  return [{ node: 'words', at, next: wordsEnd(tokens, at + 1, isBehindTime) }]
}

/** Words before a time end where it begins; words behind a time say more about it, up to the next stop. */
function wordsEnd(tokens: readonly Token[], from: number, isBehindTime: boolean): number {
  let at = from
  const isEnd = (place: number): boolean =>
    stopAt(tokens, place) !== null ||
    (!isBehindTime && (timeAt(tokens, place) !== null || conditionAt(tokens, place) !== null))
  while (at < tokens.length && !isEnd(at)) at++
  return at
}

function stopAt(tokens: readonly Token[], at: number): Stop | null {
  if (isMark(tokens, at, ';|')) return 'clause'
  if (isMark(tokens, at, '.…')) return isInNumber(tokens, at) ? null : 'sentence'
  if (isMark(tokens, at, ':')) return isInNumber(tokens, at) ? null : 'label'
  if (isMark(tokens, at, ')')) return 'close'
  return isMark(tokens, at, ',(/&+-[]') || isWord(tokens, at, 'va', 'hoac') ? 'pause' : null
}

/** '1.5', '17:00' */
function isInNumber(tokens: readonly Token[], at: number): boolean {
  return tokens[at + 1]?.kind === 'number' && isGlued(tokens, at) && isGlued(tokens, at - 1)
}

/** The times that stand at a token; a number may begin a length of time ('05 ngày'), which is none. */
const timeAt: Parser<PlacedPhrase[]> = (tokens, at) => {
  const continuous = continuousPhrase(tokens, at) ?? comingYears(tokens, at)
  if (continuous !== null) return continuous
  const isLength = isCondition(tokens, at)
  const periodic = isLength && tokens[at]?.kind === 'number' ? null : periodicPhrases(tokens, at)
  return periodic ?? (isLength ? null : datedPhrases(tokens, at))
}

/** A condition reaches to the end of its clause, or to a time that cannot be part of its wording. */
function conditionAt(tokens: readonly Token[], at: number): Found<PlacedPhrase[]> {
  if (!isCondition(tokens, at) && !isEvent(tokens, at)) return null
  let next = at + 1
  while (next < tokens.length && !endsCondition(tokens, next)) next++
  return { value: [{ phrase: { kind: 'conditional' }, at, next }], next }
}

function endsCondition(tokens: readonly Token[], at: number): boolean {
  const stop = stopAt(tokens, at)
  return stop === 'clause' || stop === 'sentence' || (stop !== null && opensTime(tokens, at + 1))
}

const openers = ['truoc', 'cham', 'muon', 'thuong', 'hang', 'dinh', 'quy', 'trong']

/** Unlike 'năm 2024', which may belong to 'theo Kế hoạch năm 2024'. */
function opensTime(tokens: readonly Token[], at: number): boolean {
  return isWord(tokens, at, ...openers) && timeAt(tokens, at) !== null
}
