import type { Block, Document } from '../../schemas/document.js'
import type { Finding } from '../../schemas/message.js'
import type { AppendixTable } from '../../schemas/table.js'
import { isPageNumber } from '../language/page-numbers.js'
import { ok, type Result } from '../result.js'
import { buildSegment, type TableOptions } from './appendix.js'
import { splitAppendices, textOf } from './captions.js'
import { isPlacing } from './closing-rows.js'
import { labelledTasks } from './labelled-tasks.js'
import { emptySegment } from './segment.js'
import { tableTitle } from './table-titles.js'

export type { TableOptions } from './appendix.js'

export interface FoundTables {
  /** Blocks of the body, without task tables that stand in it. */
  body: Block[]
  appendices: AppendixTable[]
}

/** A document → its body and its appendices, each with one column model and whole rows. */
export function findTables(document: Document, options: TableOptions): Result<FoundTables> {
  const blocks = document.pages.flatMap((page) => page.blocks)
  const { body, segments } = splitAppendices(blocks.filter((block) => !isFootnote(block)))
  const issues: Finding[] = []
  const inBody = bodyTables(body, options)
  issues.push(...inBody.issues)
  const appendices = segments.flatMap((segment) => {
    const built = buildSegment(segment, options)
    for (const issue of built.issues) issues.push(issue)
    return built.value
  })
  const labelled = labelledTasks(inBody.value.body)
  const all = [...inBody.value.appendices, ...(labelled === null ? [] : [labelled]), ...appendices]
  renumber(all)
  return ok({ body: [...inBody.value.body, ...blocks.filter(isFootnote)], appendices: all }, issues)
}

/** Footnotes belong to the plan, wherever they stand. */
function isFootnote(block: Block): boolean {
  return block.kind === 'paragraph' && block.footnote !== null
}

/** Task, score and assignment tables in the body become appendices without a label; other tables stay body. */
function bodyTables(body: Block[], options: TableOptions): Result<FoundTables> {
  const issues: Finding[] = []
  const appendices: AppendixTable[] = []
  const taken = new Set<Block>()
  for (const group of tableGroups(body)) {
    const built = buildSegment({ ...emptySegment(group.blocks), title: group.title }, options)
    for (const appendix of built.value) {
      if (
        !['tasks', 'scores', 'assignment'].includes(appendix.kind) ||
        !appendix.tables.some((table) => table.header.length > 0) ||
        appendix.rows.length < 2
      )
        continue
      appendices.push(appendix)
      issues.push(...built.issues)
      for (const block of group.blocks) taken.add(block)
    }
  }
  return ok({ body: body.filter((block) => !taken.has(block)), appendices }, issues)
}

interface TableGroup {
  title: string | null
  blocks: Block[]
}

/** Tables of the body that follow each other with nothing but short furniture between them. */
function tableGroups(body: Block[]): TableGroup[] {
  const groups: TableGroup[] = []
  let last = -2
  for (const [index, block] of body.entries()) {
    if (block.kind !== 'table' || isPlacing(block)) continue
    const group = groups.at(-1)
    const between = body.slice(last + 1, index)
    if (group !== undefined && between.every((other) => isPageNumber(textOf(other))))
      group.blocks.push(...between, block)
    else groups.push({ title: tableTitle(body[index - 1]), blocks: [block] })
    last = index
  }
  return groups
}

/** Table ids are unique in the plan: `pl1.t1`. */
function renumber(appendices: AppendixTable[]): void {
  for (const [index, appendix] of appendices.entries()) {
    const prefix = `pl${index + 1}.`
    for (const table of appendix.tables) {
      table.id = prefix + table.id
      if (table.continues !== null) table.continues.table = prefix + table.continues.table
    }
  }
}
