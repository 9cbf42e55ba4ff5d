import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { OpenRecogniser, Recogniser } from '../../schemas/recogniser.js'
import type { SourceFile } from '../../schemas/source.js'
import { extract, type ImagePage, type ReadPages } from '../../src/extract/index.js'
import { pageEngines } from '../engines/pages.js'
import { pictures } from '../engines/pictures.js'
import { type ImportOptions, sourceOf } from '../plan/import-plan.js'
import { recordedName, writing } from '../system/written-files.js'
import type { FoundDocument } from './find-documents.js'
import type { DocumentOptions } from './import-document.js'

/** Some pages of a document as an engine read them; one such object a line. */
interface RecordedPart {
  engine: string
  pages: [number, ImagePage][]
}

async function sourceFrom(document: FoundDocument): Promise<SourceFile> {
  return sourceOf(document.name, await readFile(document.path))
}

/**
 * The pages of a document that an import would have recognised. A document that cannot be read has none: its import
 * tells of that.
 */
export async function pagesToRecognise(document: FoundDocument, options: ImportOptions): Promise<number[]> {
  if (options.ocr === 'never') return []
  const source = await sourceFrom(document)
  try {
    const picture = await pictures.headOf(source.bytes, 0).catch(() => null)
    if (picture !== null && picture.pages > 1) return within(count(picture.pages), options.pages)
    const { value, issues } = await extract(source, { ...readingOnly(options), ocr: 'never' })
    if (options.ocr === 'always') return value.pages.flatMap(({ number }) => number ?? [])
    return issues.flatMap(({ code, at }) => (code === 'unreadable' ? (at?.page ?? []) : []))
  } catch {
    return []
  }
}

function count(pages: number): number[] {
  return Array.from({ length: pages }, (_, index) => index + 1)
}

function within(pages: number[], range: ImportOptions['pages']): number[] {
  return range === undefined ? pages : pages.filter((page) => page >= range.first && page <= range.last)
}

function readingOnly({ password, pages, limits }: ImportOptions) {
  return {
    ...(password === undefined ? {} : { password }),
    ...(pages === undefined ? {} : { pages }),
    ...(limits === undefined ? {} : { limits }),
    ...pageEngines(),
  }
}

/** Recognises the pages of the options and writes them to a file in `out`, whose path it returns. */
export async function recordPages(
  document: FoundDocument,
  options: Omit<DocumentOptions, 'recogniser'>,
  engine: OpenRecogniser,
): Promise<string> {
  const readPages: ReadPages = new Map()
  const { ocr } = options
  await extract(await sourceFrom(document), {
    ...readingOnly(options),
    ...(ocr === undefined ? {} : { ocr }),
    recogniser: engine,
    readPages,
  })
  const file = join(options.out ?? '.', recordedName)
  const part: RecordedPart = { engine: engine.engine, pages: [...readPages] }
  await writing(file, () => writeFile(file, `${JSON.stringify(part)}\n`))
  return file
}

/**
 * Pages from a file of recorded parts, and an engine for what is not there, so that the plan is the same whatever was
 * recorded. It bears the name of the engine that read the pages.
 */
export async function recordedPages(
  file: string,
  engine: OpenRecogniser,
): Promise<{ readPages: ReadPages; recogniser: Recogniser }> {
  const readPages: ReadPages = new Map()
  const engines = new Set<string>()
  for (const line of (await readFile(file, 'utf8')).split('\n').filter(Boolean)) {
    const part = JSON.parse(line) as RecordedPart
    // An engine that found blank pages only was never started, and does not know its full name.
    if (part.pages.some(([, page]) => !page.blank)) engines.add(part.engine)
    for (const [number, page] of part.pages) readPages.set(number, page)
  }
  let asked = false
  const recogniser: Recogniser = {
    get engine() {
      return [...(asked ? engines.add(engine.engine) : engines)].sort().join(' + ') || engine.engine
    },
    parallel: engine.parallel,
    recognise: (picture, mode, dpi) => {
      asked = true
      return engine.recognise(picture, mode, dpi)
    },
  }
  return { readPages, recogniser }
}
