import type { LogicalCell } from '../../schemas/table.js'
import type { CriterionRow, RowCode, RowName, TableRoles } from './rows.js'
import type { TreeNode } from './tree.js'

/** A naming column whose name is still in force: the cells below it are blank or repeat it. */
export interface OpenName {
  column: number
  text: string
  code: string | null
  node: TreeNode
}

/** A name that a row begins, with the part of the row that is its own. */
export interface NewName {
  name: RowName
  code: RowCode | null
  row: CriterionRow
  /** The innermost name of the row, whose cells the rest of the row is. */
  innermost: boolean
}

/** The names of a row that are not in force yet, from the outermost inwards. */
export function newNames(
  row: CriterionRow,
  open: readonly OpenName[],
  roles: TableRoles,
  codesInside: boolean,
): NewName[] {
  const firstNew = row.names.findIndex((name) => !isInForce(row, name, open, codesInside))
  if (firstNew < 0) return []
  const names = row.names.slice(firstNew)
  return names.map((name, index) => {
    const innermost = index === names.length - 1
    const code = codeOf(row, name, codesInside)
    return { name, code, innermost, row: partOf(row, name, code, names, innermost, roles) }
  })
}

/** The code of a row belongs to the name that it stands in, else to the innermost or the outermost name. */
function codeOf(row: CriterionRow, name: RowName, codesInside: boolean): RowCode | null {
  if (name.code !== null) return name.code
  const owner = codesInside && !row.codeInName ? row.names.at(-1) : row.names[0]
  return owner === name ? row.code : null
}

/** The name of the row above, printed again: with the same code, with none, or with one that numbers an inner name. */
function isInForce(
  row: CriterionRow,
  name: RowName,
  open: readonly OpenName[],
  codesInside: boolean,
): boolean {
  const standing = open.find((entry) => entry.column === name.column)
  if (standing === undefined || standing.text !== name.text) return false
  const code = codesInside && row.names.length === 1 ? null : codeOf(row, name, codesInside)
  return code === null || code.code.value === standing.code
}

/** The cells of one name: an outer one has only its code and its text, the innermost all that is left. */
function partOf(
  row: CriterionRow,
  name: RowName,
  code: RowCode | null,
  names: RowName[],
  innermost: boolean,
  roles: TableRoles,
): CriterionRow {
  const blank: LogicalCell = { pieces: [], merged: false }
  const codeTaken = row.code !== null && !row.codeInName && code !== row.code
  const others = names.filter((other) => other !== name).map((other) => other.column)
  const cells = row.cells.map((cell, column) => {
    if (column === roles.code) return codeTaken || (!innermost && code === null) ? blank : cell
    if (others.includes(column)) return blank
    return innermost || column === name.column ? cell : blank
  })
  return { ...row, code, cells }
}
