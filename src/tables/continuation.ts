import type { Role } from '../../schemas/table.js'
import { looksLikeAgency } from '../language/agency-words.js'
import { startsLower, startsUpper } from '../language/letters.js'
import { beginsItem, beginsNumbered } from '../language/list-marks.js'
import { endsOpen, isAgencyRole } from './unwrap.js'

/** How strongly a text below goes on with the text above it; positive: it does, negative: it is something new. */
export interface Evidence {
  score: number
  reasons: string[]
}

const bullet = /^(?:[-–+•*]\s*\S)/u
const terminal = /[.!?…]["”)]?$/u

/** Two cells of the same column, one above the other: does the lower one carry on? */
function cellContinuation(above: string, below: string, role: Role): Evidence {
  if (below === '') return none
  if (above === '') return startsLower(below) && !bullet.test(below) ? none : weigh(-0.5, '')
  if (isAgencyRole(role)) return agencyContinuation(above, below)
  if (beginsItem(below)) return bulletContinuation(above, below)
  const goesOn = startsLower(below) || /^[(,;:.)%\]”]/u.test(below)
  if (terminal.test(above)) return goesOn ? weigh(-2, '') : startsUpper(below) ? weigh(-2, '') : none
  if (goesOn)
    return /;$/u.test(above) ? weigh(1, `list goes on in ${role}`) : weigh(3, `sentence goes on in ${role}`)
  if (/[,(\-–/“]$/u.test(above) || endsOpen(above)) return weigh(2.5, `sentence goes on in ${role}`)
  if (/^\d/u.test(below) && !/;$/u.test(above)) return weigh(1.5, `sentence goes on in ${role}`)
  return /;$/u.test(above) ? weigh(-0.5, '') : none
}

function bulletContinuation(above: string, below: string): Evidence {
  const sameKind = /(?:^|\n)\s*[-–+•*]/u.test(above)
    ? bullet.test(below)
    : beginsNumbered(below) && beginsNumbered(above)
  if (sameKind) return weigh(1.5, 'next item of the list')
  return bullet.test(below) && /:$/u.test(above) ? weigh(2.5, 'list after a colon') : none
}

function agencyContinuation(above: string, below: string): Evidence {
  if (/[,(\-–/]$/u.test(above) || endsOpen(above)) return weigh(2.5, 'list of agencies goes on')
  if (/;$/u.test(above)) return weigh(1, 'list of agencies goes on')
  const whole = looksLikeAgency(below) && startsUpper(below)
  if (!whole && (startsLower(below) || !bullet.test(below)))
    return looksLikeAgency(below) ? weigh(0.5, '') : weigh(2, "agency's name goes on")
  if (bullet.test(below)) return weigh(1, 'next agency of the list')
  // Two whole agencies with nothing between them that would make them one list.
  return weigh(-4, '')
}

const none: Evidence = { score: 0, reasons: [] }

function weigh(score: number, reason: string): Evidence {
  return { score, reasons: reason === '' ? [] : [reason] }
}

/** A row seen for joining: its texts by column, with bullets of each line kept. */
export interface RowTexts {
  texts: string[]
  /** By column: the format knows that the cell's first line goes on from above. */
  cut: boolean[]
}

export interface RowContext {
  roles: Role[]
  /** The lower row is the first of a new page or piece. */
  atBreak: boolean
  /** The upper row shows neither code nor name: its centred cells may stand below the break. */
  orphan: boolean
  /** The lower row is set in bold and the upper one is not: a heading, not a rest. */
  newlyStrong: boolean
  /** Share of rows with a code in which the column is filled. */
  usuallyFilled: number[]
}

/** Adds up the evidence of all columns that the lower row is the rest of the upper one, cut by a page break. */
export function rowContinuation(above: RowTexts, below: RowTexts, context: RowContext): Evidence {
  let score = 0
  const reasons: string[] = []
  for (const [column, role] of context.roles.entries()) {
    if (role === 'code') continue
    const upper = above.texts[column] ?? ''
    if (context.orphan && upper === '') continue
    if (context.atBreak && below.cut[column] === true && upper !== '') {
      score += 3
      reasons.push(`line goes on in ${role}`)
      continue
    }
    const evidence = cellContinuation(upper, below.texts[column] ?? '', role)
    score += evidence.score
    reasons.push(...evidence.reasons)
  }
  if ((context.atBreak || score >= 1.5) && isRemainder(above, below, context)) {
    score += 1.5
    reasons.push('only the longest cells go on below the break')
  }
  if (context.newlyStrong) score -= 4
  return { score, reasons: [...new Set(reasons)] }
}

/**
 * A page break cuts all columns at one height: short cells are whole above it and blank below. A row of its own would
 * fill the columns that such rows always fill.
 */
function isRemainder(above: RowTexts, below: RowTexts, context: RowContext): boolean {
  const filled = context.roles.flatMap((role, column) =>
    role !== 'code' && (below.texts[column] ?? '') !== '' ? [column] : [],
  )
  if (filled.length === 0 || filled.some((column) => (above.texts[column] ?? '') === '')) return false
  const missing = context.roles.some(
    (role, column) =>
      (isAgencyRole(role) || role === 'deadline') &&
      (context.usuallyFilled[column] ?? 0) > 0.7 &&
      (below.texts[column] ?? '') === '' &&
      (above.texts[column] ?? '') !== '',
  )
  return missing || filled.length === 1
}
