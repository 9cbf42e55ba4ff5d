import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importPlan, sourceOf } from '../../pipelines/plan/import-plan.js'
import { CorrectableField } from '../../schemas/corrections.js'
import { criterionRoles } from '../../schemas/table.js'
import { doubtfulCells } from '../../src/export/index.js'
import { reasonOf } from '../../src/messages/index.js'

/** Fixtures whose source is text: they need no recognition. */
const sources = readdirSync('fixtures').flatMap((name) =>
  ['source.md', 'source.txt'].map((file) => join('fixtures', name, file)).filter((file) => existsSync(file)),
)

/** Figures and dates of a sentence, as both languages can be compared. */
function figuresIn(text: string): string[] {
  const iso = text.replace(/\b(\d{2})\/(\d{2})\/(\d{4})\b/gu, '$3-$2-$1').replace(/(\d),(?=\d)/gu, '$1.')
  return iso.match(/\d+(?:[.-]\d+)*/gu) ?? []
}

describe('the issues of a fixture', () => {
  it.each(sources)('%s say the same in both languages, and name their cells', async (file) => {
    const { value: plan } = await importPlan(sourceOf(file, readFileSync(file)))
    for (const issue of plan.issues) {
      const vietnamese = figuresIn(reasonOf(issue, 'vi'))
      for (const figure of figuresIn(issue.message)) expect(vietnamese, issue.message).toContain(figure)
      const quoted = [...issue.message.matchAll(/"([^"]+)"/gu)].map(([, words]) => words ?? '')
      for (const words of quoted) expect(reasonOf(issue, 'vi')).toContain(words)
    }
    const cells = doubtfulCells(plan, 0)
    for (const { criterion, action, field, issues } of cells)
      for (const { subject } of issues) expect(subject).toMatchObject({ criterion, action, field })
    const shown = new Set(cells.flatMap(({ issues }) => issues))
    const asked = plan.issues.filter(
      ({ code, subject }) =>
        ['score-sum-mismatch', 'score-unreadable', 'deadline-unparsed', 'agency-missing'].includes(code) &&
        CorrectableField.safeParse(subject?.field).success &&
        (subject?.action === null) === criterionRoles.includes(subject?.field ?? ''),
    )
    expect(asked.filter((issue) => !shown.has(issue))).toEqual([])
  })
})
