import { strToU8, zipSync } from 'fflate'
import type { Block, CellLine, Document, TableBlock } from '../../../schemas/document.js'
import type { SourceFile } from '../../../schemas/source.js'
import { type DocxOptions, readDocx } from '../../../src/extract/docx/index.js'

const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
].join(' ')

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The XML of a DOCX's parts; only the body must be given. */
export interface WordXml {
  body: string
  styles?: string
  numbering?: string
  footnotes?: string
  endnotes?: string
  settings?: string
}

const roots: Record<Exclude<keyof WordXml, 'body'>, string> = {
  styles: 'styles',
  numbering: 'numbering',
  footnotes: 'footnotes',
  endnotes: 'endnotes',
  settings: 'settings',
}

function xml(root: string, content: string): Uint8Array {
  return strToU8(`<?xml version="1.0" encoding="UTF-8"?><w:${root} ${namespaces}>${content}</w:${root}>`)
}

/** A DOCX of raw WordprocessingML, as small as Word accepts it. */
export function docxBytes(word: WordXml): Uint8Array {
  const parts = Object.entries(roots).flatMap(([name, root]) => {
    const content = word[name as keyof typeof roots]
    return content === undefined ? [] : [{ name, bytes: xml(root, content) }]
  })
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${type}.document.main+xml"/>${parts
        .map(({ name }) => `<Override PartName="/word/${name}.xml" ContentType="${type}.${name}+xml"/>`)
        .join('')}</Types>`,
    ),
    '_rels/.rels': strToU8(relations([['officeDocument', 'word/document.xml']])),
    'word/_rels/document.xml.rels': strToU8(relations(parts.map(({ name }) => [name, `${name}.xml`]))),
    'word/document.xml': xml('document', `<w:body>${word.body}</w:body>`),
    ...Object.fromEntries(parts.map(({ name, bytes }) => [`word/${name}.xml`, bytes])),
  })
}

function relations(targets: [string, string][]): string {
  const entries = targets
    .map(
      ([type, path], index) =>
        `<Relationship Id="r${index}" Type="${relationships}/${type}" Target="${path}"/>`,
    )
    .join('')
  return `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries}</Relationships>`
}

export function sourceOf(bytes: Uint8Array, file = 'ke-hoach.docx'): SourceFile {
  return { file, bytes, sha256: '0'.repeat(64) }
}

export async function readWord(word: WordXml | string, options: DocxOptions = {}) {
  return readDocx(sourceOf(docxBytes(typeof word === 'string' ? { body: word } : word)), options)
}

export async function wordBlocks(word: WordXml | string): Promise<Block[]> {
  return blocksOf((await readWord(word)).value)
}

export function blocksOf(document: Document): Block[] {
  return document.pages.flatMap((page) => page.blocks)
}

/** A paragraph: properties, then text or runs. */
export function p(content = '', properties = ''): string {
  const runs =
    content.startsWith('<w:') || content.startsWith('<mc:') || content.startsWith('<m:')
      ? content
      : r(content)
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content === '' ? '' : runs}</w:p>`
}

export function r(text: string, properties = ''): string {
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
}

/** A cell of paragraphs or of one text. */
export function tc(content = '', properties = ''): string {
  const inner = content.startsWith('<w:') ? content : p(content)
  return `<w:tc>${properties === '' ? '' : `<w:tcPr>${properties}</w:tcPr>`}${inner}</w:tc>`
}

export function tr(cells: string[], properties = ''): string {
  return `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${cells.join('')}</w:tr>`
}

export function tbl(rows: string[], grid: number[] = []): string {
  const columns = grid.map((width) => `<w:gridCol w:w="${width}"/>`).join('')
  return `<w:tbl><w:tblPr/><w:tblGrid>${columns}</w:tblGrid>${rows.join('')}</w:tbl>`
}

/** `numPr` of a paragraph. */
export function numbered(list: number, level = 0): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`
}

/** One level of a list definition. */
export function lvl(level: number, format: string, text: string, more = ''): string {
  return `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`
}

/** Texts of paragraphs and headings. */
export function paragraphTexts(blocks: Block[]): string[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph' || block.kind === 'heading' ? [block.text] : [],
  )
}

export function tablesIn(blocks: Block[]): TableBlock[] {
  return blocks.filter((block) => block.kind === 'table')
}

export function lineTexts(lines: CellLine[]): string {
  return lines.map((line) => line.text).join('|')
}

/** Rows of texts with spans: 'text', 'text ↓2' over two rows, 'text →3' over three columns. */
export function tableTexts(block: TableBlock | undefined): string[][] {
  return (block?.rows ?? []).map((row) =>
    row.cells.map((cell) => {
      const down = cell.rowSpan > 1 ? ` ↓${cell.rowSpan}` : ''
      const right = cell.colSpan > 1 ? ` →${cell.colSpan}` : ''
      return lineTexts(cell.lines) + down + right
    }),
  )
}
