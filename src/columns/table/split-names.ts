import { letterDistance } from '../../language/align.js'
import { plain } from '../../language/plain.js'
import { agencyRoles } from '../cut/pieces.js'
import type { Column } from '../header/header-columns.js'
import type { LineToken } from '../lines.js'
import { fewestBegunNames } from '../parameters.js'
import type { CellPiece, GridCell, GridRow } from './grid.js'

/**
 * Who leads often implements, too: then the same name stands in two cells side by side, broken over lines at different
 * words. Where the second of them breaks off inside of the name, and the first says twice what the second lacks, the
 * second time belongs to the second cell: 'Sở Giao thông vận tải thông vận tải; UBND' beside 'Sở Giao'.
 */

/** A place inside of a cell: a token of one of its pieces. */
interface TokenPlace {
  piece: number
  token: number
  word: string
}

export function partNamesInBothCells(grid: readonly GridRow[], columns: readonly Column[]): void {
  const isAgency = (column: number): boolean => agencyRoles.includes(columns[column]?.role ?? 'other')
  for (const { cells } of grid) {
    for (let column = 0; column + 1 < columns.length; column++) {
      const [first, second] = [cells[column] ?? null, cells[column + 1] ?? null]
      if (isAgency(column) && isAgency(column + 1) && first !== null && second !== null)
        partCells(first, second)
    }
  }
}

function partCells(first: GridCell, second: GridCell): void {
  const whole = placesOf(first)
  for (let at = 1; at < whole.length; at++) {
    const place = whole[at] as TokenPlace
    if (!goesOnBeside(whole, at, wordsBefore(second, lineOf(first, place)))) continue
    movePieces(first, second, place)
    return
  }
}

/**
 * Whether what stands from a place on says again what the other cell lacks of the name before it; what is `begun`
 * there must be the beginning of that name.
 */
function goesOnBeside(whole: readonly TokenPlace[], at: number, begun: readonly string[]): boolean {
  if (begun.length < fewestBegunNames || begun.length >= at) return false
  if (begun.some((word, index) => whole[index]?.word !== word)) return false
  const pairs = whole.slice(begun.length, at).map(({ word }, index) => [word, whole[at + index]?.word ?? ''])
  const alike = pairs.filter(([word, again]) => isAlike(word ?? '', again ?? ''))
  return alike.length === pairs.length && pairs.some(([word, again]) => word === again)
}

/** The same, or one letter was read otherwise. */
function isAlike(a: string, b: string): boolean {
  return a === b || (Math.min(a.length, b.length) > 2 && letterDistance(a, b) === 1)
}

function placesOf({ pieces }: GridCell): TokenPlace[] {
  return pieces.flatMap(({ tokens }, piece) =>
    tokens.map((token, index) => ({ piece, token: index, word: bare(token) })),
  )
}

function lineOf({ pieces }: GridCell, { piece }: TokenPlace): number {
  return pieces[piece]?.line.index ?? 0
}

/** What a cell says on the lines above one. */
function wordsBefore({ pieces }: GridCell, line: number): string[] {
  return pieces.filter((piece) => piece.line.index < line).flatMap(({ tokens }) => tokens.map(bare))
}

/** What stands from a place on goes to the other cell, among its pieces in the order of their lines. */
function movePieces(first: GridCell, second: GridCell, from: TokenPlace): void {
  const whole = first.pieces[from.piece] as CellPiece
  const stays = { ...whole, tokens: whole.tokens.slice(0, from.token) }
  const goes = { ...whole, tokens: whole.tokens.slice(from.token) }
  const moved = [goes, ...first.pieces.slice(from.piece + 1)].map((piece) => ({ ...piece, fresh: false }))
  first.pieces = [...first.pieces.slice(0, from.piece), ...(stays.tokens.length > 0 ? [stays] : [])]
  second.pieces = [...second.pieces, ...moved].sort((a, b) => a.line.index - b.line.index)
}

const bare = ({ text }: LineToken): string => plain(text).replace(/[^\p{L}\d]/gu, '')
