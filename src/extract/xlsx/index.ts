import { read, type WorkBook } from '@e965/xlsx'
import { zipSync } from 'fflate'
import type { Details } from '../../../schemas/details.js'
import type { Document, Page } from '../../../schemas/document.js'
import type { Limits } from '../../../schemas/limits.js'
import type { Finding } from '../../../schemas/message.js'
import type { SourceFile } from '../../../schemas/source.js'
import { UnusableInputError } from '../../errors.js'
import { ok, type Result } from '../../result.js'
import { boundsOf, limitOf } from '../bounds.js'
import { damaged, foreignArchive, openPackage, type Parts } from '../office/package.js'
import type { ExtractOptions } from '../reader.js'
import { readBoldCells } from './bold-cells.js'
import { readSheet } from './sheet.js'
import { sheetBlocks } from './sheet-blocks.js'

const xlsxMediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export type XlsxOptions = ExtractOptions

/** An Excel workbook → its document: a page for every sheet that is not hidden, lines are rows of the sheet. */
export async function readXlsx(source: SourceFile, options: XlsxOptions): Promise<Result<Document>> {
  const parts = openPackage(source.bytes, source.file, options.limits)
  boundSheets(parts, source.file, boundsOf(options.limits))
  const workbook = openWorkbook(parts, source.file)
  const issues: Finding[] = []
  const pages = workbook.SheetNames.flatMap((key, index): Page[] => {
    const name = key.normalize('NFC')
    if ((workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0) {
      issues.push(unplaced({ what: 'hidden-sheet', sheet: name }))
      return []
    }
    const sheet = readSheet(workbook.Sheets[key], readBoldCells(parts, index))
    if (sheet.hidden > 0) issues.push(unplaced({ what: 'hidden-cells', sheet: name, count: sheet.hidden }))
    if (sheet.unknown > 0) issues.push(unplaced({ what: 'formulas', sheet: name, count: sheet.unknown }))
    return [
      {
        number: index + 1,
        routeReason: null,
        textQuality: 'printed',
        blocks: sheetBlocks(sheet, name, index + 1),
      },
    ]
  })
  if (pages.every((page) => page.blocks.length === 0))
    throw new UnusableInputError('workbook-without-text', { file: source.file })
  return ok({ mediaType: xlsxMediaType, route: 'xlsx', convertedFrom: null, pages }, issues)
}

/** Sheets are pages; many may share one part, so that they are counted where they are named. */
function boundSheets(parts: Parts, file: string, limits: Limits): void {
  const named = new TextDecoder().decode(parts.get('xl/workbook.xml') ?? new Uint8Array())
  const count = named.match(/<(?:\w+:)?sheet\s/gu)?.length ?? 0
  if (count > limits.pages)
    throw new UnusableInputError('too-many-sheets', { file, count, ...limitOf('pages', limits) })
}

/** Dates that follow the computer's settings print as they do in Viet Nam. */
const dateFormat = 'dd/mm/yyyy'

function openWorkbook(parts: Parts, file: string): WorkBook {
  if (!parts.has('xl/workbook.xml')) throw foreignArchive(file, parts)
  try {
    const archive = zipSync(Object.fromEntries(parts), { level: 0 })
    return read(archive, {
      type: 'array',
      dense: true,
      cellStyles: true,

      dateNF: dateFormat,
    })
  } catch {
    throw damaged(file)
  }
}

function unplaced(details: Details['text-unplaced']): Finding {
  return { severity: 'warning', code: 'text-unplaced', at: null, subject: null, details }
}
