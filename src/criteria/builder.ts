import type { Place } from '../../schemas/place.js'
import type { Action, Criterion } from '../../schemas/plan.js'
import type { Code } from '../language/codes.js'
import { evidenceOf, readAction } from './actions.js'
import { cellLine, isBulleted } from './items.js'
import { newNames, type OpenName } from './naming-levels.js'
import { type Pairing, pairingOf } from './pairs.js'
import type { RowFinding, Rows } from './row-findings.js'
import { readScores, scoreTexts } from './row-scores.js'
import type { CriterionRow, TableRoles } from './rows.js'
import { type DotMeaning, dotMeaning } from './scores.js'
import { isShared, isUndecided } from './shared-agencies.js'
import { CriteriaTree, rankStyles, type TreeNode } from './tree.js'

interface Entry {
  criterion: Criterion
  node: TreeNode | null
}

/** Takes the rows of an appendix one by one and makes its criteria of them, each under its parent. */
export class CriteriaBuilder implements Rows {
  private readonly entries: Entry[] = []
  /** Of the actions whose bullets correspond one to one. */
  readonly pairings = new Map<Action, Pairing>()
  private readonly byNode = new Map<TreeNode, Criterion>()
  readonly criteria = new Map<Place, string>()
  readonly actions = new Map<Place, Action>()
  private readonly tree: CriteriaTree
  private open: OpenName[] = []
  private totals = 0
  private readonly tableHasCodes: boolean
  private readonly codesInside: boolean
  private readonly dot: DotMeaning

  constructor(
    private readonly appendixId: string,
    private readonly roles: TableRoles,
    rows: CriterionRow[],
    readonly issues: RowFinding[],
  ) {
    this.tree = new CriteriaTree(appendixId, rankStyles(codesOnce(rows)))
    this.tableHasCodes = rows.some((row) => row.code !== null)
    this.codesInside = codesBelongInside(rows, roles)
    this.dot = dotMeaning(rows.flatMap((row) => scoreTexts(row, roles)))
  }

  add(row: CriterionRow): void {
    if (row.total) this.addTotal(row)
    else if (this.roles.names.length > 1) this.addNested(row)
    else if (this.roles.names.length === 1) this.addNamed(row)
    else this.addUnnamed(row)
    const target = this.entries.at(-1)?.criterion.id
    if (target !== undefined) this.criteria.set(row.at, target)
  }

  /** The criteria in document order. */
  finish(): Criterion[] {
    const nodes = this.entries.filter((entry) => entry.node !== null)
    const top = nodes.filter((entry) => entry.node?.parent === null)
    const headings = top.filter(
      (entry) => (entry.node?.children ?? 0) > 0 || entry.criterion.actions.length === 0,
    )
    const nested = nodes.some((entry) => entry.node?.parent != null)
    const isTree = nested && headings.length * 2 >= top.length
    for (const entry of top) entry.criterion.kind = isTree ? 'domain' : 'item'
    return this.entries.map((entry) => entry.criterion)
  }

  /** One naming column: a code or a name begins a criterion, a row with neither is a further action. */
  private addNamed(row: CriterionRow): void {
    const name = row.names[0]?.text ?? null
    if (row.code === null && name === null) this.addFurtherAction(row)
    else if (this.repeats(row, name)) this.addFurtherAction(row)
    else this.push(this.nodeFor(row), row, name)
  }

  /**
   * A row that prints code and name of the criterion above again has a further action of it; one that repeats a heading
   * at the top of a page has nothing of its own.
   */
  private repeats(row: CriterionRow, name: string | null): boolean {
    const last = this.entries.at(-1)
    if (last === undefined || last.node === null || row.code === null || name === null) return false
    const isSame = ({ criterion }: { criterion: Criterion | undefined }): boolean =>
      criterion?.code === row.code?.code.value && bareName(criterion?.name) === bareName(name)
    if (isSame(last)) return true
    if (this.isWhole(row)) return false
    for (let node = last.node.parent; node !== null; node = node.parent)
      if (isSame({ criterion: this.byNode.get(node) })) return true
    return false
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
      if (cell !== undefined) this.entries.at(-1)?.criterion.evidence.push(...evidenceOf('name', cell))
    } else if (row.code !== null || !this.tableHasCodes) this.push(this.nodeFor(row), row, null)
    else this.addFurtherAction(row)
  }

  /** Outer columns carry the hierarchy: the outermost name is the domain, each name further in an item of it. */
  private addNested(row: CriterionRow): void {
    const names = newNames(row, this.open, this.roles, this.codesInside)
    for (const { name, code, row: part } of names) {
      this.open = this.open.filter((entry) => entry.column < name.column)
      const parent = this.open.at(-1)?.node ?? null
      const node =
        code !== null
          ? this.tree.addCoded(code.code)
          : name.column === this.roles.names[0]
            ? this.tree.addGroup()
            : this.tree.addUncoded(parent ?? this.tree.lastCoded())
      this.open.push({ column: name.column, text: name.text, code: code?.code.value ?? null, node })
      this.push(node, part, name.text)
    }
    if (names.length > 0) return
    const numbersNothing = row.names.length > 0 && !this.codesInside
    if (row.code === null || numbersNothing) this.addFurtherAction(row)
    else this.push(this.tree.addCoded(row.code.code), row, null)
  }

  private nodeFor(row: CriterionRow): TreeNode {
    if (row.code !== null) return this.tree.addCoded(row.code.code)
    if (row.heading && (!this.tableHasCodes || this.startsGroup(row))) return this.tree.addGroup()
    return this.tree.addUncoded(this.uncodedParent(row))
  }

  /**
   * A named row without a code belongs under the coded row above where that one is bare or where a dash marks it as one
   * of its items; beside it where both have cells of their own.
   */
  private uncodedParent(row: CriterionRow): TreeNode | null {
    const last = this.tree.lastCoded()
    if (last === null || row.dashed) return last
    const owner = this.byNode.get(last)
    return this.isWhole(row) && (owner?.actions.length ?? 0) > 0 ? last.parent : last
  }

  private isWhole(row: CriterionRow): boolean {
    return this.roles.action.some((column) => row.cells[column]?.pieces.length !== 0)
  }

  /** A heading without a code is a group of its own only when it is set like the table's other top headings. */
  private startsGroup(row: CriterionRow): boolean {
    const last = this.entries.at(-1)
    const underBareItem =
      last !== undefined && last.criterion.actions.length === 0 && last.criterion.code !== null
    return !underBareItem && row.heading
  }

  private addTotal(row: CriterionRow): void {
    const name = row.names[0]?.text ?? 'Tổng'
    this.totals++
    const id = `${this.appendixId}/total${this.totals === 1 ? '' : `#${this.totals}`}`
    this.entries.push({
      node: null,
      criterion: { ...this.blank(row, name), id, kind: 'total', level: 1, parent: null },
    })
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
    this.entries.push({ node, criterion })
    this.byNode.set(node, criterion)
  }

  private readAction(row: CriterionRow): Action | null {
    const action = readAction(row, this.roles)
    const pairing = pairingOf(row, this.roles)
    if (action !== null) this.actions.set(row.at, action)
    if (action !== null && pairing !== null) this.pairings.set(action, pairing)
    const shared = this.roles.columns.find((column) => isShared(column, this.roles.columns))
    if (shared !== undefined && action?.coordinating === null && isUndecided(action.lead?.text ?? ''))
      this.issues.push(undecided(row, shared.header))
    return action
  }

  private blank(row: CriterionRow, name: string | null): Criterion {
    const { scores, evidence, issues } = readScores(row, this.roles, this.dot)
    this.issues.push(...issues)
    return {
      id: '',
      code: row.code?.code.value ?? null,
      codePrinted: row.code === null || row.code.printed === '' ? null : row.code.printed,
      kind: 'item',
      level: 1,
      parent: null,
      name,
      standard: null,
      scores,
      actions: [],
      evidence: [...this.namingEvidence(row, name), ...evidence],
    }
  }

  /** Where code and name stand; a cell that holds both is evidence of both. */
  private namingEvidence(row: CriterionRow, name: string | null): Criterion['evidence'] {
    const codeCell = row.cells[this.roles.code]
    const codes = codeCell === undefined || codeCell.merged ? [] : evidenceOf('code', codeCell)
    const names = this.roles.names.flatMap((column) => {
      const cell = row.cells[column]
      return cell === undefined || cell.merged ? [] : evidenceOf('name', cell)
    })
    const shared = name !== null && names.length === 0 && this.roles.names.length > 0
    const isName = row.code === null && !row.dashed
    const ofCodeCell = codeCell === undefined || codeCell.merged ? [] : evidenceOf('name', codeCell)
    return [...(isName ? [] : codes), ...(isName || shared ? ofCodeCell : []), ...names]
  }

  /** Code, name and scores that such a row prints again are evidence of the criterion it belongs to. */
  private addFurtherAction(row: CriterionRow): void {
    const action = this.readAction(row)
    const owner = this.entries.findLast((entry) => entry.criterion.kind !== 'total')?.criterion
    if (owner === undefined) {
      if (action !== null) this.push(this.tree.addUncoded(null), row, null)
      return
    }
    if (action !== null) owner.actions.push(action)
    const again = readScores(row, this.roles, this.dot)
    owner.evidence.push(...this.namingEvidence(row, null), ...again.evidence)
    if (isUnscored(owner)) owner.scores = again.scores
  }
}

/** The codes of the rows; one that is printed again with its name numbers nothing new. */
function codesOnce(rows: CriterionRow[]): Code[] {
  const seen = new Set<string>()
  return rows.flatMap(({ code, names }) => {
    const key = `${code?.code.value}|${bareName(names[0]?.text)}`
    if (code === null || (names.length > 0 && seen.has(key))) return []
    seen.add(key)
    return [code.code]
  })
}

function undecided({ at }: CriterionRow, header: string): RowFinding {
  const details = { what: 'undecided', header } as const
  return { severity: 'info', code: 'agency-missing', at, field: 'lead', subject: null, details }
}

function isUnscored({ scores }: Criterion): boolean {
  return scores === null || (scores.max === null && scores.achieved.length + scores.target.length === 0)
}

/** A name without the mark that it is printed again on the next page. */
function bareName(name: string | null | undefined): string {
  return (name ?? '').replace(/\s*\(\s*tiếp(?: theo)?\s*\)\s*$/iu, '').toLowerCase()
}

/** With several naming columns: do the codes number the inner names or the outer ones? */
function codesBelongInside(rows: CriterionRow[], roles: TableRoles): boolean {
  const outer = roles.names[0]
  const innerOnly = rows.filter(
    (row) => row.names.length > 0 && row.names.every((name) => name.column !== outer),
  )
  return innerOnly.length > 0 && innerOnly.filter(hasCodeColumn).length > innerOnly.length / 2
}

function hasCodeColumn(row: CriterionRow): boolean {
  return row.code !== null && !row.codeInName
}
