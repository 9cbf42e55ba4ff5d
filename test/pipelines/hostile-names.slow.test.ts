import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { importFolder } from '../../pipelines/batch/batch-import.js'
import { applyWorkbook } from '../../pipelines/commands/apply.js'
import { exportFiles } from '../../pipelines/commands/export.js'
import { readCorrections } from '../../pipelines/export/corrections-files.js'
import { writeFixtures } from '../../pipelines/export/export-fixtures.js'
import { packageRoot } from '../../pipelines/system/package-root.js'
import { sweepTemporary } from '../../pipelines/system/temporary-folders.js'
import type { Plan } from '../../schemas/plan.js'
import { formerPlanKey, planKey } from '../../schemas/plan-key.js'
import type { ImportReport } from '../../schemas/report.js'

const folder = mkdtempSync(join(tmpdir(), 'phuluc-names-'))
const hostile = join(packageRoot, 'test/hostile')
const sound = join(packageRoot, 'fixtures/gia-nghia-52-2024/source.txt')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Folders of one test: where it imports to, and what lies beside it and must stay as it is. */
function places(name: string): { out: string; victim: string } {
  const own = join(folder, name)
  mkdirSync(join(own, 'victim'), { recursive: true })
  writeFileSync(join(own, 'victim', 'important.txt'), 'quan trọng')
  return { out: join(own, 'out'), victim: join(own, 'victim', 'important.txt') }
}

async function importTo(out: string, paths: string[], resume = false) {
  let report: ImportReport | null = null
  const resumed: boolean[] = []
  for await (const event of importFolder(paths, { out, resume })) {
    if (event.type === 'finished') resumed.push(event.resumed)
    if (event.type === 'done') report = event.report
  }
  return { report: report as unknown as ImportReport, resumed }
}

function planNames(out: string): string[] {
  return readdirSync(out).filter((name) => name.endsWith('.plan.json'))
}

function onlyPlan(out: string): Plan {
  return JSON.parse(readFileSync(join(out, planNames(out)[0] ?? ''), 'utf8'))
}

describe('a key', () => {
  it('is of 128 bits: documents that share 32 of their checksum have a plan each', async () => {
    const files = ['collision-a.md', 'collision-b.md'].map((name) => join(hostile, name))
    const [a, b] = files.map((file) => createHash('sha256').update(readFileSync(file)).digest('hex'))
    expect(a?.slice(0, 8)).toBe(b?.slice(0, 8))
    const { out } = places('collision')
    const { report } = await importTo(out, files)
    const names = report.entries.map(({ plan }) => plan ?? '')
    expect(new Set(names).size).toBe(2)
    for (const [index, name] of names.entries()) expect(name).toContain([a, b][index]?.slice(0, 32))
  })

  it('is not taken from another document that has it', async () => {
    const { out } = places('taken')
    const { report } = await importTo(out, [sound])
    const name = report.entries[0]?.plan ?? ''
    const other = onlyPlan(out)
    other.source.sha256 = other.source.sha256.slice(0, 32) + '0'.repeat(32)
    const planted = JSON.stringify(other)
    writeFileSync(join(out, name), planted)
    const again = await importTo(out, [sound])
    expect(again.report.entries[0]?.outcome).toBe('failed')
    expect(again.report.entries[0]?.failure?.message).toContain('the plan of another document')
    expect(readFileSync(join(out, name), 'utf8')).toBe(planted)
  })

  it('of before is still read, and gives way to that of today', async () => {
    const { out } = places('former')
    await importTo(out, [sound])
    const plan = onlyPlan(out)
    const former = join(out, `${formerPlanKey(plan)}.plan.json`)
    const workbook = join(out, 'bảng.xlsx')
    await exportFiles([join(out, `${planKey(plan)}.plan.json`)], {
      format: 'xlsx',
      out: workbook,
      sources: [],
    })
    renameSync(join(out, `${planKey(plan)}.plan.json`), former)
    const corrections = { schemaVersion: '1.0', plan: plan.id, sha256: plan.source.sha256, corrections: [] }
    writeFileSync(join(out, `${formerPlanKey(plan)}.corrections.json`), JSON.stringify(corrections))
    expect(await readCorrections(out, plan)).toEqual(corrections)
    expect(await applyWorkbook(workbook, out, '2026-11-29T00:00:00.000Z')).toEqual({ taken: 0, refused: [] })
    await importTo(out, [sound])
    expect(planNames(out)).toEqual([`${planKey(plan)}.plan.json`])
  })

  it('does not bring one document the corrections of another', async () => {
    const { out } = places('foreign-corrections')
    await importTo(out, [sound])
    const plan = onlyPlan(out)
    const other = { schemaVersion: '1.0', plan: plan.id, sha256: '0'.repeat(64), corrections: [] }
    writeFileSync(join(out, `${formerPlanKey(plan)}.corrections.json`), JSON.stringify(other))
    expect(await readCorrections(out, plan)).toBeNull()
    writeFileSync(join(out, `${planKey(plan)}.corrections.json`), JSON.stringify(other))
    await expect(readCorrections(out, plan)).rejects.toThrow('of another document')
  })
})

describe('a journal that somebody wrote into', () => {
  const lie = async (name: string, change: Record<string, unknown>, plan: string | null) => {
    const { out, victim } = places(name)
    await importTo(out, [sound])
    const plans = planNames(out)
    const journal = join(out, 'import-journal.ndjson')
    const line = JSON.parse(readFileSync(journal, 'utf8').split('\n')[0] ?? '')
    if (plan !== null) line.entry.plan = plan
    writeFileSync(journal, `${JSON.stringify({ ...line, ...change })}\n`)
    const again = await importTo(out, [sound], true)
    expect(again.resumed).toEqual([false])
    expect(planNames(out)).toEqual(plans)
    expect(readFileSync(victim, 'utf8')).toBe('quan trọng')
  }
  const without = { file: null, lasting: true }

  it('moves no file over one outside', () => lie('tampered', without, '../victim/important.txt'))
  it('names no plan of another document', () => lie('renamed', {}, `khac-${'0'.repeat(32)}.plan.json`))
  it('finishes no import whose plan is not there', () => lie('without', without, null))

  it('is followed nowhere, as a link or as another name of a file', async () => {
    const { out, victim } = places('journal-link')
    for (const [link, resume] of [
      [symlinkSync, false],
      [symlinkSync, true],
      [linkSync, true],
    ] as const) {
      rmSync(out, { recursive: true, force: true })
      mkdirSync(out)
      link(victim, join(out, 'import-journal.ndjson'))
      await importTo(out, [sound], resume)
      expect(readFileSync(victim, 'utf8')).toBe('quan trọng')
      expect((await importTo(out, [sound], true)).resumed).toEqual([true])
    }
  })
})

describe('an out folder that somebody prepared', () => {
  it('moves nothing into a folder elsewhere', async () => {
    const { out, victim } = places('parts-link')
    mkdirSync(out)
    symlinkSync(join(victim, '..'), join(out, 'parts'))
    await expect(importTo(out, [sound])).rejects.toThrow('it is a link; remove it')
    expect(readdirSync(join(victim, '..'))).toEqual(['important.txt'])
  })

  it('writes through no link that has the name of a result', async () => {
    const { out, victim } = places('result-link')
    await importTo(out, [sound])
    for (const name of [...planNames(out), 'import-report.json', 'import-timing.json']) {
      rmSync(join(out, name))
      symlinkSync(victim, join(out, name))
    }
    await importTo(out, [sound])
    expect(readFileSync(victim, 'utf8')).toBe('quan trọng')
    expect(onlyPlan(out).id).toBe('gia-nghia-52-kh-ubnd-2024')
  })
})

describe('the name of a document in a plan', () => {
  it.each(['../victim/important.txt', 'a/../../victim/important.txt'])(
    'finds nothing outside: %s',
    async (file) => {
      const { out, victim } = places(`source-${basename(file)}${file.length}`)
      await importTo(out, [sound])
      const plan = onlyPlan(out)
      plan.source.file = file
      plan.source.sha256 = createHash('sha256').update(readFileSync(victim)).digest('hex')
      mkdirSync(join(out, 'a'))
      const plans = (async function* () {
        yield { plan, corrections: [] }
      })()
      const fixtures = join(out, '..', 'fixtures')
      await expect(writeFixtures(plans, fixtures, [out])).rejects.toThrow('is not found as it was imported')
      expect(existsSync(fixtures)).toBe(false)
    },
  )
})

describe('temporary folders', () => {
  it('of processes that are gone are swept; of others they stay', async () => {
    const parent = join(folder, 'temporary')
    const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)
    const names = [`phuluc-${machine}-999999999-abcdef`, `phuluc-${machine}-${process.pid}-abcdef`]
    const kept = [names[1] ?? '', 'phuluc-00000000-999999999-abcdef', 'phuluc-mine', 'other']
    for (const name of [...names, ...kept]) mkdirSync(join(parent, name), { recursive: true })
    copyFileSync(sound, join(parent, names[0] ?? '', 'document'))
    utimesSync(join(parent, names[0] ?? ''), 0, 0)
    await sweepTemporary(parent)
    expect(readdirSync(parent)).toEqual([...kept].sort())
  })
})
