import type { Role } from '../../../schemas/table.js'
import { special } from '../../language/model/language-model.js'
import type { Column } from '../header/header-columns.js'
import type { LineToken } from '../lines.js'
import type { Opening } from '../openings.js'
import {
  costOfAgencyAsName,
  costOfBarInside,
  costOfCapitalApart,
  costOfGoingOnApart,
  costOfLate,
  costOfLoneClosing,
  costOfMerging,
  costOfMergingEnded,
  costOfMergingShared,
  costOfNoAgency,
  costOfNoTime,
  costOfOpenBracket,
  costOfOpenEnd,
  costOfOpeningRow,
  costOfOutOfOrder,
  costOfOwnAmongShared,
  costOfParagraph,
  costOfParagraphApart,
  costOfParagraphElsewhere,
  costOfResuming,
  costOfResumingApart,
  costOfSecondCell,
  costOfSmallStart,
  costOfTornWord,
  costOfUnended,
  costOfUnparted,
  costOfWord,
  gainOfClosing,
  gainOfLabel,
  gainOfScore,
  mostForResuming,
  surprising,
} from '../parameters.js'
import { type ColumnStatistics, firstWordWidth } from './column-statistics.js'
import { agencyRoles, type LineToCut, type Running, type RunningRow, separated } from './pieces.js'

export const numericRoles: readonly Role[] = ['maxScore', 'achievedScore', 'targetScore']
const paragraphRoles: readonly Role[] = ['task', 'requirement', 'deliverable', 'other']
/** Cells of these columns are shared together where a row has none of its own. */
const sharedRoles: readonly Role[] = ['lead', 'coordinating', 'implementing', 'deadline']
const textRoles: readonly Role[] = ['task', 'requirement', 'deliverable', 'note']

/** A bracket closes in a token, and it begins with a mark of a list. */
interface Shape {
  closes: boolean
  marked: boolean
}

/** What it costs that a text goes on or begins in a column. */
export class SegmentationCosts {
  /** Its rows have scores: none begins without. */
  readonly scored: boolean
  private readonly shapes = new Map<string, Shape>()

  constructor(
    private readonly habits: ColumnStatistics,
    private readonly columns: readonly Column[],
  ) {
    this.scored = columns.some(({ role }) => numericRoles.includes(role))
  }

  /** What it costs that a token of a line stands in a column after the token before it; by column. */
  suitingOf({ tokens, openings, newRow, labelled }: LineToCut, centred: boolean): Float64Array[] {
    return this.columns.map(({ role }, column) =>
      Float64Array.from(tokens, (token, index) => {
        if (role === 'code') return labelled && index === 0 ? gainOfLabel : costOfWord
        if (numericRoles.includes(role))
          return (newRow || centred) && index > 0 && isScore(token) ? gainOfScore : costOfWord
        const before = tokens[index - 1]
        if (before === undefined) return 0
        return (
          this.habits.cost(column, before.last, token.id) +
          this.costOfNewAgency(token, before.last, separated.test(before.text), role, openings[index]) +
          (token.bar ? costOfBarInside : 0) -
          (token.tied ? costOfTornWord : 0)
        )
      }),
    )
  }

  /** What a token looks like is asked for every way of cutting its line. */
  private shapeOf(token: LineToken): Shape {
    const known = this.shapes.get(token.text)
    if (known !== undefined) return known
    const shape = { closes: closes(token), marked: /^[-–+•(]/u.test(token.text) }
    this.shapes.set(token.text, shape)
    return shape
  }

  isShared(column: number): boolean {
    return sharedRoles.includes(this.columns[column]?.role ?? 'other')
  }

  /** Codes and scores are one token. */
  isNarrow(column: number): boolean {
    const { role } = this.columns[column] as Column
    return role === 'code' || numericRoles.includes(role)
  }

  /** What it costs that a token of a line goes on with the running text of a column. */
  costOfGoingOn(line: LineToCut, at: number, running: Running, column: number, shared: boolean): number {
    if (running.word === special.start) return Number.POSITIVE_INFINITY
    const token = line.tokens[at] as LineToken
    const wrapping =
      running.gap > 0 ? 0 : this.habits.costOfWrapping(column, running.width, firstWordWidth(token))
    const resuming =
      running.gap === 0
        ? 0
        : line.apart
          ? costOfResumingApart
          : Math.min(mostForResuming, costOfResuming * running.gap)
    const sharing =
      shared && (this.isShared(column) || textRoles.includes(this.columns[column]?.role ?? 'other'))
    const merging =
      running.inRow && !line.newRow
        ? 0
        : (sharing ? costOfMergingShared : costOfMerging) + (running.ended ? costOfMergingEnded : 0)
    const apart = line.apart && !running.open ? (token.capital ? costOfCapitalApart : costOfGoingOnApart) : 0
    const words = this.habits.costOfCrossing(column, running.word, token.id)
    const unended = running.open ? 0 : -Math.log(1 - this.habits.endsAfter(column, running.word))
    const { role } = this.columns[column] as Column
    const opening = line.openings[at]
    const agency = this.costOfNewAgency(token, running.word, running.open, role, opening)
    const bracket = this.shapeOf(token).closes ? (running.bracket ? -gainOfClosing : costOfLoneClosing) : 0
    return words + wrapping + resuming + merging + apart + unended + agency + bracket
  }

  /** Agencies of one cell are parted by commas, unless the name of one holds another's: 'Văn phòng UBND'. */
  private costOfNewAgency(
    token: LineToken,
    before: number,
    parted: boolean,
    role: Role,
    opening: Opening | undefined,
  ): number {
    if (parted || !token.capital || opening?.agency !== true || !agencyRoles.includes(role)) return 0
    return this.habits.languageCost(before, token.id) > surprising ? costOfUnparted : 0
  }

  /** What it costs that a text of a column begins with a token of a line. */
  costOfBeginning(
    line: LineToCut,
    at: number,
    running: Running,
    column: number,
    { centred, row }: { centred: boolean; row: RunningRow },
  ): number {
    const token = line.tokens[at] as LineToken
    const opening = line.openings[at]
    const shape = this.shapeOf(token)
    const small = token.capital || token.numeric || shape.marked ? 0 : costOfSmallStart
    const words = this.habits.cost(column, special.start, token.id)
    const { role } = this.columns[column] as Column
    const bracket =
      (shape.closes ? costOfLoneClosing : 0) + (running.bracket && !line.newRow ? costOfOpenBracket : 0)
    const start = words + small + bracket + costOfOpening(role, opening)
    if (row.shared && this.isShared(column)) return start + costOfOwnAmongShared
    if (line.newRow) return start
    if (line.apart) {
      const agency = role === 'name' && opening?.agency === true
      return start + this.costOfBeginningApart(running, column, row.last) + (agency ? costOfAgencyAsName : 0)
    }
    if (!running.inRow) return start + (centred ? 0 : costOfLate)
    const paragraph = paragraphRoles.includes(role) || centred ? costOfParagraph : costOfParagraphElsewhere
    return start + paragraph + (running.ended ? 0 : costOfUnended) + (running.gap > 0 ? 1 : 0)
  }

  /** Where cells stand one after another, a name after later columns opens a row. */
  private costOfBeginningApart(running: Running, column: number, last: number): number {
    const { role } = this.columns[column] as Column
    if (role === 'name' && last >= column && !this.scored) return costOfOpeningRow
    if (running.inRow) return paragraphRoles.includes(role) ? costOfParagraphApart : costOfSecondCell
    return column < last ? costOfOutOfOrder : 0
  }

  /** A column whose text is not at its end should have some on the next line. */
  costOfMissing(running: Running, column: number): number {
    if (!running.inRow || running.gap > 0) return 0
    if (running.open) return costOfOpenEnd
    return -Math.log(running.ended ? 0.6 : this.habits.endsAfter(column, running.word))
  }
}

/** Agencies begin with an agency's words, times with those of time. */
function costOfOpening(role: Role, opening: Opening | undefined): number {
  if (agencyRoles.includes(role)) return opening?.agency === true ? 0 : costOfNoAgency
  if (role !== 'deadline') return 0
  return opening?.time === true ? 0 : costOfNoTime
}

/** A bracket closes in it that did not open in it; the letters of lists have one, too. */
function closes({ text }: LineToken): boolean {
  return /^[^(]+\)/u.test(text) && !/^[\p{L}\d]{1,2}\)$/u.test(text)
}

/** Scores have few digits before the comma; a year is none. */
function isScore({ text }: LineToken): boolean {
  return /^\d{1,3}(?:[.,]\d{1,4})?$/u.test(text)
}
