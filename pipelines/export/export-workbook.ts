import writeXlsx, { type Cell, type Image, type Options } from 'write-excel-file/node'
import type { PngPicture } from '../../schemas/picture.js'
import { cellValue, findCriterion } from '../../src/corrections/index.js'
import {
  criterionColumns,
  criterionRows,
  doubtfulCells,
  doubtOf,
  type ExportedPlan,
  planColumns,
  planRow,
  type ReviewRow,
  reviewColumns,
  reviewRow,
  type SheetColumn,
  type SheetLanguage,
  type SheetModel,
  type SheetValue,
  type SheetWords,
  sheetWords,
  taskColumns,
  taskRows,
} from '../../src/export/index.js'
import { printableLines } from '../../src/language/printable.js'
import { issueSentence } from '../../src/messages/index.js'
import type { PictureOf } from './place-picture.js'

/** Below this a value is shown to a reader. */
const reviewBelow = 0.9
/** A workbook that no program opens helps nobody: the least sure cells come first, the rest stays in the plans. */
const mostReviewed = 2000

/** Plans → the workbook to work in. Cells to look at, tasks, criteria and plans have a sheet each. */
export async function writeWorkbook(
  plans: AsyncIterable<ExportedPlan>,
  file: string,
  pictureOf: PictureOf = async () => null,
  language: SheetLanguage = 'vi',
): Promise<void> {
  const words = sheetWords[language]
  let review: ReviewRow[] = []
  const tasks: SheetModel = { name: words.sheets.tasks, columns: taskColumns(words), rows: [] }
  const criteria: SheetModel = { name: words.sheets.criteria, columns: criterionColumns(words), rows: [] }
  const overview: SheetModel = { name: words.sheets.plans, columns: planColumns(words), rows: [] }
  for await (const exported of plans) {
    review = leastSure([...review, ...reviewRows(exported, language)])
    for (const row of taskRows(exported, words)) tasks.rows.push(row)
    for (const row of criterionRows(exported, words)) criteria.rows.push(row)
    overview.rows.push(planRow(exported, words))
  }
  const reviewModel: SheetModel = {
    name: words.sheets.review,
    columns: reviewColumns(words),
    rows: review.map(({ values }) => values),
  }
  const images = await imagesOf(review, pictureOf, pictureColumn(words))
  // The picture takes the place of the words that stood there
  for (const { anchor } of images)
    reviewModel.rows[anchor.row - 1 - headerRows]?.fill(null, anchor.column - 1, anchor.column)
  const models = [reviewModel, tasks, criteria, overview]
  const sheets = models.map((model) => sheetOf(model, model === reviewModel ? images : []))
  await writeXlsx(sheets, { features: [filtersAndPages(models)] }).toFile(file)
}

function leastSure(rows: ReviewRow[]): ReviewRow[] {
  return rows.sort((a, b) => a.confidence - b.confidence).slice(0, mostReviewed)
}

/** The doubtful cells that no reader has corrected yet. */
function reviewRows({ plan, corrections }: ExportedPlan, language: SheetLanguage): ReviewRow[] {
  const words = sheetWords[language]
  const cellName = (cell: { criterion: string; action: number | null; field: string }): string =>
    `${cell.criterion} ${cell.action} ${cell.field}`
  const settled = new Set(corrections.map(cellName))
  return doubtfulCells(plan, reviewBelow).flatMap((cell): ReviewRow[] => {
    const criterion = findCriterion(plan, cell.criterion)
    const value = cellValue(plan, cell)
    if (criterion === null || value === undefined || settled.has(cellName(cell))) return []
    const told = cell.issues.map((issue) => issueSentence(issue, language))
    const reason = told.length === 0 ? doubtOf(cell, words) : [...new Set(told)].join('\n')
    return [reviewRow(plan, criterion, cell, { value, reason }, words)]
  })
}

/**
 * Pictures of the rows, page after page, so that every page is painted once. While those of a page are cut and packed,
 * the next one is painted.
 */
async function imagesOf(
  review: readonly ReviewRow[],
  pictureOf: PictureOf,
  column: number,
): Promise<Image[]> {
  const pages = new Map<string, { row: ReviewRow; index: number }[]>()
  for (const [index, row] of review.entries()) {
    const key = `${row.source.sha256} ${String(row.at.page ?? 0).padStart(6, '0')}`
    const known = pages.get(key)
    if (known === undefined) pages.set(key, [{ row, index }])
    else known.push({ row, index })
  }
  const images: Image[] = []
  let before: Promise<unknown> = Promise.resolve()
  for (const [, rows] of [...pages].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const made = Promise.all(
      rows.map(async ({ row, index }) => {
        const picture = await pictureOf(row)
        if (picture !== null) images.push(placed(picture, index, column))
      }),
    )
    await before
    before = made
  }
  await before
  return images.sort((a, b) => a.anchor.row - b.anchor.row)
}

const headerRows = 1

type Feature = NonNullable<Options<Image['content']>['features']>[number]

function pictureColumn(words: SheetWords): number {
  return reviewColumns(words).findIndex(({ title }) => title === words.review.picture) + 1
}

function placed(picture: PngPicture, index: number, column: number): Image {
  return {
    content: Buffer.from(picture.png),
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
  const pictured = new Map(images.map((image) => [image.anchor.row, (image.height + 6) * pointsAPixel]))
  const header: Cell[] = model.columns.map(({ title, input }) => ({
    value: title,
    type: String,
    fontWeight: 'bold',
    wrap: true,
    alignVertical: 'center',
    backgroundColor: input === true ? '#fff2cc' : '#d9e2f3',
  }))
  const rows = model.rows.map((values, index) => {
    const height = rowHeight(values, model.columns, pictured.get(index + 1 + headerRows) ?? 0)
    return values.map((value, column) => ({ ...sheetCell(value, model.columns[column]), height }))
  })
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
const pointsALine = 15
/** A column's width is counted in figures; letters are narrower. */
const lettersAWidth = 1.15
/** Excel draws no taller row than 409 points. */
const tallestRow = 400

/** Programs do not agree on how tall a row of wrapped text is: it is as tall as its fullest cell or its picture. */
function rowHeight(values: readonly SheetValue[], columns: readonly SheetColumn[], picture: number): number {
  const lines = values.map((value, index) => {
    const { width, quiet } = columns[index] ?? { width: 10 }
    return typeof value === 'string' && quiet !== true ? linesOf(value, width) : 1
  })
  return Math.min(tallestRow, Math.max(picture, ...lines.map((count) => count * pointsALine)))
}

function linesOf(text: string, width: number): number {
  return text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / (width * lettersAWidth))), 0)
}

function sheetCell(value: SheetValue, column: SheetColumn | undefined) {
  const style = {
    wrap: column?.quiet !== true,
    alignVertical: 'top' as const,
    ...(column?.quiet === true ? { textColor: '#a6a6a6' } : {}),
  }
  // What is typed stays as it was typed: no date or number is made of it, and no formula
  if (column?.input === true)
    return { ...style, backgroundColor: '#fffbea', value: '', type: String, format: '@' }
  if (value === null || value === '') return style
  if (value instanceof Date) return { ...style, value, type: Date, format: 'dd/mm/yyyy' }
  if (typeof value === 'number')
    return {
      ...style,
      value,
      type: Number,
      ...(column?.format === undefined ? {} : { format: column.format }),
    }
  return { ...style, value: fitting(value), type: String, format: '@' }
}

/** Excel takes no more than so many characters in a cell, and no control characters. */
const longestText = 32_767

function fitting(text: string): string {
  return printableLines(text).slice(0, longestText)
}

/**
 * Every sheet can be filtered by every column, hides what is for programs only, and is printed no wider than its page.
 * (ECMA-376, 18.3.1.99: sheetPr comes first, autoFilter after sheetData.)
 */
function filtersAndPages(models: readonly SheetModel[]): Feature {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) => {
            const model = models[sheetIndex]
            if (model === undefined) return xml
            const range = `A1:${columnLetters(model.columns.length)}${model.rows.length + headerRows}`
            return xml
              .replace('<sheetViews>', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>')
              .replace(/<col min="(\d+)"/gu, (tag, at) =>
                model.columns[Number(at) - 1]?.quiet === true ? `${tag} hidden="1"` : tag,
              )
              .replace('</sheetData>', `</sheetData><autoFilter ref="${range}"/>`)
              .replace('<pageSetup ', '<pageSetup fitToWidth="1" fitToHeight="0" ')
          },
        },
      },
    },
  }
}

function columnLetters(count: number): string {
  return count <= 26 ? String.fromCharCode(64 + count) : `A${String.fromCharCode(64 + count - 26)}`
}
