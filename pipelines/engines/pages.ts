import { join, sep } from 'node:path'
import type { ExtractOptions } from '../../src/extract/index.js'
import { packageFolder } from '../system/package-root.js'
import { pictures } from './pictures.js'

/** What pages are read and painted with in Node.js: pictures, and the data that pdf.js brings along. */
export function pageEngines(): Required<Pick<ExtractOptions, 'pictures' | 'pdfData'>> {
  const folder = packageFolder('pdfjs-dist')
  // pdf.js takes addresses only: they end with a slash, also where paths have backslashes.
  const inside = (name: string): string => `${join(folder, name).split(sep).join('/')}/`
  const pdfData = { wasm: inside('wasm'), fonts: inside('standard_fonts'), characterMaps: inside('cmaps') }
  return { pictures, pdfData }
}
