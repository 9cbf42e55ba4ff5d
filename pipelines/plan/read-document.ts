import type { Document } from '../../schemas/document.js'
import type { Recogniser } from '../../schemas/recogniser.js'
import type { SourceFile } from '../../schemas/source.js'
import { extract } from '../../src/extract/index.js'
import type { Result } from '../../src/result.js'
import { convertLegacyWord } from '../engines/legacy-word.js'
import { pageEngines } from '../engines/pages.js'
import { openRecognition } from '../engines/recognition.js'
import { withoutStrays } from '../system/stray-rejections.js'
import type { ReadOptions } from './options.js'

/**
 * What was read from a source of any format, before any interpretation. Legacy Word documents go through LibreOffice
 * where it is installed, and pages that are pictures through recognition. Throws UnusableInputError for a source that
 * cannot be read at all.
 */
export async function readDocument(source: SourceFile, options: ReadOptions = {}): Promise<Result<Document>> {
  return withoutStrays(() => readOpened(source, options))
}

async function readOpened(source: SourceFile, options: ReadOptions): Promise<Result<Document>> {
  const converted = await convertLegacyWord(source)
  const { password, ocr, pages, ocrEngine, limits, readPages } = options
  const own =
    options.recogniser === undefined
      ? openRecognition({ engine: ocrEngine, limit: limits?.recognition })
      : null
  try {
    const extracted = await extract(converted ?? source, {
      ...(password === undefined ? {} : { password }),
      ...(ocr === undefined ? {} : { ocr }),
      ...(pages === undefined ? {} : { pages }),
      ...(limits === undefined ? {} : { limits }),
      ...(readPages === undefined ? {} : { readPages }),
      recogniser: options.recogniser ?? (own as Recogniser),
      ...pageEngines(),
    })
    if (converted !== null) extracted.value.convertedFrom = 'application/msword'
    return extracted
  } finally {
    await own?.close()
  }
}
