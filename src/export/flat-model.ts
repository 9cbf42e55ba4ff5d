import { actions, agencies, deadlines, quantities } from './action-tables.js'
import { criteria } from './criterion-tables.js'
import type { FlatTable } from './flat-table.js'
import { citations, corrections, facts, issues, plans } from './plan-tables.js'

/** The flat model: every plan's rows and cells, in tables for other programs. */
export const flatTables: readonly FlatTable[] = [
  plans,
  criteria,
  actions,
  agencies,
  deadlines,
  quantities,
  facts,
  citations,
  issues,
  corrections,
]
