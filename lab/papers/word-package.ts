import { footnoteReference, paragraph, run } from './word-xml.js'
import { zip } from './zip.js'

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const names = `xmlns:w="${word}" xmlns:r="${relations}"`
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** Content of the body, the footnotes' texts (ids count from 1) and the typeface → a .docx file. */
export function wordFile(body: string, footnotes: string[], font: string): Uint8Array {
  return zip({
    '[Content_Types].xml': contentTypes(),
    '_rels/.rels': relationships([['rId1', 'officeDocument', 'word/document.xml']]),
    'word/document.xml': `${head}<w:document ${names}><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': stylesOf(font),
    'word/header1.xml': pageNumberHeader(),
    'word/footnotes.xml': footnotesPart(footnotes),
    'word/_rels/document.xml.rels': relationships([
      ['rId1', 'styles', 'styles.xml'],
      ['rId2', 'footnotes', 'footnotes.xml'],
      ['rId3', 'header', 'header1.xml'],
    ]),
  })
}

function contentTypes(): string {
  const parts = [
    ['document', 'document.main'],
    ['styles', 'styles'],
    ['header1', 'header'],
    ['footnotes', 'footnotes'],
  ].map(([part, type]) => `<Override PartName="/word/${part}.xml" ContentType="${types}.${type}+xml"/>`)
  const defaults =
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
  return `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${defaults}${parts.join('')}</Types>`
}

function relationships(entries: [string, string, string][]): string {
  const items = entries.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`,
  )
  return `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`
}

function stylesOf(font: string): string {
  const fonts = `<w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:cs="${font}" w:eastAsia="${font}"/>`
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr>${fonts}<w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault></w:docDefaults>`
  const normal =
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
  return `${head}<w:styles ${names}>${defaults}${normal}</w:styles>`
}

function pageNumberHeader(): string {
  const field = ['begin', 'PAGE', 'end']
    .map((part) =>
      part === 'PAGE'
        ? '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        : `<w:r><w:fldChar w:fldCharType="${part}"/></w:r>`,
    )
    .join('')
  return `${head}<w:hdr ${names}>${paragraph(field, { align: 'center' })}</w:hdr>`
}

function footnotesPart(texts: string[]): string {
  const separators = [
    ['separator', -1],
    ['continuationSeparator', 0],
  ].map(
    ([type, id]) =>
      `<w:footnote w:type="${type}" w:id="${id}"><w:p><w:r><w:${type}/></w:r></w:p></w:footnote>`,
  )
  const notes = texts.map((text, index) => {
    const mark = footnoteReference(0).replace(/<w:footnoteReference[^>]*>/u, '<w:footnoteRef/>')
    return `<w:footnote w:id="${index + 1}">${paragraph(mark + run(` ${text}`, { size: 20 }), { align: 'both' })}</w:footnote>`
  })
  return `${head}<w:footnotes ${names}>${separators.join('')}${notes.join('')}</w:footnotes>`
}
