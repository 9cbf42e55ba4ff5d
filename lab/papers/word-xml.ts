/** The few WordprocessingML elements that a plan needs, as text. */

export interface RunTraits {
  bold?: boolean
  italic?: boolean
  /** Half points. */
  size?: number
  font?: string
}

function escapeXml(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;')
}

export function run(text: string, traits: RunTraits = {}): string {
  const { bold = false, italic = false, size, font } = traits
  const properties = [
    font === undefined ? '' : `<w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:cs="${font}"/>`,
    bold ? '<w:b/>' : '',
    italic ? '<w:i/>' : '',
    size === undefined ? '' : `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`,
  ].join('')
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`
}

/** Numbers of three and more digits in the second typeface, as documents pasted together have it. */
export function mixedRuns(text: string, traits: RunTraits, second: string): string {
  return text
    .split(/(\d{3,}[\d/]*)/u)
    .filter((part) => part !== '')
    .map((part) => run(part, /^\d{3,}/u.test(part) ? { ...traits, font: second } : traits))
    .join('')
}

export function footnoteReference(id: number): string {
  return `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="${id}"/></w:r>`
}

export interface ParagraphTraits {
  align?: 'left' | 'center' | 'both'
  /** First line, in twips. */
  indent?: number
  /** Space before and after, in twips. */
  space?: number
}

export function paragraph(runs: string, traits: ParagraphTraits = {}, section = ''): string {
  const { align = 'left', indent = 0, space = 0 } = traits
  const properties = [
    `<w:spacing w:before="${space}" w:after="${space}"/>`,
    indent === 0 ? '' : `<w:ind w:firstLine="${indent}"/>`,
    `<w:jc w:val="${align}"/>`,
    section,
  ].join('')
  return `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`
}

export interface CellTraits {
  width: number
  span?: number
  merge?: 'none' | 'begin' | 'continue'
  middle?: boolean
}

export function cell(content: string, traits: CellTraits): string {
  const { width, span = 1, merge = 'none', middle = false } = traits
  const vertical = { none: '', begin: '<w:vMerge w:val="restart"/>', continue: '<w:vMerge/>' }[merge]
  const properties = [
    `<w:tcW w:w="${width}" w:type="dxa"/>`,
    span === 1 ? '' : `<w:gridSpan w:val="${span}"/>`,
    vertical,
    middle ? '<w:vAlign w:val="center"/>' : '',
  ].join('')
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content === '' ? '<w:p/>' : content}</w:tc>`
}

export function row(
  cells: string[],
  traits: { header?: boolean; whole?: boolean; height?: number } = {},
): string {
  const height =
    (traits.height ?? 0) === 0 ? '' : `<w:trHeight w:val="${traits.height ?? 0}" w:hRule="atLeast"/>`
  const marks = `${height}${traits.whole === true ? '<w:cantSplit/>' : ''}${traits.header === true ? '<w:tblHeader/>' : ''}`
  return `<w:tr>${marks === '' ? '' : `<w:trPr>${marks}</w:trPr>`}${cells.join('')}</w:tr>`
}

export function table(rows: string[], widths: number[], border: string | null, openSides = false): string {
  const all = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  const sides = openSides ? all.filter((side) => side !== 'left' && side !== 'right') : all
  const lines =
    border === null
      ? ''
      : `<w:tblBorders>${sides.map((side) => `<w:${side} w:val="${border}" w:sz="4" w:space="0" w:color="000000"/>`).join('')}</w:tblBorders>`
  const total = widths.reduce((sum, width) => sum + width, 0)
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')
  const margins =
    '<w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
  const properties = `<w:tblW w:w="${total}" w:type="dxa"/>${lines}<w:tblLayout w:type="fixed"/>${margins}`
  return `<w:tbl><w:tblPr>${properties}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`
}

/** Page format: A4, the page number centred at the top. */
export function section(landscape: boolean): string {
  const size = landscape
    ? '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    : '<w:pgSz w:w="11906" w:h="16838"/>'
  const margins =
    '<w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1418" w:header="567" w:footer="567" w:gutter="0"/>'
  return `<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:type w:val="nextPage"/>${size}${margins}</w:sectPr>`
}

/** Usable width between the margins, in twips. */
export function textWidth(landscape: boolean): number {
  return (landscape ? 16838 : 11906) - 851 - 1418
}
