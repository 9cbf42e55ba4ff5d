import type { Random } from '../../random.js'
import type { Change } from './columns.js'
import type { Draft } from './draft.js'
import { isNumbering, type SourceModel, type TablePiece } from './source-model.js'

/** A piece cut in two before one of its rows; `below` replaces what stood from there on. */
export interface Cut {
  piece: TablePiece
  above: string[][]
  below: string[][]
}

/** Further pages: the table stops between two rows and goes on after blank lines, with its header or without. */
export const breakBetweenRows: Change = (draft, random) => {
  const cuts: Cut[] = []
  for (const piece of random.shuffle(ownPieces(draft)).slice(0, random.integer(1, 3))) {
    if (piece.rows.length < 2) continue
    const at = random.integer(1, piece.rows.length - 1)
    cuts.push({ piece, above: piece.rows.slice(0, at), below: piece.rows.slice(at) })
  }
  return cuts.length === 0 ? null : { ...draft, model: withCuts(draft.model, cuts, random) }
}

/** The pieces of appendices whose columns are known. */
export function ownPieces(draft: Draft): TablePiece[] {
  const known = new Set(draft.appendices.map((one) => one.appendix))
  return draft.model.segments.filter(
    (one): one is TablePiece => one.kind === 'table' && known.has(one.appendix),
  )
}

/** The model with new page breaks, each as this document would set one. */
export function withCuts(model: SourceModel, cuts: readonly Cut[], random: Random): SourceModel {
  const byPiece = new Map(cuts.map((cut) => [cut.piece, cut]))
  const segments = model.segments.flatMap((one): SourceModel['segments'] => {
    const cut = one.kind === 'table' ? byPiece.get(one) : undefined
    if (one.kind === 'text' || cut === undefined) return [one]
    const blank = Array.from({ length: random.integer(1, 4) }, () => '')
    const header = repeatedHeader(model, one, random)
    return [
      { ...one, rows: cut.above },
      { kind: 'text', lines: blank },
      { ...one, header, rows: cut.below },
    ]
  })
  return { segments }
}

/** Documents that repeat their header mostly go on doing so; others repeat it now and then. */
function repeatedHeader(model: SourceModel, piece: TablePiece, random: Random): string[][] {
  const pieces = model.segments.filter(
    (one): one is TablePiece => one.kind === 'table' && one.appendix === piece.appendix,
  )
  const [first, ...later] = pieces
  const habit = later.some((one) => one.header.length > 0) ? 0.8 : 0.5
  if (first === undefined || !random.chance(habit)) return []
  return first.header.filter((row) => !isNumbering(row))
}
