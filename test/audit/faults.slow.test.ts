import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { faults } from '../../lab/measure/audit/faults.js'
import { randomFrom } from '../../lab/random.js'
import { importPlan, sourceOf } from '../../pipelines/plan/import-plan.js'
import { packageRoot } from '../../pipelines/system/package-root.js'
import type { Plan } from '../../schemas/plan.js'
import { audit, type RawSource, readRaw, type Suspicion } from '../../src/audit/index.js'

/** Right plans of several formats: text, Markdown, HTML, Word, PDF. */
const files = [
  'held-out/ca-mau-par-sipas-2024/source.txt',
  'held-out/lang-son-so-gtvt-2023/source.md',
  'held-out/thanh-hoa-tho-xuan-2023/source.html',
  'papers/hung-yen-199-2022/source.docx',
  'papers/gia-nghia-52-2024/source.pdf',
]

interface Right {
  source: RawSource
  plan: Plan
  before: Set<string>
}

const keyOf = ({ signal, weight, criterion, field, examples }: Suspicion): string =>
  [signal, weight, criterion, field, ...examples].join('|')

let right: Right[]

beforeAll(async () => {
  right = await Promise.all(
    files.map(async (file) => {
      const bytes = readFileSync(join(packageRoot, 'fixtures', file))
      const plan = (await importPlan(sourceOf(file, bytes))).value
      const source = await readRaw({ bytes })
      return { source, plan, before: new Set(audit(source, [plan]).map(keyOf)) }
    }),
  )
})

/** Faults of which the auditor can know nothing: the words are all there, and no header of cells speaks against them. */
const beyondIt = new Set(['a maximum half too high', 'lead and coordinating of one row exchanged'])

describe('faults put into right plans', () => {
  it.each(faults.filter(({ name }) => !beyondIt.has(name)))('are seen: $name', ({ put }) => {
    const random = randomFrom(7)
    let [tried, seen] = [0, 0]
    for (const { source, plan, before } of right) {
      const spoilt = structuredClone(plan)
      if (!put(spoilt, random)) continue
      tried++
      if (audit(source, [spoilt]).some((one) => !before.has(keyOf(one)))) seen++
    }
    expect(tried).toBeGreaterThan(0)
    // One of five may hide: a word of an agency that stands elsewhere, a date in a broken line.
    expect(seen).toBeGreaterThanOrEqual(Math.ceil(0.6 * tried))
  })
})
