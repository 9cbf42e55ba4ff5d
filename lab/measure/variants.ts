import { mkdirSync, writeFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ExpectedPlan, importPlan, sourceOf } from '../../pipelines/index.js'
import { comparePlan } from '../../src/evaluate/index.js'
import { comparisonTable } from '../../src/messages/index.js'
import {
  formatFailure,
  formatTally,
  runVariants,
  tally,
  type VariantResult,
  variantMaker,
} from './variants/index.js'

/**
 * Imports changed copies of every fixture and says which changes the plan followed:
 * node dist/lab/measure/variants.js [--fixtures fixtures] [--only part-of-name] [--count 200] [--show 20] [--keep folder]
 */
const { values } = parseArgs({
  options: {
    fixtures: { type: 'string', default: 'fixtures' },
    only: { type: 'string', default: '' },
    count: { type: 'string', default: '200' },
    show: { type: 'string', default: '20' },
    keep: { type: 'string' },
  },
})

async function runFixture(folder: string): Promise<VariantResult[]> {
  const names: string[] = await readdir(folder).catch(() => [])
  const file = names.find((name) => name.startsWith('source.'))
  if (file === undefined || !names.includes('expected.plan.json')) return []
  const bytes = await readFile(join(folder, file))
  const expected = ExpectedPlan.parse(JSON.parse(await readFile(join(folder, 'expected.plan.json'), 'utf8')))
  const plan = (await importPlan(sourceOf(file, bytes))).value
  console.log(`${folder}\n${comparisonTable([comparePlan(plan, expected)], 'en')}`)
  const importBytes = async (changed: Uint8Array) => (await importPlan(sourceOf(file, changed))).value
  const maker = variantMaker(bytes.toString('utf8'), expected)
  const results: VariantResult[] = []
  for await (const result of runVariants(maker, plan, importBytes, Number(values.count))) results.push(result)
  report(folder, results)
  return results
}

function report(folder: string, results: readonly VariantResult[]): void {
  const failures = results.filter((result) => !result.criteriaKept || !result.cellsKept)
  console.log(formatTally(tally(results)))
  for (const failure of failures.slice(0, Number(values.show))) console.log(`  ${formatFailure(failure)}`)
  const left = failures.length - Number(values.show)
  if (left > 0) console.log(`  … and ${left} more`)
  if (values.keep === undefined || failures.length === 0) return
  const kept = join(values.keep, folder.replaceAll('/', '-'))
  mkdirSync(kept, { recursive: true })
  for (const { variant } of failures) writeFileSync(join(kept, `${variant.name}.txt`), variant.bytes)
}

const all: VariantResult[] = []
for (const entry of (await readdir(values.fixtures)).sort())
  if (entry.includes(values.only)) all.push(...(await runFixture(join(values.fixtures, entry))))
console.log(`all fixtures\n${formatTally(tally(all))}`)
if (all.some((result) => !result.criteriaKept || !result.cellsKept)) process.exitCode = 1
