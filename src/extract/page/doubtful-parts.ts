import type { Page } from '../../../schemas/document.js'
import type { Finding } from '../../../schemas/message.js'

/** Cells whose least sure word is below this are pointed out. */
const doubtfulBelow = 0.6

/** Of the words of a page's running text, so many may be doubtful before the page is pointed out. */
const doubtfulShare = 0.15
/** Fewer words say nothing about a page. */
const fewestWords = 20

/**
 * What a reader should look at in pages that were recognised: one issue for every row with doubtful cells, and one for
 * a page whose running text is doubtful in many places.
 */
export function doubtfulParts(pages: readonly Page[]): Finding[] {
  return pages.flatMap((page) => [...doubtfulText(page), ...doubtfulRows(page)])
}

function doubtfulText(page: Page): Finding[] {
  const words = page.blocks.flatMap((block) => (block.kind === 'paragraph' ? (block.confidences ?? []) : []))
  const doubtful = words.filter((confidence) => confidence < doubtfulBelow).length
  if (words.length < fewestWords || doubtful < doubtfulShare * words.length) return []
  const message = `${doubtful} of the ${words.length} words of this page's text could not be recognised surely.`
  const at = { page: page.number, line: null, bbox: null }
  return [{ severity: 'warning', code: 'ocr-low-confidence', message, at, target: null }]
}

function doubtfulRows(page: Page): Finding[] {
  return page.blocks.flatMap((block) => {
    if (block.kind !== 'table') return []
    return block.rows.flatMap((row): Finding[] => {
      const cells = row.cells.filter((cell) => cell.confidence < doubtfulBelow)
      const [worst] = [...cells].sort((a, b) => a.confidence - b.confidence)
      if (worst === undefined) return []
      const text = worst.lines.map((line) => line.text).join(' ')
      const share = Math.round(worst.confidence * 100)
      const count = cells.length === 1 ? 'A cell' : `${cells.length} cells`
      const message = `${count} of this row could not be recognised surely; the least sure one (${share} %) reads "${shortened(text)}".`
      return [{ severity: 'info', code: 'ocr-low-confidence', message, at: row.at, target: null }]
    })
  })
}

function shortened(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`
}
