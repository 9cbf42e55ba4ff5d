import type { Document } from '../../schemas/document.js'
import type { SourceFile } from '../../schemas/source.js'
import type { Result } from '../result.js'
import { readDocx } from './docx/index.js'
import { openPackage } from './office/package.js'
import { readXlsx, type XlsxOptions } from './xlsx/index.js'

/** A ZIP whose first bytes do not tell what it is: looked into, then read as what it holds, or refused with the reason. */
export async function readArchive(source: SourceFile, options: XlsxOptions): Promise<Result<Document>> {
  const parts = openPackage(source.bytes, source.file, options.limits)
  return parts.has('xl/workbook.xml') ? readXlsx(source, options) : readDocx(source, options)
}
