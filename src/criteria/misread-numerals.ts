import type { Issue } from '../../schemas/message.js'
import { parseCode } from '../language/codes.js'
import type { CriterionRow } from './rows.js'

type CodedRow = CriterionRow & { code: NonNullable<CriterionRow['code']> }

const fewestHeads = 2

/**
 * Recognition reads a lone V as 7, or II as 11. Where Roman numerals head items that are numbered from 1 under each, a
 * recognised figure that neither goes on with the items above it nor is followed by its own successor, but by a new 1,
 * can only be the next numeral.
 */
export function inferMisreadNumerals(rows: readonly CriterionRow[]): Issue[] {
  const coded = rows.filter((row): row is CodedRow => row.code !== null)
  const heads = coded.filter(isRoman)
  const restarting = heads.filter((head) => isNumber(coded[coded.indexOf(head) + 1], 1))
  if (restarting.length < fewestHeads || restarting.length < heads.length) return []
  const issues: Issue[] = []
  let last = 0
  for (const [index, row] of coded.entries()) {
    if (isRoman(row)) {
      last = numberOf(row.code.code.value)
      continue
    }
    const printed = row.code.printed
    if (last === 0 || !isMisread(coded, index)) continue
    last++
    row.code = { ...row.code, code: parseCode(numeralOf(last)) ?? row.code.code, printed: '' }
    issues.push(misread(row, printed, numeralOf(last)))
  }
  return issues
}

/** A recognised figure between the last item of one run and the first of the next. */
function isMisread(coded: readonly CodedRow[], index: number): boolean {
  const [above, row, below] = [coded[index - 1], coded[index], coded[index + 1]]
  if (row === undefined || above === undefined || !isNumber(below, 1)) return false
  const [figure] = row.code.code.parts
  if (row.code.code.style !== 'arabic' || row.code.code.parts.length !== 1 || figure === '1') return false
  return isRecognised(row) && !isNumber(row, Number(above.code.code.parts.at(-1)) + 1)
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

const digits: [string, number][] = [
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
]

function numeralOf(value: number): string {
  let rest = value
  let numeral = ''
  for (const [sign, worth] of digits) for (; rest >= worth; rest -= worth) numeral += sign
  return numeral
}

function numberOf(numeral: string): number {
  for (let value = 1; value < 40; value++) if (numeralOf(value) === numeral) return value
  return 0
}

function misread({ at }: CriterionRow, printed: string, value: string): Issue {
  return {
    severity: 'info',
    code: 'code-inferred',
    message: `"${printed}" was recognised here; the rows above and below leave only ${value}.`,
    at,
    target: null,
  }
}
