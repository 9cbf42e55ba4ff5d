import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { lvl } from './docx-file.js'

/** How the codes of a plan's table count, as a list of Word: the levels, and the level of a printed code. */
export interface CodeList {
  levels: string
  levelOf(code: string): number | null
}

const depthOf = (code: string): number => code.split('.').filter((part) => part !== '').length - 1

/** '1.', '1.1', '1.1.1' */
export const decimalCodes: CodeList = {
  levels: lvl(0, 'decimal', '%1.') + lvl(1, 'decimal', '%1.%2') + lvl(2, 'decimal', '%1.%2.%3'),
  levelOf: (code) => (/^\d+(?:\.\d+)*\.?$/u.test(code) ? depthOf(code) : null),
}

/** 'I', '1' */
export const romanCodes: CodeList = {
  levels: lvl(0, 'upperRoman', '%1') + lvl(1, 'decimal', '%2'),
  levelOf: (code) => (/^[IVX]+$/u.test(code) ? 0 : /^\d+$/u.test(code) ? 1 : null),
}

/**
 * The same Word file as people leave it behind: codes that Word generates, bookmarks between rows, every third row in a
 * content control, a deleted word in every row. What is printed stays the same.
 */
export function harden(bytes: Uint8Array, codes: CodeList): Uint8Array {
  const parts = unzipSync(bytes)
  const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  let ordinal = 0
  const hardened = document.replace(/<w:tr>.*?<\/w:tr>/gsu, (row) => hardenRow(row, ordinal++, codes))
  const relations = strFromU8(parts['word/_rels/document.xml.rels'] ?? new Uint8Array())
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering'
  return zipSync({
    ...parts,
    'word/document.xml': strToU8(hardened),
    'word/_rels/document.xml.rels': strToU8(
      relations.replace(
        '</Relationships>',
        `<Relationship Id="list" Type="${type}" Target="numbering.xml"/></Relationships>`,
      ),
    ),
    'word/numbering.xml': strToU8(
      `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0">${codes.levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    ),
  })
}

const deletion = '<w:del w:id="9" w:author="a"><w:r><w:delText>đã bỏ</w:delText></w:r></w:del>'

function hardenRow(row: string, ordinal: number, codes: CodeList): string {
  const [cell = ''] = /<w:tc>.*?<\/w:tc>/su.exec(row) ?? []
  const code = [...cell.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/gu)]
    .map((match) => match[1])
    .join('')
    .trim()
  const level = codes.levelOf(code)
  const numbered = level === null ? cell : withNumber(cell, level)
  const changed = row.replace(cell, numbered).replace(/<\/w:p>(?!.*<\/w:p>)/su, `${deletion}</w:p>`)
  const marked = `<w:bookmarkStart w:id="${ordinal}" w:name="b${ordinal}"/>${changed}<w:bookmarkEnd w:id="${ordinal}"/>`
  return ordinal % 3 === 0 ? `<w:sdt><w:sdtPr/><w:sdtContent>${marked}</w:sdtContent></w:sdt>` : marked
}

/** The code's text goes, the paragraph becomes one of a list. */
function withNumber(cell: string, level: number): string {
  const numbering = `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`
  return cell
    .replace(/<w:r>.*<\/w:r>/su, '')
    .replace('<w:p>', '<w:p><w:pPr/>')
    .replace(/<w:pPr\/>\s*<w:pPr>/u, '<w:pPr>')
    .replace(/<w:pPr(?:\/>|>)/u, (start) =>
      start.endsWith('/>') ? `<w:pPr>${numbering}</w:pPr>` : `${start}${numbering}`,
    )
}
