import type { Repair } from '../../schemas/repair.js'
import type { ChangedLine } from './restore-garbled.js'
import { numericRoles } from './unweave-costs.js'
import type { CellPiece } from './unweave-grid.js'
import type { WovenTable } from './unweave-rows.js'

/** Numbers that the rows above and below explain are seldom others. */
const confidence = 0.9

/** The lines with the labels and scores of their rows as their places in the table want them: '242' is 2.4.2. */
export function withNumbers(lines: ChangedLine[], tables: readonly WovenTable[]): ChangedLine[] {
  const numbered = [...lines]
  for (const { line, tokens } of tables.flatMap(numbersOf)) {
    const [token] = tokens
    const own = numbered[line.index]
    if (token === undefined || own === undefined) continue
    const from = own.text.slice(token.start, token.end)
    if (from === token.text) continue
    const repair: Repair = { from, to: token.text, method: 'ocr', confidence, alternatives: [] }
    const others = own.changes.filter(
      ({ start, repair }) => start + repair.from.length <= token.start || start >= token.end,
    )
    const changes = [...others, { start: token.start, repair }].sort((a, b) => a.start - b.start)
    numbered[line.index] = { text: own.text, changes }
  }
  return numbered
}

function numbersOf({ grid, columns }: WovenTable): CellPiece[] {
  const narrow = columns.flatMap(({ role }, column) =>
    role === 'code' || numericRoles.includes(role) ? [column] : [],
  )
  return grid.flatMap(({ cells }) =>
    narrow.flatMap((column) =>
      (cells[column]?.pieces ?? []).filter(
        ({ tokens }) => tokens.length === 1 && tokens[0]?.numeric === true,
      ),
    ),
  )
}
