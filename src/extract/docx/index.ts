import type { Block, Document } from '../../../schemas/document.js'
import type { SourceFile } from '../../../schemas/source.js'
import { UnusableInputError } from '../../errors.js'
import { ok, type Result } from '../../result.js'
import { readHtml } from '../html/html-reader.js'
import { damaged, foreignArchive, openPackage } from '../office/package.js'
import { type Element, wordChild } from '../office/xml.js'
import type { ExtractOptions } from '../reader.js'
import { missingLetters } from './census.js'
import { docxIssues, type Findings } from './issues.js'
import { readListDefinitions } from './list-definitions.js'
import { placeNotes } from './notes.js'
import { writeNumbers } from './numbering.js'
import { type Objects, takeObjects } from './objects.js'
import { readWordParts, type WordParts } from './parts.js'
import { acceptRevisions } from './revisions.js'
import { settleRuns } from './run-traits.js'
import { Styles } from './styles.js'
import { settleTables } from './tables.js'
import { liftTextBoxes } from './text-boxes.js'
import { toHtml } from './to-html.js'
import { unwrap } from './wrappers.js'

const docxMediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export type DocxOptions = ExtractOptions

/**
 * A DOCX → its document. The XML is made plain first (tracked changes accepted, generated numbers written out, tables
 * made regular, notes placed), then mammoth turns it into HTML, which is read like any other HTML.
 */
export async function readDocx(source: SourceFile, options: DocxOptions): Promise<Result<Document>> {
  const parts = openWordParts(source, options)
  const body = bodyOf(parts, source.file)
  const findings = makePlain(body, parts)
  const blocks = await readBlocks(parts, source.file)
  if (blocks.length === 0) throw withoutText(source.file, findings.objects)
  const issues = docxIssues(findings, missingLetters(body, blocks))
  return ok(
    {
      mediaType: docxMediaType,
      route: 'docx',
      convertedFrom: null,
      pages: [{ number: null, routeReason: null, textQuality: 'printed', blocks }],
    },
    issues,
  )
}

function openWordParts(source: SourceFile, options: DocxOptions): WordParts {
  const parts = openPackage(source.bytes, source.file, options.limits)
  let word: WordParts | null
  try {
    word = readWordParts(parts)
  } catch {
    throw damaged(source.file)
  }
  if (word === null) throw foreignArchive(source.file, parts)
  return word
}

function bodyOf(parts: WordParts, file: string): Element {
  const body = wordChild(parts.document.documentElement, 'body')
  if (body === null) throw damaged(file)
  return body
}

/** Does to the XML what mammoth leaves undone. The order matters: later steps rely on what earlier ones removed. */
function makePlain(body: Element, parts: WordParts): Findings {
  const styles = new Styles(parts.styles)
  const revisions = acceptRevisions(body)
  unwrap(body)
  liftTextBoxes(body)
  const objects = takeObjects(body)
  settleRuns(body, styles)
  settleTables(body)
  const missingNumbers = writeNumbers(body, styles, readListDefinitions(parts.numbering))
  const missingNotes = placeNotes(body, parts, (notes) => {
    acceptRevisions(notes)
    unwrap(notes)
    liftTextBoxes(notes)
    takeObjects(notes)
    settleRuns(notes, styles)
  })
  return { revisions, objects, missingNotes, missingNumbers }
}

async function readBlocks(parts: WordParts, file: string): Promise<Block[]> {
  try {
    return readHtml(await toHtml(parts.document, parts.styles), null)
  } catch {
    throw damaged(file)
  }
}

function withoutText(file: string, objects: Objects): UnusableInputError {
  return objects.pictures === 0
    ? new UnusableInputError('word-without-text', { file })
    : new UnusableInputError('word-of-pictures', { file })
}
