import { docxBytes, p, tbl, tc, tr } from '../support/files/docx-file.js'

/** The same plan with a table of five rows, for any style of codes, in any layout that a source may have. */

const header = ['STT', 'Nội dung', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Thời hạn']
const rows = [
  ['Công khai ngân sách', 'Niêm yết tại trụ sở xã', 'Sở Tài chính', 'Quý I/2024'],
  ['Tiếp dân định kỳ', 'Lập lịch tiếp dân', 'Thanh tra tỉnh', 'Quý II/2024'],
  ['Thủ tục đất đai', 'Rút ngắn thời gian', 'Sở TN và MT', 'Quý III/2024'],
  ['Dịch vụ công trực tuyến', 'Hướng dẫn người dân', 'Sở Nội vụ', 'Quý IV/2024'],
  ['Môi trường', 'Thu gom rác thải', 'Sở TN và MT', 'Quý IV/2024'],
]

/** Five codes that follow each other, in every style that plans print. */
export const styles: Record<string, string[]> = {
  arabic: ['1', '2', '3', '4', '5'],
  padded: ['01', '02', '03', '04', '05'],
  pointed: ['1.', '2.', '3.', '4.', '5.'],
  closed: ['1)', '2)', '3)', '4)', '5)'],
  bracketed: ['(1)', '(2)', '(3)', '(4)', '(5)'],
  dotted: ['1.1', '1.2', '1.3', '1.4', '1.5'],
  'dotted and pointed': ['1.1.1.', '1.1.2.', '1.1.3.', '1.1.4.', '1.1.5.'],
  'with commas': ['1,1', '1,2', '1,3', '1,4', '1,5'],
  'with dashes': ['1-1', '1-2', '1-3', '1-4', '1-5'],
  'lettered paths': ['1.1.a', '1.1.b', '1.1.c', '1.1.d', '1.1.đ'],
  'small letters': ['a)', 'b)', 'c)', 'd)', 'đ)'],
  'bracketed letters': ['(a)', '(b)', '(c)', '(d)', '(đ)'],
  capitals: ['A', 'B', 'C', 'D', 'Đ'],
  'capitals with numbers': ['A1', 'A2', 'A3', 'A4', 'A5'],
  'capitals with dots': ['A.1', 'A.2', 'A.3', 'A.4', 'A.5'],
  Roman: ['I', 'II', 'III', 'IV', 'V'],
  'Roman with points': ['I.', 'II.', 'III.', 'IV.', 'V.'],
  'Roman signs': ['Ⅰ', 'Ⅱ', 'Ⅲ', 'Ⅳ', 'Ⅴ'],
  'Roman with numbers': ['I.1', 'I.2', 'I.3', 'I.4', 'I.5'],
  prefixed: ['TC1', 'TC2', 'TC3', 'TC4', 'TC5'],
  'prefixed paths': ['TC 1.1', 'TC 1.2', 'TC 1.3', 'TC 1.4', 'TC 1.5'],
  'long prefixes': ['TCTP 1.3.1', 'TCTP 1.3.2', 'TCTP 1.3.3', 'TCTP 1.3.4', 'TCTP 1.3.5'],
  'prefixed words': ['Bước 1', 'Bước 2', 'Bước 3', 'Bước 4', 'Bước 5'],
}

const above = [
  'ỦY BAN NHÂN DÂN',
  'TỈNH CÀ MAU',
  'Số: 903/KH-UBND',
  'Cà Mau, ngày 10 tháng 01 năm 2024',
  'KẾ HOẠCH',
  'Nâng cao chỉ số PAPI năm 2024',
]
const caption = ['PHỤ LỤC 1', 'Phân công nhiệm vụ']

/** File name and bytes of the plan with these codes, by layout. */
export const layouts: Record<string, (codes: string[]) => [string, Uint8Array]> = {
  blanks: (codes) => plain('txt', aligned(tableOf(codes))),
  'blanks, rows apart': (codes) => plain('txt', aligned(tableOf(codes)).join('\n\n').split('\n')),
  tabs: (codes) =>
    plain(
      'txt',
      tableOf(codes).map((row) => row.join('\t')),
    ),
  pipes: (codes) => {
    const [first = '', ...others] = tableOf(codes).map(piped)
    return markdown([[first, '|---|---|---|---|---|', ...others].join('\n')])
  },
  'pipes without a rule': (codes) => markdown([tableOf(codes).map(piped).join('\n')]),
  grid: (codes) => {
    const rule = `+${widthsOf(tableOf(codes))
      .map((width) => '-'.repeat(width + 2))
      .join('+')}+`
    const lines = padded(tableOf(codes)).map((row) => piped(row))
    return markdown([[rule, ...lines.flatMap((line) => [line, rule])].join('\n')])
  },
  'cells on lines, framed': (codes) =>
    markdown([
      tableOf(codes)
        .map((row) => ['|', ...row.flatMap((cell) => [cell, '|'])].join('\n'))
        .join('\n'),
    ]),
  'cells on lines, counted': (codes) => {
    const [first = [], ...others] = tableOf(codes)
    const counted = (row: string[]): string => row.join('\n\n|\n\n')
    return markdown([counted(first), '---|---|---|---|---', ...others.map(counted)])
  },
  'cells closed by bars': (codes) => {
    const closed = (cells: string[]): string => cells.map((cell) => `${cell} |`).join('\n')
    const [issuer = '', province = '', number = '', date = '', ...title] = above
    const letterhead = closed([`${issuer}\n${province}`, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', number, date])
    return file('md', [letterhead, ...title, ...caption, tableOf(codes).map(closed).join('\n')].join('\n'))
  },
  HTML: (codes) => {
    const cells = tableOf(codes).map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
    const paragraphs = (lines: string[]): string => lines.map((line) => `<p>${line}</p>`).join('')
    return file(
      'html',
      `<html><body>${paragraphs(above)}${paragraphs(caption)}<table>${cells.join('')}</table></body></html>`,
    )
  },
  Word: (codes) => {
    const table = tbl(
      tableOf(codes).map((row) => tr(row.map((cell) => tc(cell)))),
      [900, 2400, 2400, 2000, 1600],
    )
    return [
      'plan.docx',
      docxBytes({ body: `${[...above, ...caption].map((line) => p(line)).join('')}${table}` }),
    ]
  },
}

function tableOf(codes: string[]): string[][] {
  return [header, ...rows.map((row, index) => [codes[index] ?? '', ...row])]
}

function widthsOf(table: string[][]): number[] {
  return header.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)))
}

function padded(table: string[][]): string[][] {
  const widths = widthsOf(table)
  return table.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)))
}

function aligned(table: string[][]): string[] {
  return padded(table).map((row) => row.join('   ').trimEnd())
}

function piped(row: string[]): string {
  return `| ${row.join(' | ')} |`
}

function plain(extension: string, table: string[]): [string, Uint8Array] {
  return file(extension, [...above, '', ...caption, '', ...table, ''].join('\n'))
}

function markdown(table: string[]): [string, Uint8Array] {
  return file('md', [...above, ...caption, ...table].join('\n\n'))
}

function file(extension: string, text: string): [string, Uint8Array] {
  return [`plan.${extension}`, new TextEncoder().encode(text)]
}
