import { crc32 } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import sharp from 'sharp'
import { p, r } from './docx-file.js'

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
function pdf(objects: string[], catalogue = ''): Uint8Array {
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
