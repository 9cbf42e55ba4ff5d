export { type DoubtfulCell, doubtfulCells } from './doubtful-cells.js'
export { flatTables } from './flat-model.js'
export {
  type ColumnType,
  type ExportedPlan,
  type FlatTable,
  type TableColumn,
  type TableName,
  tableNames,
  type Value,
} from './flat-table.js'
export { guardFormula, restoreText } from './plain-text.js'
export { postgresInsert, postgresSchemaName, postgresTable, postgresTables } from './postgres-schema.js'
export {
  doubtOf,
  type ReviewRow,
  reviewColumns,
  reviewRow,
} from './review-sheet.js'
export type { SheetColumn, SheetModel, SheetValue } from './sheet.js'
export { type SheetLanguage, type SheetWords, sheetWords } from './sheet-words.js'
export {
  criterionColumns,
  criterionRows,
  planColumns,
  planRow,
  taskColumns,
  taskRows,
} from './workbook-model.js'
