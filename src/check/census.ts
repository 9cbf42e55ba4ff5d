import type { Finding } from '../../schemas/message.js'
import type { Appendix, Criterion } from '../../schemas/plan.js'
import { type Code, ordinalOf, parseCode, splitLeadingCode } from '../language/codes.js'
import { fold, foldWords } from '../language/letters.js'
import { cellOf } from '../result.js'

/** Gaps, duplicates and disorder in the numbering of each group of siblings. */
export function checkNumbering(appendix: Appendix): Finding[] {
  const issues: Finding[] = []
  const bySibling = new Map<string, { criterion: Criterion; code: Code }[]>()
  for (const criterion of appendix.criteria) {
    const code = criterion.code === null ? null : parseCode(criterion.code)
    if (code === null) continue
    const key = [criterion.parent ?? '', code.style, code.parts.slice(0, -1).join('.')].join('|')
    const group = bySibling.get(key) ?? []
    group.push({ criterion, code })
    bySibling.set(key, group)
  }
  const gaps: Finding[] = []
  for (const group of bySibling.values()) {
    for (let index = 1; index < group.length; index++) {
      const before = group[index - 1]
      const after = group[index]
      if (before === undefined || after === undefined) continue
      const step = (ordinalIn(after.code) ?? 0) - (ordinalIn(before.code) ?? 0)
      if (step === 0) issues.push(numberingIssue('code-duplicate', before, after))
      else if (step < 0) issues.push(numberingIssue('code-out-of-order', before, after))
      else if (step > 1) gaps.push(numberingIssue('code-gap', before, after))
    }
  }
  return isPartial(appendix, gaps.length) ? issues : [...issues, ...gaps]
}

function ordinalIn(code: Code): number | null {
  return ordinalOf(code.parts.at(-1) ?? '', code.style)
}

function numberingIssue(
  code: 'code-duplicate' | 'code-out-of-order' | 'code-gap',
  before: { criterion: Criterion; code: Code },
  after: { criterion: Criterion; code: Code },
): Finding {
  const { id, evidence } = after.criterion
  const [above, number] = [before.code.value, after.code.value]
  const about = { severity: 'warning', at: evidence[0]?.at ?? null, subject: cellOf(id, 'code') } as const
  if (code === 'code-duplicate') return { ...about, code, details: { number } }
  if (code === 'code-out-of-order') return { ...about, code, details: { before: above, number } }
  return { ...about, code, details: { from: above, to: number } }
}

/**
 * An appendix that lists only some criteria (those that lost points, those of one office) leaves numbers out on purpose:
 * it says so in its title, or so many numbers are missing that no accident explains it.
 */
export function isPartial(appendix: Appendix, gaps: number): boolean {
  const text = fold([appendix.title ?? '', ...appendix.columns.map((column) => column.header)].join(' '))
  const says =
    /chua dat|bi tru|mat diem|diem thap|giam diem|mot so tieu chi|khong dat|con thap|tru diem/u.test(text)
  const coded = appendix.criteria.filter((criterion) => criterion.code !== null).length
  return says || (gaps >= 3 && gaps > coded * 0.15)
}

/**
 * Counts the coded rows of the physical tables and compares with the criteria that print a code. A row whose code and
 * next cell repeat those of the coded row above (a merged cell written out, a heading at the top of a page) counts once.
 */
export function checkCensus(appendix: Appendix): Finding[] {
  const codeColumn = appendix.columns.findIndex((column) => column.role === 'code')
  if (codeColumn < 0 || !['tasks', 'scores', 'assignment'].includes(appendix.kind)) return []
  let printed = 0
  const standing = new Map<string, string>()
  let last = ''
  for (const table of appendix.tables) {
    for (const row of table.rows) {
      if (row.use !== 'data' || row.cells.length <= codeColumn) continue
      const text = row.cells[codeColumn]?.text ?? ''
      if (text === '' || (parseCode(text) === null && splitLeadingCode(text) === null)) continue
      const name = foldWords(row.cells[codeColumn + 1]?.text ?? '').replace(/ tiep(?: theo)?$/u, '')
      const bare = row.cells.every((cell, column) => column <= codeColumn + 1 || cell.text === '')
      const again = name !== '' && standing.get(text) === name && (bare || text === last)
      if (!again) printed++
      standing.set(text, name)
      last = text
    }
  }
  const emitted = appendix.criteria.filter((criterion) => criterion.codePrinted !== null).length
  if (printed <= emitted) return []
  return [
    {
      severity: 'error',
      code: 'count-mismatch',
      at: null,
      subject: { appendix: appendix.id, criterion: null, action: null, field: null },
      details: { what: 'rows', appendix: appendix.id, printed, criteria: emitted },
    },
  ]
}

/** A number printed '7,3' among numbers printed '7.1', '7.2'. */
export function checkCodeStyle(appendix: Appendix): Finding[] {
  const parted = appendix.criteria.filter(({ codePrinted }) => /\d[.,]\d/u.test(codePrinted ?? ''))
  const commas = parted.filter(({ codePrinted }) => /\d,\d/u.test(codePrinted ?? ''))
  if (commas.length === 0 || commas.length * 5 > parted.length) return []
  return commas.map((criterion) => ({
    severity: 'info',
    code: 'suspected-typo',
    at: criterion.evidence[0]?.at ?? null,
    subject: cellOf(criterion.id, 'code'),
    details: { what: 'comma-code', printed: criterion.codePrinted ?? '' },
  }))
}
