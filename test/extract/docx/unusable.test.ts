import { readFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { UnusableInputError } from '../../../src/errors.js'
import { readArchive } from '../../../src/extract/archive.js'
import { readDocx } from '../../../src/extract/docx/index.js'
import { oleKind, readOle } from '../../../src/extract/office/ole.js'
import type { Reader } from '../../../src/extract/reader.js'
import { written } from '../../../src/messages/index.js'
import {
  blocksOf,
  docxBytes,
  numbered,
  p,
  paragraphTexts,
  r,
  readWord,
  sourceOf,
} from '../../support/files/docx-file.js'

async function failure(reader: Reader, bytes: Uint8Array, file = 'ke-hoach.docx'): Promise<string> {
  try {
    await reader(sourceOf(bytes, file), {})
  } catch (error) {
    if (error instanceof UnusableInputError) return `${error.code} ${error.message}`
    throw error
  }
  throw new Error('it was read')
}

function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(`fixtures/word/${name}`))
}

/** An OLE container with one directory entry: nothing but what tells its kind. */
function oleBytes(stream: string): Uint8Array {
  const bytes = new Uint8Array(2048)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  bytes.set(new Uint8Array(Buffer.from(stream, 'utf16le')), 1024)
  bytes[1024 + 64] = stream.length * 2 + 2
  return bytes
}

const good = docxBytes({ body: p('KẾ HOẠCH') })

describe('a file that is no usable DOCX', () => {
  it('is refused where it is cut short or broken', async () => {
    const message =
      'damaged ke-hoach.docx: the Office file is damaged or cut short. Copy it again from its source, or open it in Word or Excel, which may mend it, and save it anew.'
    const body = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    expect(await failure(readDocx, good.subarray(0, good.length - 40))).toBe(message)
    expect(await failure(readDocx, good.subarray(0, 200))).toBe(message)
    expect(await failure(readDocx, zipSync({ 'word/document.xml': strToU8(`${body}<w:p><w:r>`) }))).toBe(
      message,
    )
    expect(await failure(readDocx, zipSync({ 'word/document.xml': new Uint8Array(0) }))).toBe(message)
    expect(await failure(readDocx, zipSync({ 'word/document.xml': strToU8('<x/>') }))).toBe(message)
  })

  it('is never read otherwise than it was written: one wrong bit is noticed or does no harm', async () => {
    const bytes = fixture('libreoffice.docx')
    const whole = JSON.stringify((await readDocx(sourceOf(bytes), {})).value)
    for (let index = 0; index < 120; index++) {
      const flipped = bytes.slice()
      const at = (index * 7919) % bytes.length
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (index % 8))
      const read = await readDocx(sourceOf(flipped), {}).then(
        ({ value, issues }) => (issues.length > 0 ? whole : JSON.stringify(value)),
        (error: unknown) => (error instanceof UnusableInputError ? whole : String(error)),
      )
      expect(read).toBe(whole)
    }
  })

  it('is refused where it is another kind of archive', async () => {
    const archive = (name: string): Uint8Array => zipSync({ [name]: strToU8('<a/>') })
    expect(await failure(readDocx, archive('anh/1.jpg'), 'a.docx')).toBe(
      'unsupported a.docx: this is a ZIP archive without an Office document. Unpack it and give the documents within.',
    )
    expect(await failure(readArchive, archive('content.xml'), 'a.docx')).toBe(
      'unsupported a.docx: this is an OpenDocument file. Save it as .docx or .xlsx.',
    )
    expect(await failure(readArchive, archive('ppt/presentation.xml'), 'a.zip')).toBe(
      'unsupported a.zip: this is a PowerPoint presentation. Save it as PDF.',
    )
  })

  it('is refused where it unfolds beyond the bounds, before it is unfolded', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(12_000_000) }, { level: 1 })
    expect(bomb.length).toBeLessThan(100_000)
    await expect(readDocx(sourceOf(bomb), { limits: { unpackedBytes: 10_000_000 } })).rejects.toMatchObject({
      code: 'too-large',
      message:
        'ke-hoach.docx: the Office file unpacks to too many bytes, above the limit of 10,000,000. Split the document, or raise the limit with --limit unpackedBytes=N if it is what it should be.',
    })
    await expect(readWord(p('x'.repeat(5000)), { limits: { unpackedBytes: 2000 } })).rejects.toMatchObject({
      code: 'too-large',
    })
    await expect(readWord(p('x'), { limits: { parts: 2 } })).rejects.toMatchObject({ code: 'too-large' })
  })

  it('does no harm by its XML: entities are not expanded, depth does not break the reader', async () => {
    const lol = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>'
    const bytes = zipSync({
      'word/document.xml': strToU8(
        `${lol}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`,
      ),
    })
    expect(await failure(readDocx, bytes)).toMatch(/^damaged/u)
    const deep = `${'<w:sdt><w:sdtContent>'.repeat(20_000)}${p('sâu')}${'</w:sdtContent></w:sdt>'.repeat(20_000)}`
    const read = await readWord(deep).then(
      ({ value }) => paragraphTexts(blocksOf(value)).join(),
      (error: unknown) => (error instanceof UnusableInputError ? error.code : String(error)),
    )
    expect(['sâu', 'damaged']).toContain(read)
  })
})

describe('a DOCX that lost a part', () => {
  it('is read, with what is missing', async () => {
    const body = `${p('x', numbered(1))}<w:p>${r('y')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`
    const { value, issues } = await readWord(body)
    expect(paragraphTexts(blocksOf(value))).toEqual(['x', 'y'])
    expect(issues.map((issue) => written(issue).message)).toEqual([
      '1 notes that the text refers to are not in the file.',
      '1 paragraphs are numbered by a list that the file does not define; their numbers are missing.',
    ])
  })
})

describe('an OLE container', () => {
  it('is refused with what it is and what to do', async () => {
    expect(await failure(readOle, fixture('encrypted.docx'), 'mat.docx')).toBe(
      'encrypted mat.docx: the document is protected by a password. Open it in Word or Excel, remove the password and save it anew.',
    )
    expect(await failure(readOle, fixture('encrypted.doc'), 'mat.doc')).toMatch(/^encrypted mat.doc:/u)
    expect(await failure(readOle, fixture('libreoffice.doc'), 'cu.doc')).toBe(
      'unsupported cu.doc: this is a Word document of the format before 2007 (.doc), which is read through LibreOffice. Install LibreOffice, or save the document as .docx.',
    )
    expect(await failure(readOle, oleBytes('Workbook'), 'cu.xls')).toBe(
      'unsupported cu.xls: this is an Excel workbook of the format before 2007 (.xls). Save it as .xlsx.',
    )
  })

  it('tells its kind by its streams', () => {
    expect(oleKind(fixture('libreoffice.doc'))).toBe('word')
    expect(oleKind(fixture('encrypted.doc'))).toBe('encrypted-word')
    expect(oleKind(fixture('encrypted.docx'))).toBe('encrypted-office')
    expect(oleKind(oleBytes('PowerPoint Document'))).toBe('powerpoint')
    expect(oleKind(oleBytes('__nameid_version1.0'))).toBe('other')
    expect(oleKind(new Uint8Array(3))).toBe('other')
  })
})

describe('a document of LibreOffice', () => {
  it('is read with its generated numbers, merges and header rows', async () => {
    const { value, issues } = await readDocx(sourceOf(fixture('libreoffice.docx')), {})
    expect(issues).toEqual([])
    expect(paragraphTexts(blocksOf(value)).slice(2, 6)).toEqual([
      'I. MỤC ĐÍCH, YÊU CẦU',
      '1. Nâng cao chất lượng phục vụ.',
      '2. Giao rõ trách nhiệm.',
      'II. TỔ CHỨC THỰC HIỆN',
    ])
    const [, table] = blocksOf(value).filter((block) => block.kind === 'table')
    expect(table).toMatchObject({ headerRows: 2 })
  })
})
