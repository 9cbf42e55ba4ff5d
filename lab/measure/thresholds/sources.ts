import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sourceOf } from '../../../pipelines/plan/import-plan.js'
import { packageRoot } from '../../../pipelines/system/package-root.js'
import { ExpectedPlan } from '../../../schemas/evaluation/expectation.js'
import type { SourceFile } from '../../../schemas/source.js'

/** A document and what a person read in it. */
export interface MeasuredSource {
  name: string
  source: SourceFile
  expected: ExpectedPlan
}

const fixtures = join(packageRoot, 'fixtures')

/** Plans as text, Word and PDF: the real ones, the made ones, those held out, and the printed twins. */
export function measuredSources(sets: readonly string[]): MeasuredSource[] {
  return sets.flatMap((set) => {
    const folder = join(fixtures, set === 'real' ? '' : set)
    const plans = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    return plans.flatMap(({ name: plan }) =>
      readdirSync(join(folder, plan), { withFileTypes: true })
        .filter((entry) => entry.isFile() && /^source\.(?!jpg|png|tiff)/u.test(entry.name))
        .flatMap(({ name }) => {
          const own = join(folder, plan, 'expected.plan.json')
          const file = existsSync(own) ? own : join(fixtures, plan, 'expected.plan.json')
          if (!existsSync(file)) return []
          const source = sourceOf(name, readFileSync(join(folder, plan, name)))
          const expected = ExpectedPlan.parse(JSON.parse(readFileSync(file, 'utf8')))
          return [{ name: `${set}/${plan}/${name}`, source, expected }]
        }),
    )
  })
}
