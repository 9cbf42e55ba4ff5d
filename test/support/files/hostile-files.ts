import { crc32, deflateRawSync, deflateSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import sharp from 'sharp'
import { docxBytes, p, r } from './docx-file.js'

/** Hostile documents by name, made small: what they claim or unfold to is large. `server` must never be asked. */
export async function hostileFiles(server: string): Promise<Record<string, Uint8Array | string>> {
  const tags = [
    `<img src="${server}/a.png">`,
    `<script src="${server}/b.js"></script>`,
    `<link rel=stylesheet href="${server}/c.css">`,
  ]
  const active = `${tags.join('')}<script>while (true) {}</script><iframe src="${server}/d"></iframe>`
  return {
    'bomb.docx': bomb(),
    'lying-bomb.docx': lyingBomb(),
    'entities.docx': withEntities(
      `<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(100)}"><!ENTITY c "${'&b;'.repeat(100)}">`,
      '&c;',
    ),
    'foreign-entity.docx': withEntities(`<!ENTITY c SYSTEM "${server}/e.xml">`, '&c;'),
    'path-trick.docx': withPart('../../../evil.xml'),
    'overlapping.docx': overlapping(),
    ...tableBombs(),
    ...streamBombs(),
    'smooth.png': smoothPng(9000),
    'loop.pdf': pdf(['<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>']),
    'many-pages.pdf': pdf([
      `<< /Type /Pages /Kids [${'3 0 R '.repeat(10_000)}] /Count 10000 >>`,
      page('[0 0 595 842]'),
    ]),
    'huge-page.pdf': pdf(['<< /Type /Pages /Kids [3 0 R] /Count 1 >>', page('[0 0 99999999 99999999]')]),
    'actions.pdf': pdf(
      ['<< /Type /Pages /Kids [3 0 R] /Count 1 >>', page('[0 0 595 842]')],
      `/OpenAction << /S /URI /URI (${server}/f) >>`,
    ),
    'wide.png': await widePng(),
    'wide.jpg': await wideJpeg(),
    'wide.tiff': await wideTiff(),
    'deep.html': `<html>${'<div>'.repeat(100_000)}sâu`,
    'deep.md': `# Kế hoạch\n\n${'>'.repeat(100_000)} sâu`,
    'long-line.md': Buffer.alloc(50 * 1024 * 1024, 'a'),
    'active.html': `<html><body>${active}<p>KẾ HOẠCH</p><p>Cải cách năm 2024</p></body></html>`,
    'active.md': `# KẾ HOẠCH\n\n![x](${server}/g.png) [y](${server}/h)\n\n${active}\n\nCải cách năm 2024`,
  }
}

/** 120 MB of an Office file's main part in some 120 KB. */
function bomb(): Uint8Array {
  return zipSync({ 'word/document.xml': new Uint8Array(120_000_000) }, { level: 1 })
}

/** The same in small, with a directory that says it is of ten bytes. */
function lyingBomb(): Uint8Array {
  const bytes = zipSync({ 'word/document.xml': new Uint8Array(5_000_000) }, { level: 1 })
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at + 30 < bytes.length; at++) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true)
    if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, 10, true)
  }
  return bytes
}

function withEntities(declared: string, used: string): Uint8Array {
  const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const xml = `<?xml version="1.0"?><!DOCTYPE w [${declared}]><w:document xmlns:w="${namespace}"><w:body>${p(r(used))}</w:body></w:document>`
  return zipSync({ 'word/document.xml': strToU8(xml) })
}

function withPart(name: string): Uint8Array {
  return zipSync({ [name]: strToU8('<x/>'), 'word/document.xml': strToU8('<x/>') })
}

function page(box: string): string {
  return `<< /Type /Page /Parent 2 0 R /MediaBox ${box} >>`
}

/** A PDF of a catalogue and the objects from the second on. */
export function pdf(objects: string[], catalogue = ''): Uint8Array {
  let file = '%PDF-1.7\n'
  const all = [`<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`, ...objects]
  const entries = all.map((object, index) => {
    const entry = `${String(file.length).padStart(10, '0')} 00000 n \n`
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return entry
  })
  const table = `xref\n0 ${all.length + 1}\n0000000000 65535 f \n${entries.join('')}`
  const end = `trailer\n<< /Size ${all.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`
  return Buffer.from(file + table + end, 'latin1')
}

const side = 20_000

function picture() {
  return sharp({ create: { width: 8, height: 8, channels: 3, background: '#ffffff' } })
}

async function widePng(): Promise<Uint8Array> {
  const bytes = await picture().png().toBuffer()
  bytes.writeUInt32BE(side, 16)
  bytes.writeUInt32BE(side, 20)
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29)
  return bytes
}

async function wideJpeg(): Promise<Uint8Array> {
  const bytes = await picture().jpeg().toBuffer()
  const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]))
  bytes.writeUInt16BE(side, frame + 5)
  bytes.writeUInt16BE(side, frame + 7)
  return bytes
}

/** Width and height are the entries 256 and 257 of the directory. */
async function wideTiff(): Promise<Uint8Array> {
  const bytes = await picture().tiff({ compression: 'none' }).toBuffer()
  const directory = bytes.readUInt32LE(4)
  for (let index = 0; index < bytes.readUInt16LE(directory); index++) {
    const entry = directory + 2 + index * 12
    if (![256, 257].includes(bytes.readUInt16LE(entry))) continue
    bytes.writeUInt16LE(4, entry + 2)
    bytes.writeUInt32LE(side, entry + 8)
  }
  return bytes
}

/** Two thousand entries of a directory that are one and the same packed part of 20 MB. */
function overlapping(): Uint8Array {
  const unpacked = Buffer.alloc(20_000_000)
  const packed = deflateRawSync(unpacked)
  const sizes = Buffer.alloc(12)
  for (const [index, value] of [crc32(unpacked), packed.length, unpacked.length].entries())
    sizes.writeUInt32LE(value, index * 4)
  const local = Buffer.concat([
    Buffer.from('504b0304140000000800', 'hex'),
    Buffer.alloc(4),
    sizes,
    Buffer.from([5, 0, 0, 0]),
    Buffer.from('a.xml'),
  ])
  const names = ['word/document.xml', ...Array.from({ length: 2000 }, (_, index) => `word/${index}.xml`)]
  const entries = names.map((name) => {
    const head = Buffer.alloc(46)
    head.write('504b0102140014000000', 0, 'hex')
    head.writeUInt16LE(8, 10)
    sizes.copy(head, 16)
    head.writeUInt16LE(name.length, 28)
    return Buffer.concat([head, Buffer.from(name)])
  })
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(names.length, 8)
  end.writeUInt16LE(names.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(local.length + packed.length, 16)
  return Buffer.concat([local, packed, directory, end])
}

/** Tables, sheets and spans that are far larger than what is in them. */
function tableBombs(): Record<string, Uint8Array | string> {
  const cell = '<c r="A1" t="inlineStr"><is><t>KẾ HOẠCH</t></is></c>'
  const first = `<sheetData><row r="1">${cell}</row></sheetData>`
  const whole = '<mergeCell ref="A1:XFD1048576"/>'
  const width = `<w:tbl><w:tblGrid>${'<w:gridCol/>'.repeat(1_000_000)}</w:tblGrid><w:tr><w:tc>${p(r('a'))}</w:tc></w:tr></w:tbl>`
  const span = `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr>${p(r('KẾ HOẠCH'))}</w:tc></w:tr></w:tbl>`
  return {
    'dimension.xlsx': xlsx(`<dimension ref="A1:XFD1048576"/>${first}`),
    'last-cell.xlsx': xlsx(
      first.replace('</sheetData>', `<row r="1048576">${cell.replace('A1', 'XFD1048576')}</row></sheetData>`),
    ),
    'merges.xlsx': xlsx(`${first}<mergeCells>${whole.repeat(20_000)}</mergeCells>`),
    'rows.xlsx': xlsx(`<sheetData>${'<row/>'.repeat(1_048_576)}</sheetData>`),
    'strings.xlsx': xlsx(first, '<si><t>a</t></si>'.repeat(600_000)),
    'sheets.xlsx': xlsx(first, '', 20_000),
    'columns.docx': docxBytes({ body: width }),
    'span.docx': docxBytes({ body: span }),
    'span.html': '<table><tr><td colspan=1000000000 rowspan=1000000000>KẾ HOẠCH<td>2<tr><td>3</table>',
  }
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const sheetNames = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** A workbook of raw SpreadsheetML; all its sheets are one part. */
function xlsx(sheet: string, strings = '', sheets = 1): Uint8Array {
  const relations = (entries: [string, string][]): Uint8Array =>
    strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries.map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${office}/${type}" Target="${target}"/>`).join('')}</Relationships>`,
    )
  const named = Array.from(
    { length: sheets },
    (_, index) => `<sheet name="S${index}" sheetId="${index + 1}" r:id="rId1"/>`,
  )
  const types = ['workbook:sheet.main', 'worksheets/sheet1:worksheet', 'sharedStrings:sharedStrings'].map(
    (part) => {
      const [path, type] = part.split(':')
      return `<Override PartName="/xl/${path}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`
    },
  )
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${types.join('')}</Types>`,
    ),
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${sheetNames}" xmlns:r="${office}"><sheets>${named.join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': relations([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ]),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet xmlns="${sheetNames}">${sheet}</worksheet>`),
    'xl/sharedStrings.xml': strToU8(`<sst xmlns="${sheetNames}">${strings}</sst>`),
  })
}

/** Streams of a PDF that unfold to far more than they are; and a picture that claims to be larger than its bytes. */
function streamBombs(): Record<string, Uint8Array> {
  const tree = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'
  const drawn = page('[0 0 595 842]').replace(' >>', ' /Contents 4 0 R >>')
  const blanks = deflateSync(Buffer.alloc(60_000_000, ' '))
  return {
    'content.pdf': pdf([tree, drawn, stream('/Filter /FlateDecode', blanks)]),
    'twice.pdf': pdf([tree, drawn, stream('/Filter [/FlateDecode /FlateDecode]', deflateSync(blanks))]),
    'objects.pdf': pdf([tree, drawn, stream('/Type /ObjStm /N 9 /First 9 /Filter /FlateDecode', blanks)]),
    'forms.pdf': pdf([
      tree,
      drawn.replace(' >>', ' /Resources << /XObject << /X 5 0 R >> >> >>'),
      stream('', Buffer.from('/X Do')),
      ...nestedForms(),
    ]),
  }
}

/** Each of ten forms draws the next one ten times. */
function nestedForms(): string[] {
  return Array.from({ length: 12 }, (_, index) =>
    stream(
      `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X ${6 + index} 0 R >> >>`,
      Buffer.from('/X Do '.repeat(10)),
    ),
  )
}

function stream(dictionary: string, data: Uint8Array): string {
  return `<< ${dictionary} /Length ${data.length} >>\nstream\n${Buffer.from(data).toString('latin1')}\nendstream`
}

/** A whole picture of one shade: some tens of kilobytes. */
function smoothPng(length: number): Uint8Array {
  const chunk = (type: string, data: Uint8Array): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const around = Buffer.alloc(8)
    around.writeUInt32BE(data.length, 0)
    around.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(length, 0)
  head.writeUInt32BE(length, 4)
  head[8] = 8
  const rows = deflateSync(Buffer.alloc((length + 1) * length))
  const mark = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
  return Buffer.concat([mark, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}
