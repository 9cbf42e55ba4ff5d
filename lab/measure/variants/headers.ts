import type { Random } from '../../random.js'
import { type Change, withAppendix } from './columns.js'
import { type Draft, type DraftAppendix, type HeaderChange, mapPieces, paddedTo } from './draft.js'
import { otherWordings } from './header-wordings.js'
import { isNumbering, piecesOf, type TablePiece, wordsOf } from './source-model.js'

/** Column headings as other provinces word them, on every page alike. */
export const renameHeaders: Change = (draft, random) => {
  let result = draft
  for (const appendix of draft.appendices) result = renameIn(result, appendix, random)
  return result.changes.renamed.length > draft.changes.renamed.length ? result : null
}

function renameIn(draft: Draft, appendix: DraftAppendix, random: Random): Draft {
  const pieces = piecesOf(draft.model, appendix.appendix)
  let result = draft
  for (const [place, column] of appendix.columns.entries()) {
    const printed = leafHeader(pieces[0], place)
    const wordings = otherWordings(column.header, column.role)
    if (printed === null || wordings.length === 0 || !pieces.every((piece) => agrees(piece, place, printed)))
      continue
    if (random.chance(0.2)) continue
    const to = random.pick(wordings)
    result = withHeader(result, appendix, { appendix: appendix.id, ...column, to }, place, printed)
  }
  return result
}

/** The heading that stands directly over a column of the appendix's first piece. */
function leafHeader(piece: TablePiece | undefined, place: number): string | null {
  const levels = (piece?.header ?? []).filter((row) => !isNumbering(row)).map((row) => row[place] ?? '')
  const leaf = levels.findLast((cell) => cell.trim() !== '')
  return leaf === undefined ? null : wordsOf(leaf)
}

/** A piece has that heading or none; one that is cut or garbled could not be reworded alike. */
function agrees(piece: TablePiece, place: number, printed: string): boolean {
  const own = piece.header.map((row) => wordsOf(row[place] ?? '')).filter((cell) => cell !== '')
  if (piece.header.length > 1) return own.includes(printed)
  return own.length === 0 || own[0] === printed || !isPart(own[0] ?? '', printed)
}

function isPart(part: string, whole: string): boolean {
  return whole.startsWith(part) || part.startsWith(whole)
}

function withHeader(
  draft: Draft,
  appendix: DraftAppendix,
  change: HeaderChange,
  place: number,
  printed: string,
): Draft {
  const reworded = (cell: string) => {
    if (wordsOf(cell) !== printed) return cell
    return /^\s*<b>.*<\/b>\s*$/u.test(cell) ? `<b>${change.to}</b>` : change.to
  }
  const [first] = piecesOf(draft.model, appendix.appendix)
  const model = mapPieces(draft, appendix.appendix, (piece) => {
    const header = piece.header.map((row) =>
      row.map((cell, column) => (column === place ? reworded(cell) : cell)),
    )
    return piece === first ? { ...piece, header } : { ...piece, header, rows: withRemnant(piece, reworded) }
  })
  const own = draft.appendices.find((one) => one.appendix === appendix.appendix) ?? appendix
  const columns = own.columns.map((one, column) => (column === place ? { ...one, header: change.to } : one))
  const renamed = [...draft.changes.renamed, change]
  return {
    ...{ model, appendices: withAppendix(draft, { ...own, columns }) },
    changes: { ...draft.changes, renamed },
  }
}

/** A page break may leave a second row of the header, its cells moved, on top of the data. */
function withRemnant(piece: TablePiece, change: (cell: string) => string): string[][] {
  return piece.rows.map((row, index) => (index === 0 ? row.map(change) : row))
}

/** Column headings in capitals. */
export const upperHeaders: Change = (draft) => {
  if (draft.appendices.length === 0) return null
  let result = draft
  for (const appendix of draft.appendices) {
    const headings = new Set(appendix.columns.map((one) => wordsOf(one.header)))
    const model = mapPieces(result, appendix.appendix, (piece) => ({
      ...piece,
      header: piece.header.map((row) => row.map(capitals)),
      rows: withRemnant(piece, (cell) => (headings.has(wordsOf(cell)) ? capitals(cell) : cell)),
    }))
    const columns = appendix.columns.map((one) => ({ ...one, header: one.header.toUpperCase() }))
    const renamed = appendix.columns.map((one) => ({
      ...{ appendix: appendix.id, header: one.header, role: one.role, to: one.header.toUpperCase() },
    }))
    result = {
      ...{ model, appendices: withAppendix(result, { ...appendix, columns }) },
      changes: { ...result.changes, renamed: [...result.changes.renamed, ...renamed] },
    }
  }
  return result
}

function capitals(cell: string): string {
  return cell.replace(
    /(<[^>]*>)|([^<]+)/gu,
    (_, tag?: string, text?: string) => tag ?? (text ?? '').toUpperCase(),
  )
}

/** A printed row (1) (2) (3) … under the header: on the first page only, or under every header. */
export const numberHeaders: Change = (draft, random) => {
  const everywhere = random.chance(0.5)
  let result = draft
  for (const appendix of draft.appendices) {
    const pieces = piecesOf(result.model, appendix.appendix)
    if (pieces.some((piece) => piece.header.some(isNumbering))) continue
    const numbers = appendix.columns.map((_, column) => `(${column + 1})`)
    const model = mapPieces(result, appendix.appendix, (piece) => {
      const wanted = piece === pieces[0] || (everywhere && piece.header.length > 0)
      if (!wanted) return piece
      return { ...piece, header: [...piece.header, paddedTo(numbers, piece.header[0]?.length ?? 0)] }
    })
    result = { ...result, model }
  }
  return result === draft ? null : result
}
