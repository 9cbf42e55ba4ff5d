import type { Document, Page } from '../../schemas/document.js'
import type { Issue } from '../../schemas/message.js'
import type { Repair } from '../../schemas/repair.js'
import { ok, type Result } from '../result.js'
import { isUncertain } from './changes.js'
import { type TextSlot, textSlots } from './document-texts.js'
import type { LegacyEncoding } from './legacy-encodings.js'
import { type RepairedPage, type RepairOptions, repairLines } from './repair-lines.js'
import { describeUncertain } from './repair-text.js'

/**
 * Repairs the texts of a document: form and legacy encodings always, marks where a page has lost them. Each page is
 * judged for itself. A text that was changed keeps beside it how it stood in the source.
 */
export function repairDocument(document: Document, options: RepairOptions): Result<Document> {
  const repaired = structuredClone(document)
  const issues: Issue[] = []
  let encoding: LegacyEncoding | null = null
  for (const page of repaired.pages) {
    const found = repairPage(page, options, issues)
    encoding ??= found.encoding
  }
  if (encoding !== null) {
    repaired.convertedFrom ??= encoding
    issues.unshift(convertedIssue(encoding))
  }
  return ok(repaired, issues)
}

function repairPage(page: Page, options: RepairOptions, issues: Issue[]): RepairedPage {
  const slots = textSlots(page)
  const parts = slots.map((slot) => slot.text.split('\n'))
  const lines = parts.flatMap((texts, index) =>
    texts.map((text, line) => ({ text, starts: line === 0 && (slots[index]?.starts ?? true) })),
  )
  const repaired = repairLines(lines, options)
  let next = 0
  slots.forEach((slot, index) => {
    const end = next + (parts[index]?.length ?? 0)
    const own = repaired.lines.slice(next, end)
    next = end
    const repairs = own.flatMap((line) => line.repairs)
    replaceText(slot, own.map((line) => line.text).join('\n'), repairs)
    const uncertain = repairs.filter(isUncertain)
    if (uncertain.length > 0) issues.push(uncertainIssue(slot, uncertain))
  })
  return repaired
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
