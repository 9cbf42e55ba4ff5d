import type { Page } from '../../../schemas/document.js'
import type { Finding } from '../../../schemas/message.js'
import { sourceCell } from '../../result.js'

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
  const at = { page: page.number, line: null, bbox: null }
  const details = { what: 'page', doubtful, words: words.length } as const
  return [{ severity: 'warning', code: 'ocr-low-confidence', at, subject: null, details }]
}

function doubtfulRows(page: Page): Finding[] {
  return page.blocks.flatMap((block) => {
    if (block.kind !== 'table') return []
    return block.rows.flatMap((row): Finding[] => {
      const cells = row.cells.filter((cell) => cell.confidence < doubtfulBelow)
      const [worst] = [...cells].sort((a, b) => a.confidence - b.confidence)
      if (worst === undefined) return []
      const text = worst.lines.map((line) => line.text).join(' ')
      const percent = Math.round(worst.confidence * 100)
      const details = { what: 'row', cells: cells.length, percent, text: shortened(text) } as const
      const cell = sourceCell(worst.at)
      return [{ severity: 'info', code: 'ocr-low-confidence', at: row.at, subject: null, cell, details }]
    })
  })
}

function shortened(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`
}
