import type { Block, Document, Page } from '../../schemas/document.js'
import type { Issue } from '../../schemas/message.js'
import type { Repair } from '../../schemas/repair.js'
import { ok, type Result } from '../result.js'
import { isUncertain } from './changes.js'
import type { TableStretch } from './columns/read-columns.js'
import { type TextSlot, textSlots } from './document-texts.js'
import type { LegacyEncoding } from './orthography/legacy-encodings.js'
import { type PageLine, type RepairedPage, type RepairOptions, repairPages } from './repair-lines.js'
import { describeUncertain } from './repair-text.js'

/**
 * Repairs the texts of a document: form and legacy encodings always, marks where a page has lost them. Each page is
 * judged for itself. A text that was changed keeps beside it how it stood in the source.
 */
export function repairDocument(document: Document, options: RepairOptions): Result<Document> {
  const printed = document.pages.map(textsOf)
  const pages = repairPages(
    printed.map(({ lines }) => lines),
    options,
  )
  if (pages.every((page, index) => isUntouched(page, printed[index] as PageTexts))) return ok(document, [])
  const repaired = structuredClone(document)
  const texts = repaired.pages.map(textsOf)
  const issues: Issue[] = []
  let encoding = null as LegacyEncoding | null
  pages.forEach((page, index) => {
    putBack(texts[index] as PageTexts, page, issues)
    encoding ??= page.encoding
    if (page.tables.length > 0) {
      const { blocks, slots } = texts[index] as PageTexts
      ;(repaired.pages[index] as Page).blocks = withTables(blocks, slots, page.tables)
    }
  })
  if (encoding !== null) {
    repaired.convertedFrom ??= encoding
    issues.unshift(convertedIssue(encoding))
  }
  return ok(repaired, issues)
}

function isUntouched({ lines, encoding, tables }: RepairedPage, printed: PageTexts): boolean {
  const isSame = lines.every(
    ({ text, repairs }, index) => repairs.length === 0 && text === printed.lines[index]?.text,
  )
  return isSame && encoding === null && tables.length === 0
}

/** The texts of a page, and their lines in reading order. */
interface PageTexts {
  blocks: Block[]
  slots: TextSlot[]
  lines: PageLine[]
}

/** Lines of a page whose tables are known as tables stand in none that is woven. */
function textsOf(page: Page): PageTexts {
  const slots = textSlots(page)
  const mayWeave = !page.blocks.some((block) => block.kind === 'table')
  const lines = slots.flatMap(({ text, starts, at, bullet }) =>
    text.split('\n').map((part, line): PageLine => {
      const read = { text: part, starts: line === 0 && starts }
      if (!mayWeave || at.line === null) return read
      return {
        ...read,
        place: { page: page.number, number: at.line + line, bullet: line === 0 ? bullet : null },
      }
    }),
  )
  return { blocks: page.blocks, slots, lines }
}

/** Tables take the place of the blocks whose lines they were put together from. */
function withTables(blocks: Block[], slots: readonly TextSlot[], tables: readonly TableStretch[]): Block[] {
  const ends: number[] = []
  let line = 0
  for (const { text } of slots) {
    line += text.split('\n').length
    ends.push(line)
  }
  let slot = 0
  const result: Block[] = []
  for (const block of blocks) {
    const first = slot === 0 ? 0 : (ends[slot - 1] as number)
    slot += block.kind === 'list' ? block.items.length : block.kind === 'figure' ? 0 : 1
    const end = slot === 0 ? 0 : (ends[slot - 1] as number)
    const table = tables.find(({ from, to }) => first < to && end > from)
    if (table === undefined || block.kind === 'figure') result.push(block)
    else if (table.block !== null && !result.includes(table.block)) result.push(table.block)
  }
  return result
}

function putBack({ slots }: PageTexts, repaired: RepairedPage, issues: Issue[]): void {
  let next = 0
  for (const slot of slots) {
    const own = repaired.lines.slice(next, next + slot.text.split('\n').length)
    next += own.length
    const repairs = own.flatMap((line) => line.repairs)
    replaceText(slot, own.map((line) => line.text).join('\n'), repairs)
    const uncertain = repairs.filter(isUncertain)
    if (uncertain.length > 0) issues.push(uncertainIssue(slot, uncertain))
  }
}

function replaceText(slot: TextSlot, text: string, repairs: Repair[]): void {
  if (text === slot.text && repairs.length === 0) return
  slot.put(text, repairs.length === 0 ? null : { raw: slot.text, repairs })
}

function uncertainIssue(slot: TextSlot, uncertain: readonly Repair[]): Issue {
  return {
    severity: 'info',
    code: 'repair-uncertain',
    message: describeUncertain(uncertain),
    at: slot.at,
    target: null,
  }
}

function convertedIssue(encoding: LegacyEncoding): Issue {
  return {
    severity: 'info',
    code: 'encoding-converted',
    message: `The text was converted from ${encoding}.`,
    at: null,
    target: null,
  }
}
