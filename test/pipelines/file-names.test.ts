import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, win32 } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importFolder } from '../../pipelines/batch/batch-import.js'
import { documentName } from '../../pipelines/batch/find-documents.js'
import { applyWorkbook } from '../../pipelines/commands/apply.js'
import { exportFiles } from '../../pipelines/commands/export.js'
import { runReport } from '../../pipelines/commands/report.js'
import { findPlanFiles } from '../../pipelines/export/export-plans.js'
import { findSource } from '../../pipelines/export/place-picture.js'
import { importPlan, sourceOf } from '../../pipelines/plan/import-plan.js'
import { planKey } from '../../schemas/plan-key.js'

const root = join(import.meta.dirname, '../..')
const source = readFileSync(join(root, 'fixtures/gia-nghia-52-2024/source.txt'))

/** What Windows takes for a file name: no sign of its own, no device, no dot or blank at the end, not too long. */
function fitsWindows(name: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what Windows forbids
  const forbidden = /[<>:"/\\|?*\u0000-\u001f]|[. ]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu
  return !forbidden.test(name) && name.length <= 160
}

async function writtenName(file: string, text: string): Promise<string> {
  const { value } = await importPlan(sourceOf(file, Buffer.from(text)))
  return `${planKey(value)}.plan.json`
}

describe('names of what is written', () => {
  it.each([
    'CON.txt',
    'nul',
    'COM1.txt',
    'kế hoạch. ',
    'a<b>c:d"e|f?g*.txt',
    '...txt',
    `${'dài '.repeat(80)}.txt`,
    'thư\\mục\\tệp.txt',
    '計画.txt',
  ])('fit Windows, whatever a document is called: %s', async (file) => {
    expect(await writtenName(file, 'Một văn bản không có số và ngày.')).toSatisfy(fitsWindows)
  })

  it('fit Windows, whatever the document says of itself', async () => {
    const head = 'ỦY BAN NHÂN DÂN\nTỈNH AUX<>\n\nSố: 12/2023\\KH:UBND?*|\n\nKẾ HOẠCH\n'
    expect(await writtenName('a.txt', head)).toSatisfy(fitsWindows)
  })

  it('are apart where letters are the same but for their case', async () => {
    const [one, other] = await Promise.all([
      writtenName('KH.txt', 'Văn bản A.'),
      writtenName('kh.txt', 'Văn bản B.'),
    ])
    expect(one.toLowerCase()).not.toBe(other.toLowerCase())
    expect(one).toBe(one.toLowerCase())
  })
})

describe('names of documents', () => {
  it('have slashes also where paths have backslashes', () => {
    expect(documentName('C:\\Kế hoạch', 'C:\\Kế hoạch\\Tỉnh A\\bản 1.pdf', win32)).toBe('Tỉnh A/bản 1.pdf')
    expect(documentName('c:\\Dữ liệu\\', 'C:\\Dữ liệu\\a.pdf', win32)).toBe('a.pdf')
    expect(documentName('\\\\máy chủ\\chung', '\\\\máy chủ\\chung\\năm 2023\\a.pdf', win32)).toBe(
      'năm 2023/a.pdf',
    )
  })

  it('on another drive keep no colon', () => {
    expect(documentName('C:\\a', 'D:\\b\\c.pdf', win32)).toBe('D/b/c.pdf')
  })
})

describe('Vietnamese names with blanks', () => {
  it.each(['NFC', 'NFD'] as const)('go through import, export, apply and report as %s', async (form) => {
    const folder = join(mkdtempSync(join(tmpdir(), 'phuluc-')), 'Sở Nội vụ – tài liệu'.normalize(form))
    const input = join(folder, 'Tỉnh Đắk Nông'.normalize(form))
    mkdirSync(input, { recursive: true })
    const name = 'Kế hoạch số 52 (bản cuối).txt'
    writeFileSync(join(input, name.normalize(form)), source)
    const out = join(folder, 'Kết quả đọc'.normalize(form))
    for await (const _ of importFolder([folder], { out })) void _
    const [file = ''] = await findPlanFiles([out])
    const plan = JSON.parse(readFileSync(file, 'utf8'))
    expect(plan.source.file).toBe(`Tỉnh Đắk Nông/${name}`)
    expect(await findSource([folder], plan.source.file, plan.source.sha256)).not.toBeNull()
    const workbook = join(folder, 'Bảng kiểm tra.xlsx'.normalize(form))
    await exportFiles([file], { format: 'xlsx', out: workbook, sources: [folder] })
    await exportFiles([file], {
      format: 'duckdb',
      out: join(folder, "dữ liệu 'mới'.duckdb".normalize(form)),
      sources: [],
    })
    await exportFiles([file], {
      format: 'parquet',
      out: join(folder, 'bảng phẳng'.normalize(form)),
      sources: [],
    })
    expect(await applyWorkbook(workbook, out, '2026-11-21T06:00:00.000Z')).toEqual({ taken: 0, refused: [] })
    expect(await runReport([out], { out: join(folder, 'báo cáo.html'.normalize(form)) })).toBe(0)
    expect(readdirSync(folder).map((each) => each.normalize('NFC'))).toEqual(
      expect.arrayContaining(['Bảng kiểm tra.xlsx', "dữ liệu 'mới'.duckdb", 'bảng phẳng', 'báo cáo.html']),
    )
  })
})
