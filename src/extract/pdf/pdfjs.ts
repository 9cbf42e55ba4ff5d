import { restoreBuiltIns } from './native-built-ins.js'
// In this order: what is to be restored is remembered before pdf.js is loaded, and its worker changes it once more.
import 'pdfjs-dist/legacy/build/pdf.mjs'
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'

restoreBuiltIns()

export { getDocument, OPS, type PDFDocumentProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
