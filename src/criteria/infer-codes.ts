import { type Code, parseCode, splitLeadingCode } from '../language/codes.js'
import { inferMisreadNumerals } from './misread-numerals.js'
import type { RowFinding } from './row-findings.js'
import type { CriterionRow, TableRoles } from './rows.js'

/**
 * Codes that the neighbours fix: between 1.2.1 and 1.2.4 exactly two named rows without a code can only be 1.2.2 and
 * 1.2.3. They get their code, `codePrinted` stays null, and an issue says so.
 */
export function inferCodes(rows: CriterionRow[], roles: TableRoles): RowFinding[] {
  const issues = [...inferMisreadNumerals(rows), ...inferBetween(rows)]
  if (rows.some(isPutTogether)) issues.push(...inferUnderNumerals(rows, roles))
  return issues
}

/** Rows that were put together from lines of recognised text may have lost their numbers; others print none. */
function isPutTogether(row: CriterionRow): boolean {
  return row.cells.some(({ pieces }) =>
    pieces.some(({ lines }) =>
      lines.some(({ repaired }) => repaired?.repairs.some(({ method }) => method === 'unweave')),
    ),
  )
}

function inferBetween(rows: CriterionRow[]): RowFinding[] {
  const issues: RowFinding[] = []
  for (let index = 0; index < rows.length; index++) {
    const before = rows[index]
    if (before?.code === null || before?.code === undefined || before.code.code.style !== 'arabic') continue
    const run: CriterionRow[] = []
    let next = index + 1
    while (rows[next] !== undefined && rows[next]?.code === null) {
      const row = rows[next] as CriterionRow
      if (row.names.length > 0 && !row.total) run.push(row)
      next++
    }
    const after = rows[next]?.code
    if (run.length === 0 || after === null || after === undefined) continue
    if (siblingDistance(before.code.code, after.code) !== run.length + 1) continue
    for (const [offset, row] of run.entries()) issues.push(inferOne(row, before.code.code, offset + 1))
  }
  return issues
}

/** Rows under one Roman numeral that have a name of their own. */
type Domain = CriterionRow[]

const fewestNumbered = 2

/**
 * Where the items under Roman numerals are numbered from 1 under each, or run on through all of them, an item whose
 * number is lost has the number of its place, if all numbers that are printed stand at theirs.
 */
function inferUnderNumerals(rows: CriterionRow[], roles: TableRoles): RowFinding[] {
  const domains = domainsOf(rows, roles)
  if (domains.length < fewestNumbered) return []
  const whole = domains.filter((domain) => domain.length > 0 && domain.every((row) => row.code !== null))
  const restarts = whole.filter((domain) => countsFrom(domain, 1)).length
  if (restarts >= fewestNumbered && restarts === whole.length) {
    return domains.filter((domain) => countsFrom(domain, 1)).flatMap((domain) => numbered(domain))
  }
  const all = domains.flat()
  const printed = all.filter((row) => row.code !== null).length
  return countsFrom(all, 1) && printed > all.length / 2 ? numbered(all) : []
}

function domainsOf(rows: CriterionRow[], roles: TableRoles): Domain[] {
  const domains: Domain[] = []
  for (const row of rows) {
    if (row.code?.code.style === 'roman') domains.push([])
    else if (!row.total && !isListed(row) && (row.code !== null || hasText(row, roles)))
      domains.at(-1)?.push(row)
  }
  return domains
}

/** A name that is a numbered list has the numbers of its items, and none of its own. */
function isListed(row: CriterionRow): boolean {
  return row.code === null && splitLeadingCode(row.names[0]?.text ?? '') !== null
}

/** A row of its own: one with a name, or, without a naming column, with a task. */
function hasText(row: CriterionRow, roles: TableRoles): boolean {
  if (row.names.length > 0) return true
  const task = roles.columns.findIndex(({ role }) => role === 'task')
  return roles.names.length === 0 && (row.cells[task]?.pieces.length ?? 0) > 0
}

/** Whether every printed number is that of its place. */
function countsFrom(rows: readonly CriterionRow[], first: number): boolean {
  return rows.every((row, index) => row.code === null || isNumber(row.code.code, first + index))
}

function isNumber(code: Code, value: number): boolean {
  return code.style === 'arabic' && code.parts.length === 1 && Number(code.parts[0]) === value
}

function numbered(rows: readonly CriterionRow[]): RowFinding[] {
  return rows.flatMap((row, index) => (row.code === null ? [inferValue(row, String(index + 1))] : []))
}

/** How far apart two codes of the same parent are; 0 where they are no siblings. */
function siblingDistance(a: Code, b: Code): number {
  if (a.parts.length !== b.parts.length || a.style !== b.style) return 0
  if (a.parts.slice(0, -1).join('.') !== b.parts.slice(0, -1).join('.')) return 0
  return Number(b.parts.at(-1)) - Number(a.parts.at(-1))
}

function inferOne(row: CriterionRow, before: Code, offset: number): RowFinding {
  return inferValue(
    row,
    [...before.parts.slice(0, -1), String(Number(before.parts.at(-1)) + offset)].join('.'),
  )
}

function inferValue(row: CriterionRow, value: string): RowFinding {
  const code = parseCode(value)
  if (code !== null) row.code = { code, printed: '' }
  const details = { what: 'not-printed', number: value } as const
  return { severity: 'info', code: 'code-inferred', at: row.at, field: 'code', subject: null, details }
}
