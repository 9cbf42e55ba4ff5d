import writeXlsx, { type Cell, type Image, type Options } from 'write-excel-file/node'
import type { Plan } from '../schemas/plan.js'
import { cellValue, findCriterion } from '../src/corrections/index.js'
import {
  criterionSheet,
  doubtfulCells,
  pictureColumn,
  planSheet,
  type ReviewRow,
  reviewColumns,
  reviewSheet,
  reviewValues,
  type SheetModel,
  type SheetValue,
  taskSheet,
} from '../src/export/index.js'
import { issueSentence } from '../src/messages/index.js'
import type { Picture, PictureOf } from './place-picture.js'

/** Below this a value is shown to a reader. */
const reviewBelow = 0.9
/** A workbook that no program opens helps nobody: the least sure cells come first, the rest stays in the plans. */
const mostReviewed = 2000

/** Plans → the workbook to work in. Cells to look at, tasks, criteria and plans have a sheet each. */
export async function writeWorkbook(
  plans: AsyncIterable<Plan>,
  file: string,
  pictureOf: PictureOf = async () => null,
): Promise<void> {
  const all: Plan[] = []
  for await (const plan of plans) all.push(plan)
  const review = reviewRows(all)
  const pictures = await Promise.all(review.map(async (row, index) => placed(await pictureOf(row), index)))
  const models: SheetModel[] = [
    { name: reviewSheet, columns: reviewColumns, rows: review.map(reviewValues) },
    taskSheet(all),
    criterionSheet(all),
    planSheet(all),
  ]
  const images = pictures.filter((picture) => picture !== null)
  const sheets = models.map((model, index) => sheetOf(model, index === 0 ? images : []))
  await writeXlsx(sheets, { features: [autoFilter(models)] }).toFile(file)
}

function reviewRows(plans: readonly Plan[]): ReviewRow[] {
  return plans
    .flatMap((plan) =>
      doubtfulCells(plan, reviewBelow).flatMap((cell): ReviewRow[] => {
        const criterion = findCriterion(plan, cell.criterion)
        const value = cellValue(plan, cell)
        if (criterion === null || value === undefined) return []
        const told = cell.issues.map((issue) => issueSentence(issue, 'vi'))
        const reason = told.length === 0 ? 'Đọc không chắc.' : told.join('\n')
        return [{ plan, criterion, cell, value, reason }]
      }),
    )
    .sort((a, b) => a.cell.confidence - b.cell.confidence)
    .slice(0, mostReviewed)
}

const headerRows = 1

type Feature = NonNullable<Options<Image['content']>['features']>[number]

function placed(picture: Picture | null, index: number): Image | null {
  if (picture === null) return null
  const column = reviewColumns.findIndex(({ title }) => title === pictureColumn) + 1
  return {
    content: picture.png,
    contentType: 'image/png',
    width: picture.width,
    height: picture.height,
    dpi: 96,
    anchor: { row: index + 1 + headerRows, column },
    offsetX: 2,
    offsetY: 2,
    title: `row ${index + 2}`,
  }
}

function sheetOf(model: SheetModel, images: Image[]) {
  const heights = new Map(images.map((image) => [image.anchor.row, image.height]))
  const header: Cell[] = model.columns.map(({ title, input }) => ({
    value: title,
    type: String,
    fontWeight: 'bold',
    wrap: true,
    alignVertical: 'center',
    backgroundColor: input === true ? '#fff2cc' : '#d9e2f3',
  }))
  const rows = model.rows.map((values, index) =>
    values.map((value, column) =>
      sheetCell(value, model.columns[column]?.input === true, heights.get(index + 1 + headerRows)),
    ),
  )
  return {
    data: [header, ...rows],
    sheet: model.name,
    columns: model.columns.map(({ width }) => ({ width })),
    stickyRowsCount: headerRows,
    orientation: 'landscape' as const,
    ...(images.length === 0 ? {} : { images }),
  }
}

const pointsAPixel = 0.75

function sheetCell(value: SheetValue, input: boolean, height: number | undefined): Cell {
  const style = {
    wrap: true,
    alignVertical: 'top' as const,
    ...(input ? { backgroundColor: '#fffbea' } : {}),
    ...(height === undefined ? {} : { height: Math.min(400, Math.max(30, (height + 6) * pointsAPixel)) }),
  }
  if (value === null || value === '') return style
  if (value instanceof Date) return { ...style, value, type: Date, format: 'dd/mm/yyyy' }
  if (typeof value === 'number') return { ...style, value, type: Number }
  return { ...style, value: fitting(value), type: String, format: '@' }
}

/** Excel takes no more than so many characters in a cell, and no control characters. */
const longestText = 32_767

function fitting(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be written
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/gu, '').slice(0, longestText)
}

/** Every sheet can be filtered by every column. (ECMA-376, 18.3.1.2: autoFilter follows sheetData.) */
function autoFilter(models: readonly SheetModel[]): Feature {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) => {
            const model = models[sheetIndex]
            if (model === undefined) return xml
            const range = `A1:${columnLetters(model.columns.length)}${model.rows.length + headerRows}`
            return xml.replace('</sheetData>', `</sheetData><autoFilter ref="${range}"/>`)
          },
        },
      },
    },
  }
}

function columnLetters(count: number): string {
  return count <= 26 ? String.fromCharCode(64 + count) : `A${String.fromCharCode(64 + count - 26)}`
}
