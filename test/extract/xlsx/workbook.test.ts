import { readFileSync } from 'node:fs'
import { utils, type WorkSheet, write } from '@e965/xlsx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readCriteria } from '../../../src/criteria/index.js'
import { readXlsx } from '../../../src/extract/xlsx/index.js'
import { told, written } from '../../../src/messages/index.js'
import { findTables } from '../../../src/tables/index.js'
import { blocksOf, paragraphTexts, sourceOf, tablesIn, tableTexts } from '../../support/files/docx-file.js'
import { outlineOf } from '../../support/read.js'

type Value = string | number | Date | null

function sheetOf(rows: Value[][], more: Partial<WorkSheet> = {}): WorkSheet {
  return Object.assign(utils.aoa_to_sheet(rows), more)
}

function workbookBytes(sheets: Record<string, WorkSheet>, hidden: string[] = []): Uint8Array {
  const workbook = utils.book_new()
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(workbook, sheet, name)
  workbook.Workbook = {
    Sheets: Object.keys(sheets).map((name) => ({ name, Hidden: hidden.includes(name) ? 1 : 0 })),
  }
  return new Uint8Array(write(workbook, { type: 'array', bookType: 'xlsx' }))
}

async function readBook(sheets: Record<string, WorkSheet>, hidden: string[] = []) {
  return readXlsx(sourceOf(workbookBytes(sheets, hidden), 'phu-luc.xlsx'), {})
}

async function table(sheet: WorkSheet): Promise<string[][]> {
  return tableTexts(tablesIn(blocksOf((await readBook({ Sheet1: sheet })).value))[0])
}

const merge = (top: number, left: number, bottom: number, right: number) => ({
  s: { r: top, c: left },
  e: { r: bottom, c: right },
})

describe('a sheet', () => {
  it('is its name, the lines above its table, and the table; lines are rows of Excel', async () => {
    const sheet = sheetOf(
      [
        ['PHỤ LỤC 01', null, null],
        ['(Kèm theo Kế hoạch số 12/KH-UBND)', null, null],
        [null, null, null],
        ['STT', 'Nhiệm vụ', 'Chủ trì'],
        [1, 'Ban hành kế hoạch', 'Sở Nội vụ'],
        [2, 'Kiểm tra', 'Sở Y tế'],
        [null, null, null],
        ['Ghi chú: số liệu ước', null, null],
      ],
      { '!merges': [merge(0, 0, 0, 2), merge(1, 0, 1, 2)] },
    )
    const { value } = await readBook({ 'Nhiệm vụ': sheet, Sheet2: sheetOf([['a', 'b', 'c']]) })
    const blocks = value.pages[0]?.blocks ?? []
    expect(blocks.map((block) => block.kind)).toEqual([
      'heading',
      'paragraph',
      'paragraph',
      'table',
      'paragraph',
    ])
    expect(paragraphTexts(blocks)).toEqual([
      'Nhiệm vụ',
      'PHỤ LỤC 01',
      '(Kèm theo Kế hoạch số 12/KH-UBND)',
      'Ghi chú: số liệu ước',
    ])
    expect(tablesIn(blocks)[0]?.rows.map((row) => row.at)).toEqual(
      [4, 5, 6].map((line) => ({ page: 1, line, bbox: null })),
    )
    expect(value.pages[1]?.blocks.map((block) => block.kind)).toEqual(['table'])
    expect(value).toMatchObject({ route: 'xlsx', pages: [{ number: 1 }, { number: 2 }] })
  })

  it('keeps merged cells, in the header and in the data', async () => {
    const sheet = sheetOf(
      [
        ['STT', 'Cơ quan', null, 'Thời hạn'],
        [null, 'Chủ trì', 'Phối hợp', null],
        [1, 'Sở Nội vụ', 'Các sở', 'Quý I'],
        [2, null, 'UBND huyện', 'Quý II'],
      ],
      { '!merges': [merge(0, 0, 1, 0), merge(0, 1, 0, 2), merge(0, 3, 1, 3), merge(2, 1, 3, 1)] },
    )
    expect(await table(sheet)).toEqual([
      ['STT ↓2', 'Cơ quan →2', 'Thời hạn ↓2'],
      ['Chủ trì', 'Phối hợp'],
      ['1', 'Sở Nội vụ ↓2', 'Các sở', 'Quý I'],
      ['2', 'UBND huyện', 'Quý II'],
    ])
  })

  it('shows numbers and dates as they are printed', async () => {
    const sheet = sheetOf([
      ['Mã', 'Điểm', 'Tỷ lệ', 'Hạn'],
      [1.1, 7.5, 0.85, 45169],
      ['1.10', 8, 1, 45170],
    ])
    Object.assign(sheet.A2, { z: '0.00' })
    Object.assign(sheet.C2, { z: '0%' })
    Object.assign(sheet.D2, { z: 'm/d/yy' })
    Object.assign(sheet.D3, { z: 'dd/mm/yyyy' })
    expect(await table(sheet)).toEqual([
      ['Mã', 'Điểm', 'Tỷ lệ', 'Hạn'],
      ['1.10', '7.5', '85%', '31/08/2023'],
      ['1.10', '8', '1', '01/09/2023'],
    ])
  })

  it('keeps line breaks within cells and blank cells between filled ones', async () => {
    expect(
      await table(
        sheetOf([
          ['1', '- Một\r\n- Hai\n', 'x'],
          ['2', null, 'y'],
          [null, 'z', null],
        ]),
      ),
    ).toEqual([
      ['1', '- Một|- Hai', 'x'],
      ['2', '', 'y'],
      ['', 'z', ''],
    ])
  })

  it('is read without what is hidden, and says so', async () => {
    const sheet = sheetOf(
      [
        ['1', 'nháp', 'Một', 'x'],
        ['2', 'nháp', 'Hai', 'y'],
        ['3', 'nháp', 'Ba', 'z'],
      ],
      {
        '!cols': [{}, { hidden: true }],
        '!rows': [{}, { hidden: true }],
      },
    )
    const { value, issues } = await readBook({ Sheet1: sheet, Nháp: sheetOf([['a', 'b', 'c']]) }, ['Nháp'])
    expect(tableTexts(tablesIn(blocksOf(value))[0])).toEqual([
      ['1', 'Một', 'x'],
      ['3', 'Ba', 'z'],
    ])
    expect(issues.map((issue) => written(issue).message.replace(/ and was left out.*/u, ''))).toEqual([
      'In the sheet "Sheet1" 2 rows or columns with text are hidden',
      'The sheet "Nháp" is hidden',
    ])
  })

  it('with a cell at the end of the world takes no more room than its cells', async () => {
    const parts = unzipSync(
      workbookBytes({
        Sheet1: sheetOf([
          ['STT', 'Tên', 'Việc'],
          ['1', 'a', 'b'],
        ]),
      }),
    )
    const xml = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    const far = '<row r="1048576"><c r="XFD1048576" t="str"><v>lạc</v></c></row></sheetData>'
    const edited = xml
      .replace('</sheetData>', far)
      .replace(/<dimension ref="[^"]*"/u, '<dimension ref="A1:XFD1048576"')
    const bytes = zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(edited) })
    const blocks = blocksOf((await readXlsx(sourceOf(bytes), {})).value)
    expect(blocks.map((block) => [block.kind, block.at.line])).toEqual([
      ['table', 1],
      ['paragraph', 1048576],
    ])
  })
})

describe('a workbook that cannot be read', () => {
  it('is refused with the reason', async () => {
    const good = workbookBytes({ Sheet1: sheetOf([['a', 'b', 'c']]) })
    const broken = zipSync({
      ...unzipSync(good),
      'xl/worksheets/sheet1.xml': strToU8(''),
      'xl/workbook.xml': strToU8('<x'),
    })
    const failures: [Uint8Array, string][] = [
      [good.subarray(0, good.length >> 1), 'damaged'],
      [broken, 'damaged'],
      [workbookBytes({ Sheet1: sheetOf([[null]]) }), 'empty'],
      [zipSync({ 'a.xml': strToU8('<a/>') }), 'unsupported'],
    ]
    for (const [bytes, code] of failures)
      await expect(readXlsx(sourceOf(bytes, 'phu-luc.xlsx'), {})).rejects.toMatchObject({ code })
    await expect(
      readXlsx(sourceOf(good, 'phu-luc.xlsx'), { limits: { unpackedBytes: 500 } }),
    ).rejects.toMatchObject({
      code: 'too-large',
    })
  })
})

describe('a workbook of another program', () => {
  it('is read with its merges, formats and bold rows', async () => {
    const bytes = new Uint8Array(readFileSync('fixtures/word/workbook.xlsx'))
    const { value, issues } = told(await readXlsx(sourceOf(bytes, 'workbook.xlsx'), {}))
    const blocks = blocksOf(value)
    expect(issues).toMatchObject([
      {
        code: 'text-unplaced',
        message:
          'In the sheet "Nhiệm vụ" 1 formulas have no stored result; open and save the workbook in Excel.',
      },
    ])
    expect(paragraphTexts(blocks)).toEqual([
      'Nhiệm vụ',
      'PHỤ LỤC 01',
      '(Kèm theo Kế hoạch số 12/KH-UBND ngày 5 tháng 3 năm 2024)',
    ])
    expect(blocks[1]).toMatchObject({ kind: 'paragraph', strong: 'all' })
    const [sheet] = tablesIn(blocks)
    expect(tableTexts(sheet)).toEqual([
      ['STT ↓2', 'Nhiệm vụ ↓2', 'Cơ quan →2', 'Thời hạn ↓2'],
      ['Chủ trì', 'Phối hợp'],
      ['I', 'Cải cách thể chế →4'],
      ['1.1', 'Ban hành kế hoạch', 'Sở Nội vụ ↓2', 'Các sở', '30/06/2024'],
      ['1.2', '- Kiểm tra|- Đôn đốc', 'UBND các huyện', 'Quý I/2024'],
      ['1.10', '', 'Sở Y tế', '', 'Năm 2024'],
    ])
    expect(sheet?.rows.map((row) => row.cells[1]?.strong)).toEqual([true, true, true, false, false, false])
  })

  it('gives the same criteria as any other plan', async () => {
    const bytes = new Uint8Array(readFileSync('fixtures/word/workbook.xlsx'))
    const { value } = await readXlsx(sourceOf(bytes, 'workbook.xlsx'), {})
    const [appendix] = findTables(value, { join: true }).value.appendices
    expect(appendix).toMatchObject({ label: 'PHỤ LỤC 01', kind: 'tasks' })
    expect(appendix === undefined ? [] : outlineOf(readCriteria(appendix, 'pl1').value)).toEqual([
      'pl1/I domain 0',
      'pl1/I/1.1 item 1',
      'pl1/I/1.2 item 1',
      'pl1/I/1.10 item 1',
    ])
  })
})
