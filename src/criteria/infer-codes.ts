import type { Issue } from '../../schemas/message.js'
import { type Code, parseCode } from '../language/codes.js'
import type { CriterionRow } from './rows.js'

/**
 * Codes that the neighbours fix: between 1.2.1 and 1.2.4 exactly two named rows without a code can only be 1.2.2 and
 * 1.2.3. They get their code, `codePrinted` stays null, and an issue says so.
 */
export function inferCodes(rows: CriterionRow[]): Issue[] {
  const issues: Issue[] = []
  for (let index = 0; index < rows.length; index++) {
    const before = rows[index]
    if (before?.code === null || before?.code === undefined || before.code.code.style !== 'arabic') continue
    const run: CriterionRow[] = []
    let next = index + 1
    while (rows[next] !== undefined && rows[next]?.code === null) {
      const row = rows[next] as CriterionRow
      if (row.names.length > 0 && !row.total) run.push(row)
      next++
    }
    const after = rows[next]?.code
    if (run.length === 0 || after === null || after === undefined) continue
    if (siblingDistance(before.code.code, after.code) !== run.length + 1) continue
    for (const [offset, row] of run.entries()) issues.push(inferOne(row, before.code.code, offset + 1))
  }
  return issues
}

/** How far apart two codes of the same parent are; 0 where they are no siblings. */
function siblingDistance(a: Code, b: Code): number {
  if (a.parts.length !== b.parts.length || a.style !== b.style) return 0
  if (a.parts.slice(0, -1).join('.') !== b.parts.slice(0, -1).join('.')) return 0
  return Number(b.parts.at(-1)) - Number(a.parts.at(-1))
}

function inferOne(row: CriterionRow, before: Code, offset: number): Issue {
  const value = [...before.parts.slice(0, -1), String(Number(before.parts.at(-1)) + offset)].join('.')
  const code = parseCode(value)
  if (code !== null) row.code = { code, printed: '' }
  return {
    severity: 'info',
    code: 'code-inferred',
    message: `No number is printed here; the rows above and below leave only ${value}.`,
    at: row.at,
    target: null,
  }
}
