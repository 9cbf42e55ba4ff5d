import type { Details } from '../../schemas/details.js'
import type { Finding } from '../../schemas/message.js'
import type { Place } from '../../schemas/place.js'
import type { Repair } from '../../schemas/repair.js'
import type { ChangedLine, FirstReading } from '../language/reading.js'
import { ok, type Result } from '../result.js'
import { isUncertain } from './changes.js'
import { type PageLine, type RepairOptions, repairPages } from './repair-lines.js'

/** A change of a text and the line it stands in (from 1). */
export interface TextChange extends Repair {
  line: number
}

export interface TextRepairOptions extends RepairOptions {
  /** How misrecognised lines are read again (default: as they stand). */
  readAgain?: (reading: FirstReading) => ChangedLine[]
}

/**
 * Repairs plain text. Line N of the result is line N of the text; pages (divided by form feeds) are judged one by one.
 */
export function repairText(
  text: string,
  options: TextRepairOptions,
): Result<{ text: string; changes: TextChange[] }> {
  const changes: TextChange[] = []
  const issues: Finding[] = []
  let line = 1
  let number = 1
  const sources = text.split('\f').map((page, index) =>
    page.split('\n').map((part): PageLine => {
      const place = { page: index + 1, number: number++, bullet: null }
      return { text: part, starts: part.trim() === '', place }
    }),
  )
  const { pages, reading } = repairPages(sources, options)
  const { readAgain = (own: FirstReading) => own.readAgain() } = options
  const read = reading?.pagesWith(readAgain(reading)) ?? pages
  const texts = read.map((repaired) => {
    const first = line
    repaired.lines.forEach(({ repairs }, index) => {
      for (const repair of repairs) changes.push({ line: first + index, ...repair })
    })
    line += repaired.lines.length - 1
    if (repaired.encoding !== null) issues.push(convertedIssue(repaired.encoding, first))
    return repaired.lines.map((part) => part.text).join('\n')
  })
  for (const change of changes) if (isUncertain(change)) issues.push(uncertainIssue([change], change.line))
  return ok({ text: texts.join('\f'), changes }, issues)
}

function convertedIssue(encoding: string, line: number): Finding {
  const details = { what: 'document', encoding } as const
  return { severity: 'info', code: 'encoding-converted', at: atLine(line), subject: null, details }
}

function uncertainIssue(changes: readonly Repair[], line: number): Finding {
  const details = doubtfulReadings(changes)
  return { severity: 'info', code: 'repair-uncertain', at: atLine(line), subject: null, details }
}

function atLine(line: number): Place {
  return { page: null, line, bbox: null }
}

const mostNamed = 8

/** Doubtful readings: what stood there, what was taken, what else it could be. */
export function doubtfulReadings(changes: readonly Repair[]): Details['repair-uncertain'] {
  const readings = changes.slice(0, mostNamed).map(({ from, to, alternatives }) => {
    return { from, to, alternatives: alternatives.map(({ text }) => text) }
  })
  return { readings, more: Math.max(0, changes.length - mostNamed) }
}
