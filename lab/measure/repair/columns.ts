import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { importPlan, sourceOf } from '../../../pipelines/plan/import-plan.js'
import type { Comparison } from '../../../schemas/evaluation/comparison.js'
import { ExpectedPlan } from '../../../schemas/evaluation/expectation.js'
import { comparePlan } from '../../../src/evaluate/index.js'
import { randomFrom } from '../../random.js'
import { interleavedPlan } from './interleaved/interleaved-plan.js'
import { noiseFrom } from './interleaved/noise.js'

/**
 * Figures of column segmentation: appendices of real plans are printed, read line by line across their columns, misread
 * as a learned channel says, and imported again. The scanned plan stands first.
 *
 *   node dist/lab/measure/repair/columns.js [--seeds 1,2] [--write <folder for the made sources>] [plan …]
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seeds: { type: 'string', default: '1,2' },
    write: { type: 'string' },
    fixtures: { type: 'string', default: 'fixtures' },
    channel: { type: 'string', default: 'models/ocr-eng.tsv' },
  },
})
const plans =
  positionals.length > 0
    ? positionals
    : ['can-tho-121-2023', 'hai-phong-229-2023', 'gia-nghia-52-2024', 'hung-yen-199-2022', 'ha-noi-157-2023']

const shown = (value: number): string => value.toFixed(3).padStart(7)

function print(name: string, comparison: Comparison): void {
  const { criteria, cells, agencies, scores, deadlines, header } = comparison
  const figures = [
    criteria.precision,
    criteria.recall,
    cells.similarity,
    cells.exact.share,
    agencies.f1,
    scores.share,
    deadlines.share,
    header.share,
  ]
  console.log(name.padEnd(26) + figures.map((value) => shown(value ?? 1)).join(''))
}

async function expectationOf(name: string): Promise<ExpectedPlan> {
  return ExpectedPlan.parse(
    JSON.parse(await readFile(join(values.fixtures, name, 'expected.plan.json'), 'utf8')),
  )
}

async function sourcesOf(name: string, expected: ExpectedPlan): Promise<{ label: string; text: string }[]> {
  const scan = await readFile(join(values.fixtures, name, 'source.txt'), 'utf8').catch(() => null)
  if (name.startsWith('can-tho') && scan !== null) return [{ label: name, text: scan }]
  const channel = await readFile(values.channel, 'utf8')
  return values.seeds.split(',').map((seed) => {
    const random = randomFrom(Number(seed))
    const lines = interleavedPlan(expected, noiseFrom(channel, random), random)
    return { label: `${name} ${seed}`, text: lines.map(({ found }) => found).join('\n') }
  })
}

console.log(`${''.padEnd(26)}   prec.  recall similar   exact agencies scores deadlin  header`)
for (const name of plans) {
  const expected = await expectationOf(name)
  for (const { label, text } of await sourcesOf(name, expected)) {
    if (values.write !== undefined) await writeFile(join(values.write, `${label}.txt`), text)
    const plan = await importPlan(sourceOf('source.txt', new TextEncoder().encode(text)))
    print(label, comparePlan(plan.value, expected))
  }
}
