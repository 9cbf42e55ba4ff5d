import type { Page } from '../../../schemas/document.js'
import type { Issue } from '../../../schemas/message.js'

/** Cells whose least sure word is below this are pointed out. */
const doubtfulBelow = 0.6

/** What a reader should look at in pages that were recognised: one issue for every row with doubtful cells. */
export function doubtfulCells(pages: readonly Page[]): Issue[] {
  return pages.flatMap((page) =>
    page.blocks.flatMap((block) => {
      if (block.kind !== 'table') return []
      return block.rows.flatMap((row): Issue[] => {
        const cells = row.cells.filter((cell) => cell.confidence < doubtfulBelow)
        const [worst] = [...cells].sort((a, b) => a.confidence - b.confidence)
        if (worst === undefined) return []
        const text = worst.lines.map((line) => line.text).join(' ')
        const share = Math.round(worst.confidence * 100)
        const count = cells.length === 1 ? 'A cell' : `${cells.length} cells`
        const message = `${count} of this row could not be recognised surely; the least sure one (${share} %) reads "${shortened(text)}".`
        return [{ severity: 'info', code: 'ocr-low-confidence', message, at: row.at, target: null }]
      })
    }),
  )
}

function shortened(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`
}
