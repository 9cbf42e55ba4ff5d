import type { CellsResult, InexactCell } from '../../schemas/evaluation/comparison.js'
import type { ExpectedAction, ExpectedCriterion } from '../../schemas/evaluation/expectation.js'
import type { Role } from '../../schemas/table.js'
import { foldWords } from '../language/letters.js'
import { type Folding, foldEachItem, foldItems } from './folding.js'
import { share, similarity } from './measures.js'
import type { CriterionPair } from './pairing.js'

/** What an expectation writes for a passage that nobody can read. */
const unreadable = '⟦?⟧'

interface CellText {
  action: number | null
  role: Role
  header: string | null
  items: string[]
}

interface JudgedCell extends InexactCell {
  exact: boolean
  sameItems: boolean
}

/** Compares every cell that is non-empty on either side; actions are compared one by one in order. */
export function compareCells(pairs: readonly CriterionPair[], folding: Folding): CellsResult {
  const cells = pairs.flatMap((pair) => judgePair(pair, folding))
  const judged = cells.filter((cell) => !cell.expected.includes(unreadable))
  const exact = judged.filter((cell) => cell.exact)
  const sum = judged.reduce((total, cell) => total + cell.similarity, 0)
  return {
    exact: share(exact.length, judged.length),
    similarity: judged.length === 0 ? 1 : sum / judged.length,
    sameItems: share(exact.filter((cell) => cell.sameItems).length, exact.length),
    notJudged: cells.length - judged.length,
    inexact: judged.filter((cell) => !cell.exact).map(({ exact: _, sameItems: __, ...cell }) => cell),
  }
}

export function judgePair(pair: CriterionPair, folding: Folding): JudgedCell[] {
  const criterion = pair.expected?.id ?? pair.got?.id ?? ''
  const expected = cellsOf(pair.expected)
  const got = cellsOf(pair.got)
  const keys = new Set([...expected.keys(), ...got.keys()])
  return [...keys].map((key) => judgeCell(criterion, expected.get(key), got.get(key), folding))
}

function judgeCell(
  criterion: string,
  expected: CellText | undefined,
  got: CellText | undefined,
  folding: Folding,
): JudgedCell {
  const { action = null, role = 'other', header = null } = expected ?? got ?? {}
  const wanted = expected?.items ?? []
  const given = got?.items ?? []
  const likeness = Math.max(
    similarity(foldItems(wanted, folding), foldItems(given, folding)),
    similarity(foldEachItem(wanted, folding).join(' '), foldEachItem(given, folding).join(' ')),
  )
  const sameItems = foldEachItem(wanted, folding).join('\n') === foldEachItem(given, folding).join('\n')
  return {
    ...{ criterion, action, role, header, similarity: likeness, exact: likeness === 1, sameItems },
    expected: wanted.join(' '),
    got: given.join(' '),
  }
}

/** The non-empty cells of a criterion by (action, role, header). */
function cellsOf(criterion: ExpectedCriterion | null): Map<string, CellText> {
  const cells = new Map<string, CellText>()
  if (criterion === null) return cells
  const add = (cell: CellText) => {
    const key = `${cell.action ?? ''}|${cell.role}|${foldWords(cell.header ?? '')}`
    const items = [...(cells.get(key)?.items ?? []), ...cell.items.filter((item) => item.trim() !== '')]
    if (items.length > 0) cells.set(key, { ...cell, items })
  }
  add({ action: null, role: 'name', header: null, items: [criterion.name ?? ''] })
  for (const [index, action] of criterion.actions.entries()) {
    for (const cell of actionCells(action, index + 1)) add(cell)
  }
  return cells
}

function actionCells(action: ExpectedAction, ordinal: number): CellText[] {
  const cell = (role: Role, items: string[], header: string | null = null): CellText => ({
    ...{ action: ordinal, role, header, items },
  })
  return [
    cell('task', action.task),
    cell('requirement', action.requirement),
    cell('deadline', [action.deadline?.text ?? '']),
    cell('lead', [action.lead?.text ?? '']),
    cell('coordinating', [action.coordinating?.text ?? '']),
    cell('implementing', [action.implementing?.text ?? '']),
    cell('deliverable', action.deliverable),
    cell('note', action.note),
    ...action.other.map((other) => cell('other', other.text, other.header)),
  ]
}
