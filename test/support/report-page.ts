import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readingOf } from '../../pipelines/commands/report.js'
import { importPlan, sourceOf } from '../../pipelines/plan/import-plan.js'
import { packageRoot } from '../../pipelines/system/package-root.js'
import { Reliability } from '../../schemas/evaluation/reliability.js'
import type { Plan } from '../../schemas/plan.js'
import { reportPage, summarise } from '../../src/report/index.js'

const files = ['hai-phong-229-2023/source.md', 'gia-nghia-52-2024/source.txt', 'ha-noi-157-2023/source.md']

/** Plans that a report is made of. */
export function reportedPlans(): Promise<Plan[]> {
  return Promise.all(
    files.map(async (name) => {
      const bytes = readFileSync(join(packageRoot, 'fixtures', name))
      return (await importPlan(sourceOf(name, bytes))).value
    }),
  )
}

export const measured = Reliability.parse({
  source: { vi: 'ba văn bản', en: 'three documents' },
  bins: [
    { from: 0, to: 0.5, cells: 0, right: 0 },
    { from: 0.5, to: 0.9, cells: 40, right: 30 },
    { from: 0.9, to: 1, cells: 120, right: 118 },
  ],
})

export function pageOf(
  language: 'vi' | 'en',
  plans: Plan[],
  reliability: Reliability | null = measured,
): string {
  const reading = readingOf(language)
  return reportPage(
    plans.map((plan) => summarise(plan, reading)),
    { language, domains: reading.domains, reliability },
  )
}
