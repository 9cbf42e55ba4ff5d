export { findColumns, readColumns } from './find-columns.js'
