import type { Document } from '../../schemas/document.js'
import type { Noted } from '../../schemas/message.js'
import type { Place } from '../../schemas/place.js'
import type { AccompanyingDocument } from '../../schemas/plan.js'
import type { SourceRecord } from '../../schemas/source.js'
import type { Beside } from '../../src/check/index.js'
import { accompanyingOf, type FilePart, splitFile } from '../../src/normalize/index.js'
import type { Result } from '../../src/result.js'
import { type FoundTables, findTables, type TableOptions } from '../../src/tables/index.js'

/** A plan that a file holds, with the documents that came with it. */
export interface PlanInFile {
  document: Document
  tables: Result<FoundTables>
  accompanying: AccompanyingDocument[]
  /** What of the file it is; null where it is all of it. */
  part: NonNullable<SourceRecord['part']> | null
  /** Other documents of the file: those that accompany this plan, and the other plans. */
  beside: Beside[]
  /** Whether something found before the file was cut concerns this plan. */
  concerns(issue: Noted): boolean
}

interface ReadPart {
  part: FilePart
  tables: Result<FoundTables>
  isPlan: boolean
}

/**
 * The plans of a file, mostly one: the file itself. Where it holds several documents, each plan is one, and a letter
 * that hands it over accompanies the plan that follows it. A file without any plan, and every file with `separate`, is
 * taken as it is.
 */
export function plansInFile(document: Document, options: TableOptions & { separate: boolean }): PlanInFile[] {
  const parts = options.separate ? [] : splitFile(document)
  const read = parts.length < 2 ? [] : parts.map((part) => readPart(part, options))
  const plans = read.filter(({ isPlan }) => isPlan)
  if (read.length < 2 || plans.length === 0) return [wholeFile(document, options)]
  return plans.map((plan, index) => {
    const from = index === 0 ? 0 : read.indexOf(plans[index - 1] as ReadPart) + 1
    const to = index === plans.length - 1 ? read.length : read.indexOf(plan) + 1
    const own = read.slice(from, to)
    const { from: first, to: last } = plan.part
    return {
      document: plan.part.document,
      tables: plan.tables,
      accompanying: own.filter((entry) => entry !== plan).map(({ part }) => accompanyingOf(part)),
      part: { ordinal: index + 1, of: plans.length, from: first, to: last },
      beside: read
        .filter((entry) => entry !== plan && (entry.isPlan || own.includes(entry)))
        .map(({ part: { type, number, from, to }, isPlan }) => ({ type, number, isPlan, from, to })),
      concerns: ({ at }) => at === null || own.some(({ part }) => part === partAt(parts, at)),
    }
  })
}

function wholeFile(document: Document, options: TableOptions): PlanInFile {
  const tables = findTables(document, options)
  return { document, tables, accompanying: [], part: null, beside: [], concerns: () => true }
}

/** A letter with a task table of its own is one only where that table is an appendix of it. */
function readPart(part: FilePart, options: TableOptions): ReadPart {
  const tables = findTables(part.document, options)
  const hasTasks = tables.value.appendices.some(
    ({ kind, label }) =>
      ['tasks', 'scores', 'assignment'].includes(kind) && (!part.isLetter || label !== null),
  )
  return { part, tables, isPlan: part.isPlan || hasTasks }
}

/** The last part that begins at or above a place. */
function partAt(parts: FilePart[], at: Place): FilePart | undefined {
  return parts.findLast(({ from }) => !isBelow(from, at)) ?? parts[0]
}

function isBelow(from: Place, at: Place): boolean {
  if (from.page !== at.page) return (from.page ?? 0) > (at.page ?? 0)
  return (from.line ?? 0) > (at.line ?? Number.MAX_SAFE_INTEGER)
}
