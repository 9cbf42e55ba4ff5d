import type { Deadline } from '../../../schemas/plan.js'
import { collapse } from '../../language/letters.js'
import { type Token, tokenize } from './lexer.js'
import { type LinePhrase, readLine } from './line.js'
import { type Bounds, type PlanTime, resolveLine } from './resolve.js'

/**
 * The deadlines that a cell names, in order. `text` has `\n` between the cell's lines; every line with words in it
 * gives at least one deadline, of kind 'unknown' where nothing is understood. Times without a year, and those counted
 * from the plan ('năm liền kề'), are of the first of its years, else of the year of issue.
 */
export function readDeadlines(
  text: string,
  context: { planYears: number[]; issuedOn: string | null },
): Deadline[] {
  const issueYear = context.issuedOn === null ? null : Number(context.issuedOn.slice(0, 4))
  const plan: PlanTime = {
    year: context.planYears[0] ?? issueYear,
    yearIs: context.planYears.length > 0 ? 'plan-year' : 'issue-date',
    issuedOn: context.issuedOn,
  }
  return text
    .normalize('NFC')
    .split('\n')
    .flatMap((line) => readBullet(line.replace(bullet, ''), plan))
}

const bullet = /^\s*[-–—+•*\uf0b7]\s*/u

function readBullet(line: string, plan: PlanTime): Deadline[] {
  const tokens = tokenize(line)
  if (tokens.every(({ kind }) => kind === 'mark')) return []
  const read = readLine(tokens)
  const phrases = read.length > 0 ? read : [notUnderstood(tokens)]
  const bounds = resolveLine(phrases, plan)
  return phrases.map((phrase, index) =>
    deadlineOf(phrase, bounds[index] ?? null, printed(line, tokens, phrase)),
  )
}

function notUnderstood(tokens: Token[]): LinePhrase {
  return { phrase: { kind: 'unknown' }, at: 0, next: tokens.length, labelYear: null }
}

function printed(line: string, tokens: Token[], { at, next }: LinePhrase): string {
  const text = line.slice(tokens[at]?.start ?? 0, tokens[next - 1]?.end ?? line.length)
  return collapse(text).replace(/[\s,;.:]+$/u, '')
}

function deadlineOf({ phrase }: LinePhrase, bounds: Bounds | null, text: string): Deadline {
  if (bounds === null)
    return { text, kind: 'unknown', start: null, end: null, period: null, relativeTo: null }
  const { start, end, relativeTo } = bounds
  return {
    text,
    kind: phrase.kind,
    start,
    end,
    period: phrase.kind === 'periodic' ? phrase.period : null,
    relativeTo,
  }
}
