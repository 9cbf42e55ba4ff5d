import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Recognition } from '../schemas/recognition.js'
import type { SourceFile } from '../schemas/source.js'
import { extract, type Recogniser } from '../src/extract/index.js'
import { type Engine, keyOf, recordingOf } from '../src/ocr/index.js'
import type { FoundDocument } from './find-documents.js'
import type { DocumentOptions } from './import-document.js'
import { type ImportOptions, sourceOf } from './import-plan.js'
import { pdfData } from './recognition.js'
import { writing } from './written-files.js'

/** What a recogniser answered, by the key of what it was asked; one such object a line. */
interface RecordedPages {
  engine: string
  answers: Record<string, Recognition>
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
    const tiff = await sharp(source.bytes)
      .metadata()
      .catch(() => null)
    if (tiff?.format === 'tiff') return within(count(tiff.pages ?? 1), options.pages)
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

function readingOnly({ password, pages }: ImportOptions) {
  return {
    ...(password === undefined ? {} : { password }),
    ...(pages === undefined ? {} : { pages }),
    pdfData: pdfData(),
  }
}

/** Reads the pages of the options with the engine and writes its answers to a file in `out`, whose path it returns. */
export async function recordPages(
  document: FoundDocument,
  options: Omit<DocumentOptions, 'recogniser'>,
  engine: Engine,
): Promise<string> {
  const recordings = new Map<string, Recognition>()
  const recogniser = recordingOf(engine, recordings)
  const { ocr } = options
  await extract(await sourceFrom(document), {
    ...readingOnly(options),
    ...(ocr === undefined ? {} : { ocr }),
    recogniser,
  })
  const file = join(options.out ?? '.', 'recordings.json')
  const recorded: RecordedPages = { engine: engine.engine, answers: Object.fromEntries(recordings) }
  await writing(file, () => writeFile(file, `${JSON.stringify(recorded)}\n`))
  return file
}

/**
 * Answers from a file of recordings, one recorded part a line; what is not there is asked of the engine, so that the
 * plan is the same whatever was recorded.
 */
export async function withRecordings(file: string, engine: Engine): Promise<Recogniser> {
  const answers = new Map<string, Recognition>()
  const engines = new Set<string>()
  for (const line of (await readFile(file, 'utf8')).split('\n').filter(Boolean)) {
    const recorded = JSON.parse(line) as RecordedPages
    const own = Object.entries(recorded.answers)
    // An engine that was asked nothing was never started, and does not know its full name.
    if (own.length > 0) engines.add(recorded.engine)
    for (const [key, answer] of own) answers.set(key, answer)
  }
  let asked = false
  return {
    get engine() {
      return [...(asked ? engines.add(engine.engine) : engines)].sort().join(' + ') || engine.engine
    },
    parallel: engine.parallel,
    recognise: async (picture, mode, dpi) => {
      const known = answers.get(await keyOf(picture, mode, dpi))
      if (known !== undefined) return known
      asked = true
      return engine.recognise(picture, mode, dpi)
    },
  }
}
