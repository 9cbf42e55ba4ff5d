import type { Place } from '../../schemas/place.js'
import type { AppendixTable, Column, LogicalCell, LogicalRow, Role } from '../../schemas/table.js'
import { looksLikeAgency } from '../language/agency-words.js'
import { type Code, parseCode, splitLeadingCode } from '../language/codes.js'
import { fold } from '../language/letters.js'
import { cellLine } from './items.js'
import type { RowFinding } from './row-findings.js'

/** A code as a row prints it. */
export interface RowCode {
  code: Code
  printed: string
}

/** A name of a row with the column it stands in. */
export interface RowName {
  text: string
  column: number
  /** The code at its start, where a name further in has one of its own ('1. Chỉ đạo | 1.1. Kế hoạch'). */
  code: RowCode | null
}

/** A logical row read for what names it; its other cells stay as they are. */
export interface CriterionRow {
  at: Place
  code: RowCode | null
  /** The code stands at the start of a name, not in a column of its own. */
  codeInName: boolean
  /** The code column holds a dash: an item of the row above that has a code. */
  dashed: boolean
  /** From the outermost naming column inwards; blank and merged ones are left out. */
  names: RowName[]
  total: boolean
  strong: boolean
  /** Set in capitals over the whole width, or bold with nothing beside it: a heading. */
  heading: boolean
  cells: LogicalCell[]
  /** A lead that the converter put into the naming column. */
  shiftedLead: LogicalCell | null
}

export interface TableRoles {
  columns: Column[]
  code: number
  names: number[]
  /** Columns that become parts of an action. */
  action: number[]
  scores: number[]
}

const scoreRoles = new Set<Role>(['maxScore', 'achievedScore', 'targetScore'])

export function rolesOf(columns: Column[]): TableRoles {
  const indices = (test: (role: Role) => boolean): number[] =>
    columns.flatMap((column, index) => (test(column.role) ? [index] : []))
  return {
    columns,
    code: columns.findIndex((column) => column.role === 'code'),
    names: indices((role) => role === 'name'),
    action: indices((role) => role !== 'code' && role !== 'name' && !scoreRoles.has(role)),
    scores: indices((role) => scoreRoles.has(role)),
  }
}

/** Reads code and names of every row. */
export function readRows(
  table: AppendixTable,
  roles: TableRoles,
): { rows: CriterionRow[]; issues: RowFinding[] } {
  const issues: RowFinding[] = []
  const rows = table.rows.map((row) => readRow(row, roles, issues))
  if (roles.names.length > 1) moveInwards(rows, roles, issues)
  return { rows, issues }
}

function readRow(row: LogicalRow, roles: TableRoles, issues: RowFinding[]): CriterionRow {
  const printedCell = row.cells[roles.code]
  const printed = printedCell === undefined || printedCell.merged ? '' : cellLine(printedCell)
  const names = roles.names.flatMap((column) => {
    const cell = row.cells[column]
    const text = cell === undefined || cell.merged ? '' : cellLine(cell)
    return text === '' ? [] : [{ text, column, code: null }]
  })
  const read: CriterionRow = {
    at: row.at,
    code: null,
    codeInName: false,
    dashed: false,
    names,
    total: false,
    strong: row.strong,
    heading: false,
    cells: row.cells,
    shiftedLead: null,
  }
  readCode(read, printed, roles)
  if (isOddCode(read, printed, roles)) issues.push(oddCode(row, printed))
  const scored = roles.scores.some((column) => row.cells[column]?.pieces.length !== 0)
  read.total = read.code === null && isTotalLabel(read.names[0]?.text ?? printed, scored)
  takeShiftedLead(read, roles, issues)
  const alone = roles.action.every((column) => row.cells[column]?.pieces.length === 0)
  read.heading = alone && (row.spanning || row.strong || isCapitals(read.names[0]?.text ?? ''))
  return read
}

/** 'Tổng' (recognition reads 'Tống'), 'Tổng cộng', 'Cộng'; without marks only where the whole text has none ('công' is another word). */
function isTotalLabel(text: string, scored: boolean): boolean {
  const lower = text.toLowerCase().trim()
  const unmarked = fold(lower) === lower
  // 'Tổng điểm PAPI', 'Tổng điểm chỉ số …': a few words more are allowed where scores stand beside them.
  const begins = unmarked
    ? /^(?:tong (?:diem|cong|so diem)|(?:chi so|diem|ket qua) chung)\b/u
    : /^(?:tổng (?:điểm|cộng|số điểm)|(?:chỉ số|điểm|kết quả) chung)(?!\p{L})/u
  if (scored && begins.test(lower)) return lower.length < 60
  const label = unmarked
    ? /^(?:tong(?: cong| so| diem| so diem)?|cong)(?:\s*[:(].*)?$/u
    : /^(?:t[ổố]ng(?: cộng| số| điểm| số điểm)?|cộng)(?:\s*[:(].*)?$/u
  return label.test(lower)
}

function isCapitals(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? []
  return (
    letters.length > 3 && letters.filter((letter) => /\p{Lu}/u.test(letter)).length > letters.length * 0.8
  )
}

/** The code stands in its column, at the start of a cell that spans the row, or at the start of the outermost name. */
function readCode(row: CriterionRow, printed: string, roles: TableRoles): void {
  row.names = row.names.map((name, index) => (index === 0 ? name : withOwnCode(name)))
  const code = parseCode(printed)
  if (code !== null) {
    row.code = { code, printed }
    return
  }
  if (printed !== '') {
    readCodeCell(row, printed, roles)
    return
  }
  const outer = row.names[0]
  const own = outer === undefined ? null : withOwnCode(outer)
  if (own === null || own.code === null) return
  if (roles.code >= 0 && isListed(own)) return
  row.code = own.code
  row.codeInName = true
  row.names[0] = { ...own, code: null }
}

function withOwnCode(name: RowName): RowName {
  const leading = splitLeadingCode(name.text)
  if (leading === null) return name
  return { ...name, text: leading.rest, code: { code: leading.code, printed: leading.printed } }
}

/** A name that is a list: the next number follows in it ('1. … 2. …'), beside a column of codes that is blank. */
function isListed({ code, text }: RowName): boolean {
  const next = /^1[.)]?$/u.test(code?.printed ?? '') ? /\s2[.)]\s+\p{Lu}/u : null
  return next?.test(text) === true
}

/** A short text with a figure in the number column, beside a name, that no code can be made of. */
function isOddCode(row: CriterionRow, printed: string, roles: TableRoles): boolean {
  return roles.code >= 0 && row.code === null && printed.length <= 12 && /\d/u.test(printed)
}

function oddCode({ at }: LogicalRow, printed: string): RowFinding {
  const details = { what: 'odd-code', printed } as const
  return { severity: 'warning', code: 'suspected-typo', at, field: 'code', subject: null, details }
}

function headerOf({ columns }: TableRoles, column: number): string {
  return columns[column]?.header ?? ''
}

const dash = /^[-–—+*•]$/u

/** A code cell that holds more than a code, or none: a name that spans the row, a dash, the start of the name. */
function readCodeCell(row: CriterionRow, printed: string, roles: TableRoles): void {
  const leading = splitLeadingCode(printed)
  const text = leading?.rest ?? printed
  row.dashed = dash.test(printed)
  if (leading !== null) row.code = { code: leading.code, printed: leading.printed }
  if (row.names.length === 0 && !row.dashed)
    row.names = [{ text, column: roles.names[0] ?? roles.code, code: null }]
  else if (leading === null && row.names[0] !== undefined && !row.dashed)
    row.names[0] = { ...row.names[0], text: `${printed} ${row.names[0].text}` }
}

/** An agency in the naming column beside a blank lead cell: the converter put it one column too far to the left. */
function takeShiftedLead(row: CriterionRow, roles: TableRoles, issues: RowFinding[]): void {
  const lead = roles.columns.findIndex((column) => column.role === 'lead')
  const inner = row.names.at(-1)
  if (lead < 0 || inner === undefined || row.code !== null || row.cells[lead]?.pieces.length !== 0) return
  const task = roles.action.some((column) => column !== lead && row.cells[column]?.pieces.length !== 0)
  const adjacent = inner.column === lead - 1 && inner.column > Math.max(roles.code, 0)
  if (
    !task ||
    !adjacent ||
    !/^(?:so|phong|ban|cong an|thanh tra|van phong|cuc|chi cuc)\b/u.test(fold(inner.text))
  )
    return
  if (!looksLikeAgency(inner.text)) return
  row.shiftedLead = row.cells[inner.column] ?? null
  row.names = row.names.slice(0, -1)
  issues.push({
    severity: 'warning',
    code: 'merged-cell-shift-suspected',
    at: row.at,
    field: 'lead',
    subject: null,
    details: {
      what: 'lead-beside',
      text: inner.text,
      header: headerOf(roles, inner.column),
      lead: headerOf(roles, lead),
    },
  })
}

/**
 * Where every outer name carries a code, one without a code beside a blank inner name belongs one column to the right.
 */
function moveInwards(rows: CriterionRow[], roles: TableRoles, issues: RowFinding[]): void {
  const [outer, inner] = roles.names
  if (outer === undefined || inner === undefined) return
  const outers = rows.filter((row) => row.names[0]?.column === outer)
  const coded = outers.filter((row) => row.code !== null).length
  if (coded < 2 || coded < outers.length * 0.6) return
  for (const row of outers) {
    const [name, ...rest] = row.names
    if (row.code !== null || name === undefined || rest.length > 0 || row.heading) continue
    row.names = [{ ...name, column: inner }]
    issues.push({
      severity: 'warning',
      code: 'merged-cell-shift-suspected',
      at: row.at,
      field: 'name',
      subject: null,
      details: {
        what: 'item-beside',
        text: name.text,
        header: headerOf(roles, outer),
        inner: headerOf(roles, inner),
      },
    })
  }
}
