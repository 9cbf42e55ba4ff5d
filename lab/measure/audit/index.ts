import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Plan } from '../../../schemas/plan.js'
import { audit, type RawSource, readRaw, type Suspicion } from '../../../src/audit/index.js'
import { randomFrom } from '../../random.js'
import { faults } from './faults.js'

/**
 * What the auditor notices of faults that are put into right plans: whether the document alarms, and whether a place is
 * pointed to.
 *
 *   node dist/lab/measure/audit/index.js --plans <folder of an import> --sources <folder it was made of> [--tries 1]
 */
const { values } = parseArgs({
  options: {
    plans: { type: 'string' },
    sources: { type: 'string' },
    tries: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
  },
})

interface Right {
  name: string
  source: RawSource
  plan: Plan
  before: Set<string>
}

const keyOf = ({ signal, weight, criterion, field, examples }: Suspicion): string =>
  [signal, weight, criterion, field, examples.join('|')].join(' ')

async function rightPlans(plans: string, sources: string): Promise<Right[]> {
  const report = JSON.parse(readFileSync(join(plans, 'import-report.json'), 'utf8')) as {
    entries: { file: string; plan: string | null }[]
  }
  const right: Right[] = []
  for (const { file, plan: name } of report.entries) {
    if (name === null || !file.includes(values.only)) continue
    const plan = Plan.parse(JSON.parse(readFileSync(join(plans, name), 'utf8')))
    if (plan.quality.needsReview || plan.appendices.every(({ criteria }) => criteria.length < 4)) continue
    const source = await readRaw({ bytes: readFileSync(join(sources, file)) })
    if (source.lines.length < 20) continue
    right.push({ name: file, source, plan, before: new Set(audit(source, [plan]).map(keyOf)) })
  }
  return right
}

const right = await rightPlans(values.plans ?? 'out', values.sources ?? 'fixtures')
const random = randomFrom(7)
for (const { name, extent, put } of faults) {
  let [tried, alarmed, pointed] = [0, 0, 0]
  const silent: string[] = []
  for (const { name: file, source, plan, before } of right)
    for (let attempt = 0; attempt < Number(values.tries); attempt++) {
      const spoilt = structuredClone(plan)
      if (!put(spoilt, random)) continue
      const found = audit(source, [spoilt]).filter((one) => !before.has(keyOf(one)))
      tried++
      if (found.some(({ weight }) => weight === 'alarm')) alarmed++
      if (found.length > 0) pointed++
      else silent.push(file)
    }
  const share = (count: number): string => `${Math.round((100 * count) / Math.max(1, tried))} %`.padStart(6)
  process.stdout.write(
    `${extent.padEnd(10)} ${name.padEnd(44)} ${String(tried).padStart(3)} alarm ${share(alarmed)} seen ${share(pointed)}  ${silent.slice(0, 3).join(' ')}\n`,
  )
}
