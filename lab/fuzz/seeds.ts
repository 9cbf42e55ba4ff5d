import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { utils, write } from '@e965/xlsx'
import sharp from 'sharp'
import { packageRoot } from '../../pipelines/system/package-root.js'
import type { Format } from './formats.js'

const fixtures = join(packageRoot, 'fixtures')

/** The real files that a format's mutants are made of. Plain arrays: a part of a Buffer would be changed with the whole. */
export async function seedsOf(format: Format): Promise<Uint8Array[]> {
  return (await filesOf(format)).map((bytes) => new Uint8Array(bytes))
}

async function filesOf(format: Format): Promise<Uint8Array[]> {
  switch (format) {
    case 'md':
      return sources('source.md')
    case 'txt':
      return sources('source.txt').filter((bytes) => !isMisread(bytes))
    case 'ocr-text':
      return [...sources('source.txt').filter(isMisread), ...misread()]
    case 'html':
      return sources('source.md').map(htmlOf)
    case 'docx':
      return [...papers('.docx'), readFileSync(join(fixtures, 'word/libreoffice.docx'))]
    case 'xlsx':
      return [
        readFileSync(join(fixtures, 'word/workbook.xlsx')),
        ...sources('source.md').slice(0, 6).map(workbookOf),
      ]
    case 'pdf':
      return papers('.pdf')
    case 'scan':
      return scans(/\.pdf$/u)
    default:
      return pictures()
  }
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => join(folder, name))
}

function sources(name: string): Uint8Array[] {
  return filesBelow(fixtures)
    .filter((file) => file.endsWith(`/${name}`))
    .map((file) => readFileSync(file))
}

function papers(ending: string): Uint8Array[] {
  return filesBelow(join(fixtures, 'papers'))
    .filter((file) => file.endsWith(`source${ending}`))
    .map((file) => readFileSync(file))
}

function scans(name: RegExp): Uint8Array[] {
  return filesBelow(join(fixtures, 'papers/scans'))
    .filter((file) => name.test(file))
    .map((file) => readFileSync(file))
}

function isMisread(bytes: Uint8Array): boolean {
  return !/[ăđơưạ]/u.test(new TextDecoder().decode(bytes.subarray(0, 20_000)))
}

/** What recognition with the English model made of printed plans: the second column of the recorded pairs. */
function misread(): Uint8Array[] {
  return filesBelow(join(fixtures, 'repair'))
    .filter((file) => file.endsWith('.tsv'))
    .map((file) => {
      const lines = readFileSync(file, 'utf8').split('\n')
      return new TextEncoder().encode(lines.map((line) => line.split('\t').at(-1) ?? '').join('\n'))
    })
}

/** A Markdown plan as a web page: lines are paragraphs, rows are rows. */
function htmlOf(bytes: Uint8Array): Uint8Array {
  const blocks = blocksOf(bytes).map((block) =>
    typeof block === 'string'
      ? `<p>${block}</p>`
      : `<table>${block.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n')}</table>`,
  )
  return new TextEncoder().encode(`<html><body>${blocks.join('\n')}</body></html>`)
}

function workbookOf(bytes: Uint8Array): Uint8Array {
  const rows = blocksOf(bytes).flatMap((block) => (typeof block === 'string' ? [[block]] : block))
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'Phụ lục')
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }))
}

function blocksOf(bytes: Uint8Array): (string | string[][])[] {
  const blocks: (string | string[][])[] = []
  for (const line of new TextDecoder().decode(bytes).split('\n')) {
    const isRow = /^\s*\|.*\|\s*$/u.test(line)
    if (line.trim() === '' || /^[\s|:-]*$/u.test(line)) continue
    const last = blocks.at(-1)
    if (!isRow) blocks.push(line)
    else if (Array.isArray(last)) last.push(cellsOf(line))
    else blocks.push([cellsOf(line)])
  }
  return blocks
}

function cellsOf(line: string): string[] {
  return line
    .trim()
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim())
}

/** Corners of scanned pages, small enough that thousands are read. */
async function pictures(): Promise<Uint8Array[]> {
  const corner = { left: 100, top: 100, width: 500, height: 420 }
  const found = await Promise.all(
    scans(/\.(?:png|jpe?g|tiff)$/u).flatMap((bytes) => {
      const cut = () => sharp(bytes).extract(corner)
      return [cut().png(), cut().jpeg(), cut().tiff({ compression: 'lzw' })].map((image) => image.toBuffer())
    }),
  )
  return found
}
