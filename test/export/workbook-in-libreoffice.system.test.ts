import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { applyWorkbook } from '../../pipelines/commands/apply.js'
import { type MadeWorkbook, makeWorkbook, rowsOf } from '../support/made-workbook.js'

const office = '/usr/bin/soffice'
const canEdit = existsSync(office) && hasCalc()

function hasCalc(): boolean {
  return ['/usr/lib/libreoffice/program/libsclo.so', '/opt/libreoffice/program/libsclo.so'].some(existsSync)
}

function convert(file: string, to: string, out: string): void {
  const profile = `-env:UserInstallation=file://${join(tmpdir(), 'phuluc-office')}`
  execFileSync(office, [profile, '--headless', '--convert-to', to, '--outdir', out, file], {
    stdio: 'ignore',
  })
}

let made: MadeWorkbook
beforeAll(async () => {
  made = await makeWorkbook()
})

describe.skipIf(!canEdit && process.env.CI === undefined)('the workbook in LibreOffice', () => {
  it('is edited there and applied', async () => {
    const { folder, planFile, workbook } = made
    const copy = join(folder, 'office.xlsx')
    copyFileSync(workbook, copy)
    convert(copy, 'fods', folder)
    const flat = readFileSync(join(folder, 'office.fods'), 'utf8')
    const input = '<text:p>Sửa thành</text:p>'
    expect(flat).toContain(input)
    // The first data row's input cell is the blank one before its column of alternatives.
    const edited = typeIntoFirstRow(flat, 'Gõ trong LibreOffice')
    writeFileSync(join(folder, 'edited.fods'), edited)
    convert(join(folder, 'edited.fods'), 'xlsx', folder)
    const other = join(folder, 'other plans')
    mkdirSync(other)
    copyFileSync(planFile, join(other, planFile.split('/').at(-1) ?? ''))
    const applied = await applyWorkbook(join(folder, 'edited.xlsx'), other, '2026-11-21T06:00:00.000Z')
    expect(applied).toEqual({ taken: 1, refused: [] })
    // Every other cell came through another program as it was written
    for (const sheet of ['Cần kiểm tra', 'Nhiệm vụ', 'Tiêu chí', 'Kế hoạch']) {
      const [first, ...rest] = rowsOf(join(folder, 'edited.xlsx'), sheet)
      const [own, ...others] = rowsOf(workbook, sheet)
      const typedHere = sheet === 'Cần kiểm tra' ? { 'Sửa thành': 'Gõ trong LibreOffice' } : {}
      expect(rest, sheet).toEqual(others)
      expect(first).toEqual({ ...own, ...typedHere })
    }
  })
})

/** Puts a text into the fifth cell of the second row of the first sheet, as the program itself keeps it. */
function typeIntoFirstRow(flat: string, text: string): string {
  const table = flat.indexOf('<table:table table:name="Cần kiểm tra"')
  const header = flat.indexOf('<table:table-row', table)
  let at = flat.indexOf('<table:table-row', header + 1)
  for (let column = 1; ; ) {
    at = flat.indexOf('<table:table-cell', at + 1)
    const tag = flat.slice(at, flat.indexOf('>', at) + 1)
    const repeated = Number(/number-columns-repeated="(\d+)"/u.exec(tag)?.[1] ?? 1)
    if (column + repeated <= 5) {
      column += repeated
      continue
    }
    // Blank neighbours are kept as one cell that is repeated: those before and behind the typed one stay blank.
    if (!tag.endsWith('/>')) throw new Error(`the input cell is not blank: ${tag}`)
    const blank = tag.replace(/ table:number-columns-repeated="\d+"/u, '')
    const filled = `${blank.slice(0, -2)} office:value-type="string"><text:p>${text}</text:p></table:table-cell>`
    const cells = blank.repeat(5 - column) + filled + blank.repeat(column + repeated - 6)
    return flat.slice(0, at) + cells + flat.slice(at + tag.length)
  }
}
