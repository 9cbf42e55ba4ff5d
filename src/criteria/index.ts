import type { Issue } from '../../schemas/message.js'
import type { Action, Criterion, Scores } from '../../schemas/plan.js'
import type { AppendixTable } from '../../schemas/table.js'
import { ok, type Result } from '../result.js'
import { evidenceOf, readAction } from './actions.js'
import { inferCodes } from './infer-codes.js'
import { cellLine, isBulleted } from './items.js'
import { fillBlankLeads } from './merged-leads.js'
import { type Pairing, pairingOf, splitPairs } from './pairs.js'
import { type CriterionRow, readRows, rolesOf, type TableRoles } from './rows.js'
import { type DotMeaning, dotMeaning, emptyScores, isNoScore, parseScore } from './scores.js'
import { CriteriaTree, rankStyles, type TreeNode } from './tree.js'

/** Appendix tables of these kinds hold criteria. */
const withCriteria = new Set(['tasks', 'scores', 'assignment'])

/** The rows of an appendix → its criteria in document order. `appendixId` is 'pl1', 'pl2', … */
export function readCriteria(table: AppendixTable, appendixId: string): Result<Criterion[]> {
  if (!withCriteria.has(table.kind)) return ok([])
  const roles = rolesOf(table.columns)
  const { rows, issues } = readRows(table, roles)
  issues.push(...inferCodes(rows))
  const builder = new CriteriaBuilder(appendixId, roles, rows, issues)
  for (const row of rows) builder.add(row)
  const criteria = builder.finish()
  fillBlankLeads(criteria, roles)
  return ok(splitPairs(criteria, builder.pairings), builder.issues)
}

class CriteriaBuilder {
  private readonly criteria: { criterion: Criterion; node: TreeNode | null }[] = []
  private readonly tree: CriteriaTree
  /** Of the actions whose bullets correspond one to one. */
  readonly pairings = new Map<Action, Pairing>()
  private outer: TreeNode | null = null
  private outerName: string | null = null
  private readonly tableHasCodes: boolean
  private readonly codesInside: boolean
  private readonly dot: DotMeaning

  constructor(
    private readonly appendixId: string,
    private readonly roles: TableRoles,
    rows: CriterionRow[],
    readonly issues: Issue[],
  ) {
    this.tree = new CriteriaTree(appendixId, rankStyles(rows.flatMap((row) => row.code?.code ?? [])))
    this.tableHasCodes = rows.some((row) => row.code !== null)
    this.codesInside = codesBelongInside(rows, roles)
    this.dot = dotMeaning(rows.flatMap((row) => scoreTexts(row, roles)))
  }

  add(row: CriterionRow): void {
    if (row.total) this.addTotal(row)
    else if (this.roles.names.length > 1) this.addNested(row)
    else if (this.roles.names.length === 1) this.addNamed(row)
    else this.addUnnamed(row)
    this.aimIssues(row)
  }

  finish(): Criterion[] {
    const nodes = this.criteria.flatMap((entry) => (entry.node === null ? [] : [entry]))
    const top = nodes.filter((entry) => entry.node?.parent === null)
    const headings = top.filter(
      (entry) => (entry.node?.children ?? 0) > 0 || entry.criterion.actions.length === 0,
    )
    const nested = nodes.some((entry) => entry.node?.parent != null)
    const isTree = nested && headings.length * 2 >= top.length
    for (const entry of top) entry.criterion.kind = isTree ? 'domain' : 'item'
    return this.criteria.map((entry) => entry.criterion)
  }

  /** One naming column: a code or a name begins a criterion, a row with neither is a further action. */
  private addNamed(row: CriterionRow): void {
    const name = row.names[0]?.text ?? null
    if (row.code === null && name === null) this.addFurtherAction(row)
    else this.push(this.nodeFor(row), row, name)
  }

  /** Number directly before the task: the task is the text, and a row with nothing else is a heading. */
  private addUnnamed(row: CriterionRow): void {
    const task = this.roles.columns.findIndex((column) => column.role === 'task')
    const text = row.cells[task] === undefined ? '' : cellLine(row.cells[task])
    const others = this.roles.action.filter(
      (column) => column !== task && row.cells[column]?.pieces.length !== 0,
    )
    const spanned = row.names[0]?.text ?? null
    const bare = others.length === 0 && (spanned !== null || text !== '')
    const alone = bare && this.roles.action.length > 1
    const heading =
      bare && (spanned !== null || (alone && (row.code !== null || !isBulleted(row.cells[task]))))
    if (heading) {
      const node = row.code !== null ? this.tree.addCoded(row.code.code) : this.tree.addGroup()
      const name = spanned ?? text
      const bareRow = {
        ...row,
        cells: row.cells.map((cell, index) => (index === task ? { pieces: [], merged: false } : cell)),
      }
      this.push(node, bareRow, name)
      const cell = row.cells[task]
      if (cell !== undefined) this.criteria.at(-1)?.criterion.evidence.push(...evidenceOf('name', cell))
    } else if (row.code !== null || !this.tableHasCodes) this.push(this.nodeFor(row), row, null)
    else this.addFurtherAction(row)
  }

  /** Merged outer columns carry the hierarchy: an outer name is the domain, each inner name an item of it. */
  private addNested(row: CriterionRow): void {
    const outerColumn = this.roles.names[0]
    const inner = row.names.filter((name) => name.column !== outerColumn)
    const outer = row.names.find((name) => name.column === outerColumn)
    const repeatsOuter =
      outer !== undefined && outer.text === this.outerName && (row.code === null || this.codesInside)
    if (outer !== undefined && !repeatsOuter) this.openOuter(row, outer.text, inner.length === 0)
    else if (row.code !== null && inner.length === 0) {
      this.push(this.tree.addCoded(row.code.code), row, null)
      return
    }
    if (inner.length === 0) {
      if (outer === undefined || repeatsOuter) this.addFurtherAction(row)
      return
    }
    const name = inner.map((part) => part.text).join(' ')
    const innerRow = outer !== undefined && !this.codesInside ? { ...row, code: null } : row
    const node =
      innerRow.code !== null
        ? this.tree.addCoded(innerRow.code.code)
        : this.tree.addUncoded(this.outer ?? this.tree.lastCoded())
    this.push(node, innerRow, name)
  }

  private openOuter(row: CriterionRow, name: string, withCells: boolean): void {
    const coded = row.code !== null && !(this.codesInside && !withCells)
    this.outer = coded && row.code !== null ? this.tree.addCoded(row.code.code) : this.tree.addGroup()
    this.outerName = name
    const own = withCells
      ? row
      : {
          ...row,
          cells: row.cells.map((cell, column) =>
            column === this.roles.code || column === this.roles.names[0]
              ? cell
              : { pieces: [], merged: false },
          ),
        }
    this.push(this.outer, coded ? own : { ...own, code: null }, name)
  }

  private nodeFor(row: CriterionRow): TreeNode {
    if (row.code !== null) return this.tree.addCoded(row.code.code)
    if (row.heading && (!this.tableHasCodes || this.startsGroup(row))) return this.tree.addGroup()
    return this.tree.addUncoded(this.uncodedParent(row))
  }

  /**
   * A named row without a code belongs under the coded row above where that one is bare; beside it where both have
   * cells of their own.
   */
  private uncodedParent(row: CriterionRow): TreeNode | null {
    const last = this.tree.lastCoded()
    const owner = this.criteria.find((entry) => entry.node === last)?.criterion
    const whole = this.roles.action.some((column) => row.cells[column]?.pieces.length !== 0)
    return last !== null && whole && (owner?.actions.length ?? 0) > 0 ? last.parent : last
  }

  /** A heading without a code is a group of its own only when it is set like the table's other top headings. */
  private startsGroup(row: CriterionRow): boolean {
    const last = this.criteria.at(-1)
    const underBareItem =
      last !== undefined && last.criterion.actions.length === 0 && last.criterion.code !== null
    return !underBareItem && row.heading
  }

  private addTotal(row: CriterionRow): void {
    const name = row.names[0]?.text ?? 'Tổng'
    this.criteria.push({
      node: null,
      criterion: { ...this.blank(row, name), id: this.totalId(), kind: 'total', level: 1, parent: null },
    })
  }

  private totalId(): string {
    const count = this.criteria.filter((entry) => entry.criterion.kind === 'total').length
    return count === 0 ? `${this.appendixId}/total` : `${this.appendixId}/total#${count + 1}`
  }

  private push(node: TreeNode, row: CriterionRow, name: string | null): void {
    const action = this.readAction(row)
    const criterion: Criterion = {
      ...this.blank(row, name),
      id: node.id,
      level: node.level,
      parent: node.parent?.id ?? null,
      actions: action === null ? [] : [action],
    }
    this.criteria.push({ node, criterion })
  }

  private readAction(row: CriterionRow): Action | null {
    const action = readAction(row, this.roles)
    const pairing = pairingOf(row, this.roles)
    if (action !== null && pairing !== null) this.pairings.set(action, pairing)
    return action
  }

  private blank(row: CriterionRow, name: string | null): Criterion {
    const evidence = this.namingEvidence(row, name)
    return {
      id: '',
      code: row.code?.code.value ?? null,
      codePrinted: row.code === null || row.code.printed === '' ? null : row.code.printed,
      kind: 'item',
      level: 1,
      parent: null,
      name,
      standard: null,
      scores: this.readScores(row, evidence),
      actions: [],
      evidence,
    }
  }

  /** Where code and name stand; a cell that holds both is evidence of both. */
  private namingEvidence(row: CriterionRow, name: string | null): Criterion['evidence'] {
    const codeCell = row.cells[this.roles.code]
    const codes = codeCell === undefined ? [] : evidenceOf('code', codeCell)
    const names = this.roles.names.flatMap((column) => {
      const cell = row.cells[column]
      return cell === undefined || cell.merged ? [] : evidenceOf('name', cell)
    })
    const sharedCell = name !== null && names.length === 0 && codeCell !== undefined
    return [
      ...(row.code === null ? [] : codes),
      ...(sharedCell && this.roles.names.length > 0 ? evidenceOf('name', codeCell) : names),
    ]
  }

  private readScores(row: CriterionRow, evidence: Criterion['evidence']): Scores | null {
    if (this.roles.scores.length === 0) return null
    const scores = emptyScores()
    for (const column of this.roles.scores) {
      const cell = row.cells[column]
      const definition = this.roles.columns[column]
      if (cell === undefined || definition === undefined || cell.pieces.length === 0) continue
      const text = cellLine(cell)
      const printed = parseScore(text, this.dot)
      evidence.push(...evidenceOf(definition.role, cell))
      if (printed === null) {
        if (!isNoScore(text)) this.issues.push(unreadableScore(row, definition.header, text))
        continue
      }
      const year = definition.years[0] ?? null
      if (definition.role === 'maxScore') scores.max = printed.max ?? printed.value
      else if (definition.role === 'achievedScore') scores.achieved.push({ year, value: printed.value })
      else scores.target.push({ year, value: printed.value })
      if (printed.max !== null && definition.role === 'achievedScore') scores.max ??= printed.max
    }
    return scores
  }

  private addFurtherAction(row: CriterionRow): void {
    const action = this.readAction(row)
    const owner = this.criteria.findLast((entry) => entry.criterion.kind !== 'total')
    if (action === null) return
    if (owner === undefined) this.push(this.tree.addUncoded(null), row, null)
    else owner.criterion.actions.push(action)
  }

  /** Issues that a row's reading raised name the criterion it became. */
  private aimIssues(row: CriterionRow): void {
    const target = this.criteria.at(-1)?.criterion.id ?? null
    for (const issue of this.issues) if (issue.target === null && issue.at === row.at) issue.target = target
  }
}

/** With several naming columns: do the codes number the inner names or the outer ones? */
function codesBelongInside(rows: CriterionRow[], roles: TableRoles): boolean {
  const outer = roles.names[0]
  const innerOnly = rows.filter(
    (row) => row.names.length > 0 && row.names.every((name) => name.column !== outer),
  )
  return innerOnly.length > 0 && innerOnly.filter((row) => row.code !== null).length > innerOnly.length / 2
}

function scoreTexts(row: CriterionRow, roles: TableRoles): string[] {
  return roles.scores.flatMap((column) =>
    row.cells[column] === undefined ? [] : cellLine(row.cells[column]),
  )
}

function unreadableScore(row: CriterionRow, header: string, text: string): Issue {
  return {
    severity: 'warning',
    code: 'score-unreadable',
    message: `Column "${header}": "${text}" is no number that can be read for certain.`,
    at: row.at,
    target: null,
  }
}
