import type { DraftPlan } from '../../schemas/plan.js'
import type { Trace } from '../../schemas/trace.js'
import { saying } from '../../src/messages/index.js'
import { UsageError } from '../system/spoken-errors.js'
import { cellsAt, cellsOf, criterionIn, parseCell, parsePlace, placeOver } from './cells.js'
import { followCell, followText, type Walk } from './follow-cell.js'
import { textsOf } from './texts.js'

/** The cells that a name stands for: one, or all of a criterion. */
export function tracesOfCell(walk: Walk, name: string): Trace[] {
  const plan = planOf(walk)
  const asked = parseCell(name)
  const criterion = criterionIn(plan, asked.criterion)
  if (criterion === null)
    throw new UsageError(saying('inspect.no-criterion', { criterion: asked.criterion, ids: someIds(plan) }))
  const all = cellsOf(criterion)
  const cells = all.filter(
    ({ field, action }) =>
      (asked.field === null || field === asked.field) && (asked.action === null || action === asked.action),
  )
  if (cells.length === 0) {
    const fields = [...new Set(all.map(({ field }) => field))].join(', ')
    throw new UsageError(saying('inspect.no-cell', { cell: name, criterion: asked.criterion, fields }))
  }
  return cells.map((cell) => followCell(walk, cell))
}

/** What stands at a place: the cells of its row, or the text that is no cell of a criterion. */
export function tracesAt(walk: Walk, place: string): Trace[] {
  const asked = parsePlace(place)
  if (asked === null) throw new UsageError(saying('inspect.place', { place }))
  const columns = walk.find(({ stage }) => stage === 'columns')
  const texts = columns === undefined ? [] : textsOf(columns.draft.document)
  const at = placeOver(texts, asked)
  if (at === null) {
    const pages = [...new Set(texts.flatMap((text) => text.at.page ?? []))]
    const lines = Math.max(0, ...texts.map((text) => text.at.line ?? 0))
    throw new UsageError(
      pages.length > 0
        ? saying('inspect.no-place-on-pages', { place, first: pages[0] ?? 1, last: pages.at(-1) ?? 1 })
        : saying('inspect.no-place', { place, lines }),
    )
  }
  const cells = cellsAt(planOf(walk), at)
  return cells.length === 0 ? [followText(walk, at)] : cells.map((cell) => followCell(walk, cell))
}

function planOf(walk: Walk): DraftPlan {
  const plan = walk.at(-1)?.draft.plan
  if (plan == null) throw new Error('a cell is followed to its plan')
  return plan
}

const shown = 6

function someIds({ appendices }: DraftPlan): string {
  const ids = appendices.flatMap(({ criteria }) => criteria.map(({ id }) => id))
  return [...ids.slice(0, shown), ...(ids.length > shown ? ['…', ids.at(-1)] : [])].join(', ')
}
