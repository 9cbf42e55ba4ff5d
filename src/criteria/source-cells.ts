import type { Finding, Noted, SourceCell } from '../../schemas/message.js'
import type { Place } from '../../schemas/place.js'
import type { Criterion, Evidence } from '../../schemas/plan.js'
import { foldWords } from '../language/letters.js'
import { cellOf } from '../result.js'

/** A piece of a criterion's cell; `action` is null for the criterion's own. */
interface Piece {
  criterion: string
  action: number | null
  entry: Evidence
}

/**
 * Findings of the stages before there were criteria → about the cells that stand at exactly the place of theirs. Where
 * the format knows no more than the line, several cells stand at one place: the column or the doubted words tell which;
 * else the finding is about the row, and where a heading shares it with an item, about the one that is to be done.
 */
export function nameSourceCells(findings: readonly Noted[], criteria: readonly Criterion[][]): Noted[] {
  const pieces = new Map<string, Piece[]>()
  for (const piece of criteria.flat().flatMap(piecesOf)) {
    const key = keyOf(piece.entry.at)
    const there = pieces.get(key)
    if (there === undefined) pieces.set(key, [piece])
    else there.push(piece)
  }
  return findings.map((finding) => {
    if (!('cell' in finding) || finding.cell === undefined) return finding
    const { cell, ...bare } = finding
    return { ...bare, subject: finding.subject ?? subjectOf(finding, cell, pieces.get(keyOf(cell.at)) ?? []) }
  })
}

function piecesOf({ id, evidence, actions }: Criterion): Piece[] {
  return [
    ...evidence.map((entry) => ({ criterion: id, action: null, entry })),
    ...actions.flatMap((action, index) =>
      action.evidence.map((entry) => ({ criterion: id, action: index, entry })),
    ),
  ]
}

function keyOf({ page, line, bbox }: Place): string {
  return JSON.stringify([page, line, bbox])
}

function subjectOf(finding: Finding, { field }: SourceCell, there: Piece[]): Finding['subject'] {
  const ofColumn = there.filter(({ entry }) => entry.role === field)
  const doubted = there.filter(({ entry }) => isDoubted(entry, finding))
  const likely = [ofColumn, doubted].find((pieces) => pieces.length > 0)
  if (likely !== undefined) return cellOfAll(likely)
  return cellOfAll(
    there,
    there.findLast(({ action }) => action !== null),
  )
}

/** The cell that the pieces are of: what one merged cell gives to several rows is the first one's. */
function cellOfAll(likely: Piece[], first = likely[0]): Finding['subject'] {
  if (first === undefined) return null
  const own = likely.filter(({ criterion }) => criterion === first.criterion)
  const [piece = first] = own
  const isOne = own.every(({ entry }) => entry.role === piece.entry.role)
  return isOne ? cellOf(piece.criterion, piece.entry.role, piece.action) : cellOf(piece.criterion, null)
}

/** Whether a piece holds what a finding doubts: the very repairs, or the words that look misprinted. */
function isDoubted({ raw, repairs }: Evidence, finding: Finding): boolean {
  if (finding.code === 'repair-uncertain') {
    const [first] = finding.details.readings
    return repairs.some(({ from, to }) => from === first?.from && to === first.to)
  }
  if (finding.code !== 'suspected-typo' || finding.details.what !== 'words') return false
  return foldWords(raw).includes(foldWords(finding.details.words[0]?.printed ?? ''))
}
