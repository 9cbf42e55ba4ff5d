import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { utils, write } from '@e965/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { corrected, correctionsPath } from '../../pipelines/export/corrections-files.js'
import { expectedOf, writeFixtures } from '../../pipelines/export/export-fixtures.js'
import { findPlanFiles, readPlans } from '../../pipelines/export/export-plans.js'
import { readWorkbook } from '../../pipelines/export/read-workbook.js'
import type { Plan } from '../../schemas/plan.js'
import { planKey } from '../../schemas/plan-key.js'
import type { ExportedPlan } from '../../src/export/index.js'
import { planWithout, soundPlan } from '../check/sound-plan.js'

const folder = mkdtempSync(join(tmpdir(), 'phuluc-corrected-'))
afterAll(() => rmSync(folder, { recursive: true }))

let plan: Plan
beforeAll(async () => {
  plan = await planWithout('', '')
})

const cell = { criterion: 'pl1/1.2', action: 0 }
const when = '2026-11-21T06:00:00.000Z'

function writeCorrections(corrections: unknown[]): void {
  const file = { schemaVersion: '1.0', plan: plan.id, sha256: plan.source.sha256, corrections }
  writeFileSync(correctionsPath(folder, plan), JSON.stringify(file))
}

describe('a plan with corrections beside it', () => {
  it('has them with agencies, dates and figures as an import gives them', async () => {
    const old = { lead: 'Sở Nội vụ', deadline: 'Quý III/2024', task: 'Tổ chức kiểm tra tại các đơn vị' }
    writeCorrections([
      { ...cell, field: 'lead', old: old.lead, new: 'Sở Tài chính', when },
      { ...cell, field: 'deadline', old: old.deadline, new: 'Trước ngày 15/11/2024', when },
      { ...cell, field: 'task', old: old.task, new: 'Kiểm tra 20% đơn vị', when },
    ])
    const { plan: now, corrections } = await corrected(plan, folder, () => expect.unreachable())
    const action = now.appendices[0]?.criteria.find(({ id }) => id === 'pl1/1.2')?.actions[0]
    expect(corrections).toHaveLength(3)
    expect(action?.lead?.agencies).toEqual([{ name: 'Sở Tài chính', id: 'so-tai-chinh' }])
    expect(action?.deadline?.items[0]).toMatchObject({ kind: 'by', end: '2024-11-15' })
    expect(action?.quantities).toMatchObject([{ value: 20, unit: '%' }])
  })

  it('tells of one whose cell has changed, and takes the others', async () => {
    writeCorrections([
      { ...cell, field: 'lead', old: 'Sở Y tế', new: 'Sở Tài chính', when },
      { ...cell, field: 'note', old: null, new: 'Đã sửa', when },
    ])
    const refused: string[] = []
    const { corrections } = await corrected(plan, folder, (_, { key, reason }) => {
      refused.push(`${key.field} ${reason}`)
    })
    expect(refused).toEqual(['lead value-changed'])
    expect(corrections.map(({ field }) => field)).toEqual(['note'])
  })

  it('is the plan itself where there are none, and an error where the file is another', async () => {
    const elsewhere = join(folder, 'nothing')
    mkdirSync(elsewhere)
    expect(await corrected(plan, elsewhere, () => undefined)).toEqual({ plan, corrections: [] })
    writeFileSync(correctionsPath(elsewhere, plan), '{"corrections": 3}')
    await expect(corrected(plan, elsewhere, () => undefined)).rejects.toThrow('corrections.json')
  })
})

/** A workbook with one sheet of these rows. */
function workbookOf(name: string, sheet: string, rows: Record<string, string>[]): string {
  const file = join(folder, name)
  const book = { SheetNames: [sheet], Sheets: { [sheet]: utils.json_to_sheet(rows) } }
  writeFileSync(file, write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer)
  return file
}

describe('a workbook that comes back', () => {
  const plan = `vinh-ha-17-kh-ubnd-2031-${'0a'.repeat(16)}`
  const key = JSON.stringify({ ...cell, field: 'lead', plan })

  it('gives the rows in which something was typed; a lone minus empties the cell', async () => {
    const rows = [
      { 'Khóa (không sửa)': key, 'Giá trị đã đọc': 'Sở Nội vụ', 'Sửa thành': 'Sở Y tế\r\nThanh tra ' },
      { 'Khóa (không sửa)': key, 'Giá trị đã đọc': 'Sở Nội vụ', 'Sửa thành': '-' },
      { 'Khóa (không sửa)': key, 'Giá trị đã đọc': '', 'Sửa thành': 'Sở Y tế' },
      { 'Khóa (không sửa)': key, 'Giá trị đã đọc': 'Sở Nội vụ', 'Sửa thành': ' ' },
    ]
    const [first, ...others] = await readWorkbook(workbookOf('typed.xlsx', 'Cần kiểm tra', rows))
    expect(first).toEqual({
      ...cell,
      field: 'lead',
      plan,
      old: 'Sở Nội vụ',
      new: 'Sở Y tế\nThanh tra',
    })
    expect(others.map((row) => [row.old, row.new])).toEqual([
      ['Sở Nội vụ', null],
      [null, 'Sở Y tế'],
    ])
  })

  it.each([
    ['no-key.xlsx', 'Cần kiểm tra', [{ Khóa: 'x', 'Sửa thành': 'Sở Y tế' }]],
    ['other.xlsx', 'Sheet1', [{ a: 'b' }]],
  ])('is refused in one sentence: %s', async (name, sheet, rows) => {
    await expect(readWorkbook(workbookOf(name, sheet, rows as Record<string, string>[]))).rejects.toThrow(
      name,
    )
  })

  it('is refused where there is none', async () => {
    await expect(readWorkbook(join(folder, 'missing.xlsx'))).rejects.toThrow('missing.xlsx')
  })
})

describe('plans that are read for an export', () => {
  it('are found in the order of their names, and refused whole where one is none', async () => {
    const plans = join(folder, 'plans')
    mkdirSync(plans)
    for (const name of ['b.plan.json', 'a.plan.json', 'c.json'])
      writeFileSync(join(plans, name), JSON.stringify(plan))
    const files = await findPlanFiles([plans])
    expect(files.map((file) => file.slice(-11))).toEqual(['a.plan.json', 'b.plan.json'])
    writeFileSync(join(plans, 'b.plan.json'), '{')
    await expect(collect(readPlans(files))).rejects.toThrow('b.plan.json')
    await expect(findPlanFiles([join(folder, 'nowhere')])).rejects.toThrow('nowhere')
  })
})

async function collect<T>(values: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const value of values) all.push(value)
  return all
}

describe('a plan that becomes a fixture', () => {
  async function* one(): AsyncIterable<ExportedPlan> {
    yield { plan, corrections: [] }
  }

  it('stands with its document and what is expected, and is never written over', async () => {
    const sources = join(folder, 'sources')
    mkdirSync(sources)
    writeFileSync(join(sources, 'ke-hoach.md'), soundPlan)
    const out = join(folder, 'fixtures')
    await writeFixtures(one(), out, [sources])
    const made = join(out, planKey(plan))
    expect(readdirSync(made).sort()).toEqual(['expected.plan.json', 'source.md'])
    expect(readFileSync(join(made, 'source.md'), 'utf8')).toBe(soundPlan)
    await expect(writeFixtures(one(), out, [sources])).rejects.toThrow(made)
    await expect(writeFixtures(one(), join(folder, 'others'), [made])).rejects.toThrow('ke-hoach.md')
  })

  it('expects its warnings and errors, not what is for information', () => {
    const issue = { message: 'm', at: null, target: null, subject: null, details: null }
    const issues = [
      { ...issue, severity: 'info', code: 'agency-unknown' },
      { ...issue, severity: 'warning', code: 'code-gap' },
    ] as Plan['issues']
    expect(expectedOf({ ...plan, issues }).anomalies).toEqual([{ code: 'code-gap', target: null, note: 'm' }])
  })
})
