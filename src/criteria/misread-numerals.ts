import { ordinalOf, parseCode, romanNumeral } from '../language/codes.js'
import type { RowFinding } from './row-findings.js'
import type { CriterionRow } from './rows.js'

type CodedRow = CriterionRow & { code: NonNullable<CriterionRow['code']> }

const fewestHeads = 2

/**
 * Recognition reads a lone V as 7, or II as 11. Where Roman numerals head items that are numbered from 1 under each, a
 * recognised figure right above a new 1 can only be the next numeral: if it does not go on with the items above it, or
 * if the numeral that follows leaves out one.
 */
export function inferMisreadNumerals(rows: readonly CriterionRow[]): RowFinding[] {
  const coded = rows.filter((row): row is CodedRow => row.code !== null)
  const heads = coded.filter(isRoman)
  const restarting = heads.filter((head) => isNumber(coded[coded.indexOf(head) + 1], 1))
  if (restarting.length < fewestHeads || restarting.length < heads.length) return []
  const issues: RowFinding[] = []
  let last = 0
  for (const [index, row] of coded.entries()) {
    if (isRoman(row)) {
      last = numberOf(row)
      continue
    }
    const printed = row.code.printed
    if (last === 0 || !isHead(rows, coded, index)) continue
    if (goesOn(coded, index) && nextNumeral(coded, index) !== last + 2) continue
    last++
    row.code = { ...row.code, code: parseCode(romanNumeral(last)) ?? row.code.code, printed: '' }
    issues.push(misread(row, printed, romanNumeral(last)))
  }
  return issues
}

/** A recognised figure, the first of the next items right below it. */
function isHead(rows: readonly CriterionRow[], coded: readonly CodedRow[], index: number): boolean {
  const [row, below] = [coded[index], coded[index + 1]]
  if (row === undefined || !isNumber(below, 1) || rows[rows.indexOf(row) + 1] !== below) return false
  const { style, parts } = row.code.code
  return style === 'arabic' && parts.length === 1 && parts[0] !== '1' && isRecognised(row)
}

function goesOn(coded: readonly CodedRow[], index: number): boolean {
  const above = coded[index - 1]
  return above !== undefined && isNumber(coded[index], Number(above.code.code.parts.at(-1)) + 1)
}

function nextNumeral(coded: readonly CodedRow[], index: number): number {
  const next = coded.slice(index + 1).find(isRoman)
  return next === undefined ? 0 : numberOf(next)
}

function isRecognised({ cells }: CriterionRow): boolean {
  return cells.some(({ pieces }) => pieces.some(({ confidence }) => confidence < 1))
}

function isRoman({ code }: CodedRow): boolean {
  return code.code.style === 'roman'
}

function isNumber(row: CodedRow | undefined, value: number): boolean {
  const code = row?.code.code
  return code?.style === 'arabic' && code.parts.length === 1 && Number(code.parts[0]) === value
}

function numberOf({ code }: CodedRow): number {
  return ordinalOf(code.code.value, 'roman') ?? 0
}

function misread({ at }: CriterionRow, printed: string, value: string): RowFinding {
  const details = { what: 'misread', printed, number: value } as const
  return { severity: 'info', code: 'code-inferred', at, field: 'code', subject: null, details }
}
