import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compareCells, type ScanLine } from '../../lab/measure/repair/light-figures.js'
import { Document, type TextQuality } from '../../schemas/document.js'
import { LightReader } from '../../src/repair/decode/light-reader.js'
import { isScanned, loadLanguageModel, loadLightChannel, repairScans } from '../../src/repair/index.js'

const root = join(import.meta.dirname, '..', '..')
const model = loadLanguageModel(readFileSync(join(root, 'models', 'syllables.lm')))
const channel = loadLightChannel(readFileSync(join(root, 'models', 'ocr-vie.tsv'), 'utf8'))

const at = { page: 1, line: null, bbox: null }
const clean = 'Các cơ quan, đơn vị thuộc UBND thành phố và UBND các phường, xã'
const misread = 'Tố chức triến khai thực hiện các văn bản quy phạm pháp luật'

function scan(textQuality: TextQuality, confidence: number): Document {
  const cell = (text: string) => ({
    lines: [{ text, start: 'paragraph' as const }],
    ...{ rowSpan: 1, colSpan: 1, strong: false, confidence },
    at: { ...at },
  })
  const paragraph = {
    kind: 'paragraph' as const,
    text: `Mục đích: Nâng cao chất lượng phục vụ người dân,\ntố chức`,
    ...{ strong: 'none' as const, strongLength: 0, footnote: null },
    at,
  }
  const row = { at, cells: [cell(misread), cell(clean)] }
  const table = { kind: 'table' as const, rows: [row], headerRows: null, at }
  const pages = [{ number: 1, routeReason: null, textQuality, blocks: [paragraph, table] }]
  return Document.parse({ mediaType: 'application/pdf', route: 'pdf-mixed', convertedFrom: null, pages })
}

function textsOf(document: Document): string[] {
  return document.pages.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind === 'paragraph') return [block.text]
      return block.kind === 'table'
        ? block.rows.flatMap((row) => row.cells.map(({ lines }) => lines[0]?.text ?? ''))
        : []
    }),
  )
}

describe('the light pass over a document', () => {
  it('puts misreadings right and keeps beside them what was read', () => {
    const source = scan('recognised', 0.9)
    const { value } = repairScans(source, { model, channel })
    expect(textsOf(value)).toEqual([
      'Mục đích: Nâng cao chất lượng phục vụ người dân,\ntổ chức',
      'Tổ chức triển khai thực hiện các văn bản quy phạm pháp luật',
      clean,
    ])
    const table = value.pages[0]?.blocks[1]
    const line = table?.kind === 'table' ? table.rows[0]?.cells[0]?.lines[0] : undefined
    expect(line?.repaired?.raw).toBe(misread)
    expect(line?.repaired?.repairs.map(({ from, to, method }) => [from, to, method])).toEqual([
      ['Tố', 'Tổ', 'ocr'],
      ['triến', 'triển', 'ocr'],
    ])
    expect(() => Document.parse(value)).not.toThrow()
    expect(textsOf(source)).toContain(misread)
  })

  it.each(['printed', 'misrecognised'] as const)('leaves a %s page', (textQuality) => {
    const source = scan(textQuality, 0.9)
    expect(isScanned(source)).toBe(false)
    expect(repairScans(source, { model, channel })).toEqual({ value: source, issues: [] })
  })

  it('leaves exact cells, and pages that nobody had to recognise', () => {
    expect(textsOf(repairScans(scan('recognised', 1), { model, channel }).value)).toContain(misread)
    const [scanned, printed] = [scan('recognised', 0.9), scan('printed', 1)]
    const mixed = { ...scanned, pages: [...printed.pages, ...scanned.pages] }
    expect(isScanned(mixed)).toBe(true)
    const { pages } = repairScans(mixed, { model, channel }).value
    expect(pages[0]).toEqual(printed.pages[0])
    expect(pages[1]).not.toEqual(scanned.pages[0])
  })
})

describe('a scanned paper', () => {
  it('loses more than half of its errors and hardly a right word', () => {
    const path = join(root, 'fixtures', 'scanned-lines', 'gia-nghia-52-2024.jsonl')
    let first = 0
    const lines = readFileSync(path, 'utf8')
      .trim()
      .split('\n')
      .flatMap((page) => {
        const own = (JSON.parse(page).lines as ScanLine[]).map((line) => ({
          ...line,
          cell: first + line.cell,
        }))
        first = Math.max(...own.map(({ cell }) => cell)) + 1
        return own
      })
    const reader = new LightReader(model, channel)
    const read = lines.map(({ found, cell, confidences }, index) => ({
      text: found,
      starts: lines[index - 1]?.cell !== cell,
      words: confidences,
    }))
    const repaired = reader.read(read, reader.memoryOf([]))
    const figures = compareCells(lines, repaired, repaired)
    expect(figures.wrongBefore).toBeGreaterThan(60)
    expect(figures.wrongAfter).toBeLessThan(0.5 * figures.wrongBefore)
    expect(figures.broken).toBeLessThanOrEqual(0.0005 * figures.rightBefore)
    expect(figures.appliedRight).toBeGreaterThanOrEqual(0.98 * figures.applied)
    expect(figures.flagged).toBeLessThan(0.01 * figures.words)
  })
})
