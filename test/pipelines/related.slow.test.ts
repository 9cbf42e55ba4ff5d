import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importFolder } from '../../pipelines/batch/batch-import.js'
import { importPlan, sourceOf } from '../../pipelines/plan/import-plan.js'
import type { Plan } from '../../schemas/plan.js'
import { ImportReport } from '../../schemas/report.js'

const folder = mkdtempSync(join(tmpdir(), 'phuluc-related-'))
const input = join(folder, 'in')
const whole = readFileSync('fixtures/made/phu-tho-xa-lam-thao-2025/source.md', 'utf8')
const cut = whole.indexOf('**PHỤ LỤC**')

beforeAll(() => {
  mkdirSync(input)
  writeFileSync(join(input, 'kế hoạch.md'), whole.slice(0, cut))
  writeFileSync(join(input, 'phụ lục.md'), whole.slice(cut))
  const orphan = readFileSync('fixtures/made/quang-tri-cam-lo-2024/source.txt', 'utf8')
  writeFileSync(join(input, 'mồ côi.txt'), orphan.slice(orphan.indexOf('Phụ lục I\n')))
  copyFileSync('fixtures/papers/gia-nghia-52-2024/source.docx', join(input, 'gia nghĩa.docx'))
  copyFileSync('fixtures/gia-nghia-52-2024/source.txt', join(input, 'gia nghĩa.txt'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function run(out: string, separate = false): Promise<ImportReport> {
  const events: string[] = []
  for await (const event of importFolder([input], { out: join(folder, out), resume: true, separate }))
    events.push(event.type)
  const report = readFileSync(join(folder, out, 'import-report.json'), 'utf8')
  expect(events.filter((type) => ['joined', 'twin', 'doubted'].includes(type))).toEqual(
    separate ? [] : ['joined', 'twin', 'doubted'],
  )
  return ImportReport.parse(JSON.parse(report))
}

function planOf(out: string, name: string | null | undefined): Plan {
  return JSON.parse(readFileSync(join(folder, out, name ?? ''), 'utf8')) as Plan
}

/** Without places: lines count from the start of each file. */
function placeless(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, entry) =>
      entry !== null && typeof entry === 'object' && 'bbox' in entry ? 0 : entry,
    ),
  )
}

describe('documents of a folder that belong together', () => {
  it('give the plan that one file would have given, with the places of each', async () => {
    const report = await run('out')
    const [joined] = report.joined
    expect(joined).toMatchObject({
      file: 'kế hoạch.md',
      appendices: [{ file: 'phụ lục.md', appendices: ['pl1'], bonds: ['number', 'date', 'issuer'] }],
    })
    const plan = planOf('out', joined?.plan)
    const expected = (await importPlan(sourceOf('ke-hoach.md', Buffer.from(whole)))).value
    for (const part of ['id', 'header', 'outline', 'citations', 'facts', 'appendices', 'quality'] as const)
      expect(placeless(plan[part])).toEqual(placeless(expected[part]))
    expect(plan.issues.map(({ code }) => code).sort()).toEqual(expected.issues.map(({ code }) => code).sort())
    expect(plan.sources.map(({ file }) => file)).toEqual(['kế hoạch.md', 'phụ lục.md'])
    expect(plan.appendices[0]?.criteria[0]?.evidence[0]?.at.source).toBe(1)
    expect(
      planOf('out', report.entries.find(({ file }) => file === 'phụ lục.md')?.ownPlan).sources,
    ).toHaveLength(1)
  })

  it('are compared where they are one document, and said to lack their plan where it is not there', async () => {
    const report = await run('out')
    expect(report.totals).toMatchObject({ inputs: 5, imported: 3, joined: 1, twins: 1 })
    const [twin] = report.twins
    expect(twin).toMatchObject({ file: 'gia nghĩa.txt', keptFile: 'gia nghĩa.docx', disagreements: 0 })
    expect(twin?.cells).toBeGreaterThan(300)
    expect(report.doubts).toMatchObject([{ kind: 'appendix', files: ['mồ côi.txt'] }])
    const orphan = planOf('out', report.entries.find(({ file }) => file === 'mồ côi.txt')?.plan)
    expect(orphan.issues.map(({ code }) => code)).toContain('appendix-alone')
  })

  it('can be taken apart again, and joined again with the same bytes', async () => {
    const bytes = (out: string): string[] =>
      readdirSync(join(folder, out), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.plan.json'))
        .sort()
        .map((name) => `${name} ${readFileSync(join(folder, out, name), 'utf8')}`)
    const before = bytes('out')
    const apart = await run('out', true)
    expect(apart.entries.every(({ outcome, ownPlan }) => outcome === 'imported' && ownPlan === null)).toBe(
      true,
    )
    expect(apart.entries.flatMap(({ issues }) => Object.keys(issues))).not.toContain('appendix-alone')
    expect(readdirSync(join(folder, 'out', 'parts'))).toEqual([])
    await run('apart', true)
    expect(bytes('out')).toEqual(bytes('apart'))
    await run('out')
    expect(bytes('out')).toEqual(before)
  })
})
