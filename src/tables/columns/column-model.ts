import type { Column, Role } from '../../../schemas/table.js'
import { letterDistance } from '../../language/align.js'
import { type HeaderSense, senseOf, yearsOf } from '../../language/header-terms.js'
import { foldWords } from '../../language/letters.js'
import { type Grid, rowTexts } from '../grid.js'
import { agreedPaths } from './agreed-headers.js'
import { type ColumnShape, shapeOf } from './cell-shape.js'
import type { HeaderRows } from './header-rows.js'

/** A piece of an appendix with its header already read. */
export interface Piece {
  grid: Grid
  header: HeaderRows
}

/** The columns of an appendix, learned from all its pieces. */
export interface ColumnModel {
  columns: Column[]
  shapes: ColumnShape[]
  /** Texts of all header cells, group and leaf, for recognising repeated headers. */
  headerTexts: string[]
  /** Per column the folded header texts above it, group and leaf. */
  paths: string[][]
  /** The same, folded. */
  headerKeys: string[]
  /** No piece printed a header: roles come from the cells alone. */
  headless: boolean
}

/** Learns one column model from all pieces of an appendix: the fullest header names the columns as most of its printings read, all cells shape them. */
export function learnColumns(pieces: Piece[]): ColumnModel {
  const titled = pieces.filter((piece) => piece.header.count > 0)
  const base = titled.toSorted((a, b) => headerWeight(b) - headerWeight(a))[0]
  const width = base?.grid.width ?? commonWidth(pieces)
  const paths =
    base === undefined
      ? Array.from({ length: width }, () => [])
      : agreedPaths(
          base.header,
          titled.map((piece) => piece.header),
        )
  const shapes = columnShapes(pieces, width)
  const headerTexts = [...new Set(titled.flatMap((piece) => piece.header.paths.flat()))]
  const roles = base === undefined ? rolesFromShapes(shapes) : rolesFromHeader(paths, shapes)
  return {
    columns: paths.map((path, column) => ({
      header: path.at(-1) ?? '',
      role: roles[column] ?? 'other',
      years: yearsOf(path.join(' ')),
    })),
    shapes,
    headerTexts,
    paths: paths.map((path) => path.map(foldWords)),
    headerKeys: [...new Set(headerTexts.map(foldWords))].filter((key) => key !== ''),
    headless: base === undefined,
  }
}

function headerWeight(piece: Piece): number {
  return piece.header.paths.filter((path) => path.length > 0).length + piece.grid.width / 100
}

function commonWidth(pieces: Piece[]): number {
  const counts = new Map<number, number>()
  for (const piece of pieces)
    counts.set(piece.grid.width, (counts.get(piece.grid.width) ?? 0) + piece.grid.rows.length)
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 1
}

function columnShapes(pieces: Piece[], width: number): ColumnShape[] {
  const columns: string[][] = Array.from({ length: width }, () => [])
  for (const piece of pieces) {
    if (piece.grid.width !== width) continue
    for (const row of piece.grid.rows.slice(piece.header.count))
      for (const [column, text] of rowTexts(row).entries()) columns[column]?.push(text)
  }
  return columns.map(shapeOf)
}

function rolesFromHeader(paths: string[][], shapes: ColumnShape[]): Role[] {
  const senses = paths.map((path, column) => senseOfPath(path, shapes[column]))
  if (senses[0] === null && !senses.includes('code') && isBareCodeColumn(paths[0], shapes[0]))
    senses[0] = 'code'
  return resolveSenses(yearColumns(senses, paths, shapes), shapes)
}

/** Units of measure are short ('1.000 đồng/tháng'); names of offices are longer, and begin with their kinds. */
const longestUnit = 16

/** The leaf decides; a leaf that says nothing (a year, 'Điểm') takes its meaning from its group. */
function senseOfPath(path: string[], shape: ColumnShape | undefined): HeaderSense | null {
  const leaf = path.at(-1) ?? ''
  const sense = senseOf(leaf) ?? (path.length > 1 ? senseOf(path.join(' ')) : null)
  if (shape === undefined || shape.filled === 0) return sense
  // 'Đơn vị' over pieces and kilometres is what is measured in.
  if (sense === 'agency' && shape.agency < 0.3 && shape.length < longestUnit) return 'aside'
  // A result or target column is a score column only if its cells are numbers, and the other way round.
  const numeric = shape.number > 0.6
  // 'Chỉ số năm 2024' over figures is what was reached in that year; figures name nothing.
  if (sense === 'naming' && numeric)
    return yearsOf(path.join(' ')).length > 0 && /^(?:chi so|ket qua)/u.test(foldWords(leaf))
      ? 'achievedScore'
      : 'aside'
  if ((sense === 'achievedScore' || sense === 'targetScore') && !numeric)
    return /diem/u.test(foldWords(leaf)) ? sense : sense === 'targetScore' ? 'requirement' : 'deliverable'
  return sense
}

const scoreSenses = new Set<HeaderSense | null>(['maxScore', 'achievedScore', 'targetScore', 'score'])

/** 'Điểm tối đa | 2022 | 2023 | Mục tiêu': numbers beside a score column are scores where the header names only a time. */
function yearColumns(
  senses: (HeaderSense | null)[],
  paths: string[][],
  shapes: ColumnShape[],
): (HeaderSense | null)[] {
  const read = [...senses]
  for (const [column, path] of paths.entries()) {
    if ((shapes[column]?.number ?? 0) <= 0.6) continue
    if (!scoreSenses.has(read[column - 1] ?? null) && !scoreSenses.has(read[column + 1] ?? null)) continue
    const leaf = foldWords(path.at(-1) ?? '')
    if (read[column] === null && /^(?:nam )?20\d{2}$/u.test(leaf)) read[column] = 'achievedScore'
    else if (/^muc tieu(?: nam)?(?: 20\d{2})?$/u.test(leaf)) read[column] = 'targetScore'
  }
  return read
}

function resolveSenses(senses: (HeaderSense | null)[], shapes: ColumnShape[]): Role[] {
  const withCode = targetsAsNames(inferNaming(inferCodeColumn(senses, shapes), shapes))
  const texts = withCode.flatMap((sense, column) => (isTextSense(sense) ? [column] : []))
  const naming = texts.filter((column) => withCode[column] === 'naming')
  const roles: Role[] = withCode.map((sense) => plainRole(sense, withCode))
  const others = texts.filter((column) => !naming.includes(column))
  if (naming.length > 0) {
    for (const column of naming) roles[column] = 'name'
    for (const column of others) roles[column] = 'task'
    demoteLateNames(roles, naming, others)
  } else {
    // Without a naming column the first of several text columns names what the next ones do.
    for (const [ordinal, column] of others.entries())
      roles[column] = others.length > 1 && ordinal === 0 ? 'name' : 'task'
  }
  return roles
}

/** 'Chỉ tiêu | Chủ trì': where no column names or does anything, the targets are what somebody answers for. */
function targetsAsNames(senses: (HeaderSense | null)[]): (HeaderSense | null)[] {
  const target = senses.indexOf('requirement')
  const isAssigned = senses.some(
    (sense) => sense === 'lead' || sense === 'implementing' || sense === 'agency',
  )
  return target < 0 || !isAssigned || senses.some(isTextSense) ? senses : senses.with(target, 'naming')
}

function isTextSense(sense: HeaderSense | null): boolean {
  return sense === 'naming' || sense === 'doing' || sense === 'content'
}

/** 'Nhiệm vụ | Chỉ tiêu thành phần': a naming word to the right of the task names nothing. */
function demoteLateNames(roles: Role[], naming: number[], tasks: number[]): void {
  const firstTask = Math.min(...tasks)
  const first = Math.min(...naming)
  if (first < firstTask) {
    for (const column of naming) if (column > firstTask) roles[column] = 'requirement'
  } else if (tasks.length > 0) {
    for (const column of tasks) if (column < first) roles[column] = 'name'
    for (const column of naming) roles[column] = 'task'
  }
}

function plainRole(sense: HeaderSense | null, all: (HeaderSense | null)[]): Role {
  switch (sense) {
    case null:
    case 'aside':
    case 'naming':
    case 'doing':
    case 'content':
      return 'other'
    case 'agency':
      return all.includes('implementing') || all.includes('lead') ? 'other' : 'implementing'
    case 'score':
      return all.includes('maxScore') ? 'achievedScore' : 'maxScore'
    default:
      return sense
  }
}

/** Numbers of merged cells are few, but nothing else stands under a heading of two or three letters ('TT', misread or lost). */
function isBareCodeColumn(path: string[] | undefined, shape: ColumnShape | undefined): boolean {
  const header = path?.join(' ') ?? ''
  if (shape === undefined || shape.filled === 0 || header.length > 3) return false
  return shape.code > 0.7 && shape.length < 8
}

/** A first column of codes with a header that says nothing ('#', 'Số', blank) is the code column. */
function inferCodeColumn(senses: (HeaderSense | null)[], shapes: ColumnShape[]): (HeaderSense | null)[] {
  if (senses.includes('code')) return firstCodeOnly(senses)
  const [first, ...rest] = senses
  const shape = shapes[0]
  const codes = shape !== undefined && shape.filled > 0.3 && shape.code > 0.7 && shape.length < 8
  return codes && (first === null || first === undefined) ? ['code', ...rest] : senses
}

/** A text column right behind the numbers, whatever its header says ('Yếu tố', 'Mục'), names the rows. */
function inferNaming(senses: (HeaderSense | null)[], shapes: ColumnShape[]): (HeaderSense | null)[] {
  const column = senses.indexOf('code') + 1
  const shape = shapes[column]
  if (column === 0 || shape === undefined) return senses
  // 'Chỉ tiêu | Nhiệm vụ': a target that stands first is what the tasks are grouped by.
  if (senses[column] === 'requirement' && senses.slice(column + 1).includes('doing'))
    return senses.with(column, 'naming')
  if (senses[column] !== null) return senses
  const isText =
    shape.filled > 0.4 && shape.number < 0.3 && shape.agency < 0.5 && shape.date < 0.5 && shape.length > 8
  return isText ? senses.with(column, senses.some(isTextSense) ? 'naming' : 'content') : senses
}

function firstCodeOnly(senses: (HeaderSense | null)[]): (HeaderSense | null)[] {
  const first = senses.indexOf('code')
  return senses.map((sense, column) => (sense === 'code' && column !== first ? 'aside' : sense))
}

/** Roles where no header was printed: codes first, then by what the cells look like. */
function rolesFromShapes(shapes: ColumnShape[]): Role[] {
  const senses: (HeaderSense | null)[] = shapes.map((shape, column) => {
    if (shape.filled === 0) return null
    if (column === 0 && shape.code > 0.6 && shape.length < 10) return 'code'
    if (shape.number > 0.7) return 'score'
    if (shape.date > 0.6 && shape.length < 60) return 'deadline'
    if (shape.agency > 0.6) return 'agency'
    return 'content'
  })
  const agencies = senses.flatMap((sense, column) => (sense === 'agency' ? [column] : []))
  for (const [ordinal, column] of agencies.entries()) senses[column] = ordinal === 0 ? 'lead' : 'coordinating'
  return resolveSenses(senses, shapes)
}

/**
 * Which column of the model each column of a piece is. A piece as wide as the model is in order; another is aligned by
 * its own header, else from the left (converters drop blank cells at the end of a row).
 */
export function alignPiece(piece: Piece, model: ColumnModel): number[] {
  const width = model.columns.length
  if (piece.grid.width === width) return Array.from({ length: width }, (_, column) => column)
  if (piece.header.count > 0) return alignByHeader(piece.header.paths, model)
  return Array.from({ length: piece.grid.width }, (_, column) => Math.min(column, width - 1))
}

function alignByHeader(paths: string[][], model: ColumnModel): number[] {
  let next = 0
  return paths.map((path) => {
    const text = foldWords(path.at(-1) ?? '')
    let best = Math.min(next, model.columns.length - 1)
    let bestCost = Number.POSITIVE_INFINITY
    for (let column = next; column < model.columns.length; column++) {
      const cost =
        Math.min(1, ...(model.paths[column] ?? []).map((header) => headerCost(text, header))) +
        (column - next) * 0.02
      if (cost < bestCost) {
        bestCost = cost
        best = column
      }
    }
    if (bestCost > 0.6) best = Math.min(next, model.columns.length - 1)
    next = best + 1
    return best
  })
}

/** 0 for the same text, little for one cut short at a page break, else the share of letters that differ. */
function headerCost(text: string, header: string): number {
  if (text !== '' && header.startsWith(text)) return text === header ? 0 : 0.05
  return letterDistance(text, header) / Math.max(1, text.length, header.length)
}

/** How well a piece's own header fits the header texts already known, 0–1; 1 where it has none. */
export function headerFit(piece: Piece, headerTexts: string[]): number {
  if (piece.header.count === 0) return 1
  const known = [...new Set(headerTexts)].map(foldWords)
  const own = piece.header.paths.flat().map(foldWords)
  if (own.length === 0) return 1
  const matching = own.filter((text) =>
    known.some(
      (header) =>
        header.startsWith(text) || letterDistance(header, text) <= Math.max(header.length, text.length) * 0.2,
    ),
  )
  return matching.length / own.length
}
