import { unzipSync } from 'fflate'
import { Parser } from 'htmlparser2'
import { addLines, addRow, emptySource, nowhere, type RawSource } from '../raw-source.js'

type Parts = Record<string, Uint8Array>

/** The XML parts of an Office package by path. */
export function unpackParts(bytes: Uint8Array): Parts {
  return unzipSync(bytes, { filter: ({ name }) => /^(?:word|xl)\/.*\.xml$/u.test(name) })
}

interface Handler {
  open?(name: string, attributes: Record<string, string>): void
  read?(text: string): void
  close?(name: string): void
}

/** Runs over a part, element by element; names come without their prefix. */
function scan(part: Uint8Array | undefined, handler: Handler): void {
  if (part === undefined) return
  const parser = new Parser(
    {
      onopentag: (name, attributes) => handler.open?.(localName(name), attributes),
      ontext: (text) => handler.read?.(text),
      onclosetag: (name) => handler.close?.(localName(name)),
    },
    { xmlMode: true },
  )
  parser.end(new TextDecoder().decode(part))
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** Every text of a Word package: body, notes and boxes, without what tracked changes took out. */
export function readRawWord(parts: Parts): RawSource {
  const source = emptySource()
  for (const name of ['document', 'footnotes', 'endnotes'])
    scan(parts[`word/${name}.xml`], new WordText(source))
  return source
}

const leftOut = new Set(['del', 'moveFrom', 'Fallback', 'instrText', 'delText'])
const marks = new Set(['strike', 'dstrike', 'vanish'])

/** Paragraphs are lines, tables rows of cells; a table in a cell is text of that cell. */
class WordText implements Handler {
  private text = ''
  private cell = ''
  private row: string[] = []
  private depth = 0
  private skipped = 0
  private isHidden = false
  private inText = false

  constructor(private readonly source: RawSource) {}

  open(name: string, attributes: Record<string, string>): void {
    if (leftOut.has(name)) this.skipped++
    else if (name === 'tbl') this.depth++
    else if (name === 't') this.inText = true
    else if (name === 'r') this.isHidden = false
    else if (name === 'tab' || name === 'br') this.text += ' '
    else if (marks.has(name) && !['0', 'false', 'off'].includes(attributes['w:val'] ?? '')) this.mark(name)
  }

  private mark(name: string): void {
    if (this.skipped > 0) return
    if (name === 'vanish') {
      this.isHidden = true
      this.source.traits.hidden++
    } else this.source.traits.struckOut++
  }

  private get isShown(): boolean {
    return this.inText && this.skipped === 0 && !this.isHidden
  }

  read(text: string): void {
    if (this.isShown) this.text += text
  }

  close(name: string): void {
    if (leftOut.has(name)) this.skipped--
    else if (name === 't') this.inText = false
    else if (name === 'r') this.isHidden = false
    else if (name === 'p') this.endParagraph()
    else if (name === 'tc' && this.depth === 1) {
      this.row.push(this.cell.trim())
      this.cell = ''
    } else if (name === 'tr' && this.depth === 1) {
      addRow(this.source, this.row, nowhere)
      this.row = []
    } else if (name === 'tbl') this.depth--
  }

  private endParagraph(): void {
    if (this.depth > 0) this.cell += `${this.text}\n`
    else addLines(this.source, this.text, false, nowhere)
    this.text = ''
  }
}

/** Every cell of a workbook, sheet by sheet. */
export function readRawWorkbook(parts: Parts): RawSource {
  const source = emptySource()
  const shared: string[] = []
  scan(parts['xl/sharedStrings.xml'], {
    open: (name) => {
      if (name === 'si') shared.push('')
    },
    read: (text) => {
      shared[shared.length - 1] += text
    },
  })
  const sheets = Object.keys(parts).filter((name) => /^xl\/worksheets\/[^/]+\.xml$/u.test(name))
  for (const sheet of sheets.sort(bySheetNumber)) readSheet(source, parts[sheet], shared)
  return source
}

function bySheetNumber(a: string, b: string): number {
  return Number(/\d+/u.exec(a)?.[0] ?? 0) - Number(/\d+/u.exec(b)?.[0] ?? 0)
}

function readSheet(source: RawSource, part: Uint8Array | undefined, shared: readonly string[]): void {
  let row: string[] = []
  let [kind, value] = ['', '']
  let inValue = false
  scan(part, {
    open(name, attributes) {
      if (name === 'c') [kind, value] = [attributes.t ?? '', '']
      inValue = name === 'v' || (name === 't' && kind === 'inlineStr')
    },
    read(text) {
      if (inValue) value += text
    },
    close(name) {
      inValue = false
      if (name === 'c') row.push(kind === 's' ? (shared[Number(value)] ?? '') : value)
      if (name !== 'row') return
      addRow(source, row, nowhere)
      row = []
    },
  })
}
