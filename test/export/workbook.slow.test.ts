import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { read, utils } from '@e965/xlsx'
import { unzipSync } from 'fflate'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { importFolder } from '../../pipelines/batch/batch-import.js'
import { applyWorkbook } from '../../pipelines/commands/apply.js'
import { correctedPlans, exportFiles } from '../../pipelines/commands/export.js'
import { evaluate } from '../../pipelines/evaluate.js'
import { writeFixtures } from '../../pipelines/export/export-fixtures.js'
import { findPlanFiles } from '../../pipelines/export/export-plans.js'
import { importPlan, sourceOf } from '../../pipelines/plan/import-plan.js'
import { toJson } from '../../pipelines/system/written-files.js'
import type { CorrectionFile } from '../../schemas/corrections.js'
import { Plan as PlanSchema } from '../../schemas/plan.js'
import { planKey } from '../../schemas/plan-key.js'
import { sentence } from '../../src/messages/index.js'
import { makeWorkbook, type Row, rowsOf } from '../support/made-workbook.js'

const root = join(import.meta.dirname, '../..')
const when = '2026-11-21T06:00:00.000Z'
let [folder, plans, workbook, planFile, correctionsFile] = ['', '', '', '', '']

beforeAll(async () => {
  ;({ folder, plans, workbook, planFile } = await makeWorkbook())
  correctionsFile = planFile.replace('.plan.json', '.corrections.json')
})

/** Types into cells of the review sheet as the spreadsheet program saves them. */
async function typed(name: string, edit: (rows: Row[]) => void): Promise<string> {
  const book = read(readFileSync(workbook))
  const sheet = book.Sheets['Cần kiểm tra']
  if (sheet === undefined) throw new Error('no sheet')
  const rows = utils.sheet_to_json<Row>(sheet, { raw: false, defval: '' })
  edit(rows)
  const { write } = await import('@e965/xlsx')
  book.Sheets['Cần kiểm tra'] = utils.json_to_sheet(rows)
  const file = join(folder, name)
  writeFileSync(file, write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer)
  return file
}

describe('the workbook', () => {
  it('has a row for every action, dates that are dates, the tree and the plans', () => {
    const tasks = rowsOf(workbook, 'Nhiệm vụ')
    const plan = JSON.parse(readFileSync(planFile, 'utf8'))
    const actions = plan.appendices.flatMap((a: { criteria: { actions: unknown[] }[] }) =>
      a.criteria.flatMap((c) => c.actions),
    )
    expect(tasks).toHaveLength(actions.length)
    const sheet = read(readFileSync(workbook), { cellDates: true }).Sheets['Nhiệm vụ']
    const due = Object.entries(sheet ?? {}).find(([at, cell]) => /^M\d+$/u.test(at) && cell.v instanceof Date)
    expect(due).toBeDefined()
    expect(rowsOf(workbook, 'Tiêu chí')).toHaveLength(147)
    expect(rowsOf(workbook, 'Kế hoạch')[0]?.['Kế hoạch']).toBe('229/KH-UBND')
  })

  it('lists the cells to look at with place and reason', () => {
    const rows = rowsOf(workbook, 'Cần kiểm tra')
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) {
      expect(row['Lý do']).not.toBe('')
      expect(row.Dòng).toMatch(/^\d+$/u)
    }
  })

  it('takes what fits, refuses what does not, and changes nothing the second time', async () => {
    const file = await typed('one.xlsx', (rows) => {
      const [first, second] = rows
      if (first === undefined || second === undefined) throw new Error('too few rows')
      first['Sửa thành'] = 'Sở Nội vụ; Sở Tài chính'
      second['Sửa thành'] = 'Giá trị mới'
      second['Giá trị đã đọc'] = 'một giá trị khác'
    })
    const applied = await applyWorkbook(file, plans, when)
    expect(applied.taken).toBe(1)
    expect(applied.refused).toHaveLength(1)
    expect(applied.refused.map((why) => sentence(why, 'en')).join()).toMatch(/another one now/u)
    const stored = readFileSync(correctionsFile, 'utf8')
    await applyWorkbook(file, plans, '2027-01-01T00:00:00.000Z')
    expect(readFileSync(correctionsFile, 'utf8')).toBe(stored)
  })

  it('is English where that is asked for, and comes back all the same', async () => {
    const file = join(folder, 'english.xlsx')
    await exportFiles([planFile], { format: 'xlsx', out: file, sources: [], language: 'en' })
    const book = read(readFileSync(file))
    expect(book.SheetNames).toEqual(['To check', 'Tasks', 'Criteria', 'Plans'])
    const heads = book.SheetNames.flatMap((name) =>
      Object.entries(book.Sheets[name] ?? {}).flatMap(([at, cell]) =>
        /^[A-Z]+1$/u.test(at) ? [cell.v] : [],
      ),
    )
    expect(heads.join(' ')).toMatch(/^[ -~]+$/u)
    const sheet = book.Sheets['To check']
    const rows = sheet === undefined ? [] : utils.sheet_to_json<Row>(sheet, { raw: false, defval: '' })
    const [first] = rows
    if (first === undefined) throw new Error('no row')
    first['Correct to'] = 'Sở Y tế'
    const { write } = await import('@e965/xlsx')
    book.Sheets['To check'] = utils.json_to_sheet(rows)
    const edited = join(folder, 'english typed.xlsx')
    writeFileSync(edited, write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer)
    const other = join(folder, 'english plans')
    mkdirSync(other)
    copyFileSync(planFile, join(other, planFile.split('/').at(-1) ?? ''))
    const applied = await applyWorkbook(edited, other, when)
    expect(applied.taken + applied.refused.length).toBe(1)
  })

  it('flows into the next export', async () => {
    const out = join(folder, 'nd')
    await exportFiles(await findPlanFiles([plans]), { format: 'ndjson', out, sources: [] })
    const correction = JSON.parse(readFileSync(correctionsFile, 'utf8')).corrections[0] as {
      criterion: string
      field: string
    }
    const text =
      readFileSync(join(out, 'actions.ndjson'), 'utf8') + readFileSync(join(out, 'criteria.ndjson'), 'utf8')
    expect(correction.criterion).toMatch(/^pl\d/u)
    expect(text).toContain('Sở Nội vụ; Sở Tài chính')
  })
})

describe('corrections', () => {
  it('stay when the document is imported again', async () => {
    const again = join(folder, 'tài liệu')
    mkdirSync(again)
    copyFileSync(join(root, 'fixtures/hai-phong-229-2023/source.md'), join(again, 'source.md'))
    const before = readFileSync(correctionsFile, 'utf8')
    for await (const _ of importFolder([again], { out: plans }));
    expect(readFileSync(correctionsFile, 'utf8')).toBe(before)
    expect(readFileSync(planFile, 'utf8')).not.toContain('Sở Nội vụ; Sở Tài chính')
  })

  it('give agencies their ids, and name themselves in the exports', async () => {
    const plan = PlanSchema.parse(JSON.parse(readFileSync(planFile, 'utf8')))
    const criterion = plan.appendices
      .flatMap(({ criteria }) => criteria)
      .find(({ actions }) => actions[0]?.lead?.text === 'Sở Nội vụ')
    const key = { criterion: criterion?.id ?? '', action: 0, field: 'lead' as const }
    const file: CorrectionFile = {
      ...{ schemaVersion: '1.0', plan: plan.id, sha256: plan.source.sha256 },
      corrections: [{ ...key, old: 'Sở Nội vụ', new: 'Sở Tài chính; Công an thành phố', when }],
    }
    const other = join(folder, 'agencies')
    mkdirSync(other)
    const copy = join(other, planFile.split('/').at(-1) ?? '')
    copyFileSync(planFile, copy)
    writeFileSync(copy.replace('.plan.json', '.corrections.json'), toJson(file))
    const out = join(other, 'nd')
    expect(await exportFiles([copy], { format: 'ndjson', out, sources: [] })).toEqual([])
    const rows = (table: string): Record<string, unknown>[] =>
      readFileSync(join(out, `${table}.ndjson`), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
        .filter((row) => row.criterion_id === key.criterion && row.action_index === 0)
    const leads = rows('agencies').filter(({ role }) => role === 'lead')
    expect(leads.map(({ name }) => name)).toEqual(['Sở Tài chính', 'Công an thành phố'])
    expect(leads.every(({ agency_id }) => typeof agency_id === 'string')).toBe(true)
    expect(rows('actions')[0]?.corrected).toEqual(['lead'])
    expect(rows('corrections')[0]).toMatchObject({
      field: 'lead',
      old_value: 'Sở Nội vụ',
      corrected_at: when,
    })
  })

  it('make a fixture that evaluate holds imports against', async () => {
    const out = join(folder, 'fixtures')
    const sources = [join(folder, 'tài liệu')]
    await writeFixtures(
      correctedPlans([planFile], () => undefined),
      out,
      sources,
    )
    const [result] = await evaluate(out)
    expect(result?.comparison.criteria.recall).toBe(1)
    // What was corrected, and nothing else, is what the import got wrong
    const { right, of } = result?.comparison.cells.exact ?? { right: 0, of: 0 }
    expect(of - right).toBe(1)
    await expect(
      writeFixtures(
        correctedPlans([planFile], () => undefined),
        out,
        sources,
      ),
    ).rejects.toThrow(/already/u)
  })

  it('are not lost when a workbook is written over', async () => {
    const file = await typed('open.xlsx', (rows) => {
      const [, , third] = rows
      if (third !== undefined) third['Sửa thành'] = 'Chưa lưu'
    })
    const again = exportFiles([planFile], { format: 'xlsx', out: file, sources: [] })
    await expect(again).rejects.toThrow(/1 corrections that are not stored yet/u)
  })
})

describe('the workbook of a PDF', () => {
  it('shows the places of doubtful cells as pictures', async () => {
    const paper = join(root, 'fixtures/papers/hung-yen-199-2022')
    const plan = (await importPlan(sourceOf('source.pdf', readFileSync(join(paper, 'source.pdf'))))).value
    const [criterion] = plan.appendices.flatMap(({ criteria }) => criteria.filter((each) => each.actions[0]))
    for (const entry of criterion?.actions[0]?.evidence ?? []) entry.confidence = 0.4
    const file = join(folder, `${planKey(plan)}.plan.json`)
    writeFileSync(file, toJson(plan))
    const out = join(folder, 'ảnh.xlsx')
    await exportFiles([file], { format: 'xlsx', out, sources: [paper] })
    const parts = unzipSync(readFileSync(out))
    const pictures = Object.entries(parts).filter(([name]) => name.startsWith('xl/media/'))
    expect(pictures.length).toBeGreaterThanOrEqual(3)
    for (const [, png] of pictures) {
      const { width, height } = await sharp(png).metadata()
      expect(width).toBeGreaterThan(40)
      expect(height).toBeLessThanOrEqual(260)
      // Something is printed there
      expect((await sharp(png).stats()).channels[0]?.min).toBeLessThan(100)
    }
  })
})
