export { type DoubtfulCell, doubtfulCells } from './doubtful-cells.js'
export {
  type ColumnType,
  type FlatTable,
  flatTables,
  planKey,
  type TableColumn,
  type TableName,
  tableNames,
  type Value,
} from './flat-model.js'
export { guardFormula, restoreText } from './plain-text.js'
export {
  criterionSheet,
  inputColumn,
  keyColumn,
  pictureColumn,
  planSheet,
  type ReviewRow,
  reviewColumns,
  reviewSheet,
  reviewValues,
  type SheetModel,
  type SheetValue,
  taskSheet,
  valueColumn,
} from './workbook-model.js'
