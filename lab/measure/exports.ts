import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ExportFormat, exportFormats, exportPlans } from '../../pipelines/export/export-plans.js'
import { importPlan, sourceOf } from '../../pipelines/plan/import-plan.js'
import type { Plan } from '../../schemas/plan.js'
import type { ExportedPlan } from '../../src/export/index.js'

/**
 * `npm run bench:exports [formats]`: what exports of 100 and of 1,000 plans take, each in a process of its own: time
 * and the most memory that the process held. Three real plans over and over, each time as another document.
 */
const files = ['hai-phong-229-2023/source.md', 'gia-nghia-52-2024/source.txt', 'hung-yen-199-2022/source.md']

async function readOnce(): Promise<Plan[]> {
  const plans: Plan[] = []
  for (const name of files)
    plans.push((await importPlan(sourceOf(name, readFileSync(join('fixtures', name))))).value)
  return plans
}

async function* manyOf(plans: readonly Plan[], count: number): AsyncIterable<ExportedPlan> {
  for (let index = 0; index < count; index++) {
    const plan = structuredClone(plans[index % plans.length] as Plan)
    plan.source.sha256 = index.toString(16).padStart(8, '0') + plan.source.sha256.slice(8)
    yield { plan, corrections: [] }
  }
}

async function measure(format: ExportFormat, count: number): Promise<void> {
  const plans = await readOnce()
  const folder = mkdtempSync(join(tmpdir(), 'phuluc-exports-'))
  const before = process.resourceUsage().maxRSS / 1024
  const began = performance.now()
  await exportPlans(manyOf(plans, count), { format, out: join(folder, 'out') })
  const seconds = (performance.now() - began) / 1000
  const most = process.resourceUsage().maxRSS / 1024
  rmSync(folder, { recursive: true })
  console.log(
    `${format.padEnd(8)} ${String(count).padStart(5)} plans: ${seconds.toFixed(1).padStart(6)} s, ${Math.round(most)} MiB at most, ${Math.round(before)} MiB before`,
  )
}

const [format, count] = process.argv.slice(2)
if (count !== undefined) await measure(format as ExportFormat, Number(count))
else
  for (const name of format === undefined ? exportFormats : [format])
    for (const plans of [100, 1000])
      execFileSync(
        process.execPath,
        ['--import', 'tsx', fileURLToPath(import.meta.url), name, String(plans)],
        {
          stdio: 'inherit',
        },
      )
