import { afterAll, describe, expect, it } from 'vitest'
import { pageEngines } from '../../../pipelines/engines/pages.js'
import { importPlan } from '../../../pipelines/plan/import-plan.js'
import type { Block, Document, TableBlock } from '../../../schemas/document.js'
import type { OpenRecogniser } from '../../../schemas/recogniser.js'
import { extract } from '../../../src/extract/index.js'
import { written } from '../../../src/messages/index.js'
import type { Result } from '../../../src/result.js'
import { recorded, scan } from '../../support/recognised.js'

const open: OpenRecogniser[] = []
afterAll(() => Promise.all(open.map((engine) => engine.close())))

function engineFor(file: string): OpenRecogniser {
  const engine = recorded(file)
  open.push(engine)
  return engine
}

async function read(file: string, first = 1): Promise<Result<Document>> {
  const pages = { first, last: 99 }
  return extract(scan(file), { recogniser: engineFor(file), ...pageEngines(), pages })
}

function tableOf(blocks: readonly Block[] = []): TableBlock {
  const table = blocks.findLast((block) => block.kind === 'table')
  if (table === undefined) throw new Error('no table')
  return table
}

function column(table: TableBlock, index: number): string[] {
  return table.rows.map((row) => (row.cells[index]?.lines ?? []).map((line) => line.text).join(' '))
}

describe('a scanned plan', () => {
  it('gives its table with codes and scores, and says how it was read', async () => {
    const { value } = await read('gia-nghia-mild-200.pdf', 2)
    expect(value.route).toBe('pdf-ocr')
    expect(value.pages.map((page) => page.number)).toEqual([2, 3])
    expect(value.pages.map((page) => page.routeReason)).toEqual(Array(2).fill('no text layer: a scan'))
    expect(value.pages.map((page) => page.textQuality)).toEqual(['recognised', 'recognised'])
    const first = tableOf(value.pages[0]?.blocks)
    expect(column(first, 0)).toEqual(['STT', '1.', '1.1', '1.2', '1.3', '1.4', '1.5'])
    expect(column(first, 2).slice(1)).toEqual(['14', '2', '1', '2', '4', '1,5'])
    const second = tableOf(value.pages[1]?.blocks)
    expect(column(second, 0)).toEqual(['STT', '', '1.6', '1.7', '2.', '2.1', '2.2', '2.3', '2.4', '3.'])
    expect(column(second, 3).slice(2)).toEqual(['1,5', '2', '11', '3', '1,5', '4,5', '2', '14,49'])
    const least = first.rows.flatMap((row) => row.cells.map((cell) => cell.confidence))
    expect(Math.min(...least)).toBeLessThan(0.9)
  })

  it('gives criteria with their scores', async () => {
    const file = 'gia-nghia-mild-200.pdf'
    const plan = (await importPlan(scan(file), { recogniser: engineFor(file) })).value
    const criteria = plan.appendices.flatMap((appendix) => appendix.criteria)
    expect(criteria.map(({ code }) => code)).toEqual([
      '1',
      '1.1',
      '1.2',
      '1.3',
      '1.4',
      '1.5',
      '1.6',
      '1.7',
      '2',
      '2.1',
      '2.2',
      '2.3',
      '2.4',
      '3',
    ])
    expect(criteria.find(({ code }) => code === '3')?.scores).toEqual({
      max: 17,
      achieved: [{ year: 2023, value: 14.49 }],
      target: [{ year: 2024, value: 17 }],
    })
    expect(plan.header.number).toBe('52/KH-UBND')
    expect(plan.header.issuedOn).toBe('2024-03-20')
    const evidence = criteria.flatMap((criterion) => criterion.actions.flatMap((action) => action.evidence))
    expect(evidence.some(({ confidence }) => confidence < 0.9)).toBe(true)
  })

  it('keeps merged cells, and tells I from 1, under dust and noise', async () => {
    const { value } = await read('hung-yen-hard-200.pdf')
    const table = tableOf(value.pages[0]?.blocks)
    expect(column(table, 0).slice(0, 4)).toEqual(['STT', 'I', '1', '2'])
    expect(table.rows[3]?.cells[0]?.rowSpan).toBe(2)
    expect(table.rows[1]?.cells[1]?.colSpan).toBe(6)
  })

  it('that lies on its head is turned, and its places are those of the page as it lies', async () => {
    const { value } = await read('gia-nghia-upside-down-150.pdf')
    const table = tableOf(value.pages[0]?.blocks)
    expect(column(table, 0)[0]).toBe('STT')
    const [header, last] = [table.rows[0]?.at.bbox, table.rows.at(-1)?.at.bbox]
    expect(header?.[1]).toBeGreaterThan(last?.[1] ?? Number.POSITIVE_INFINITY)
  })
})

describe('a picture', () => {
  it('of a page with faint rules gives its table', async () => {
    const { value } = await read('ha-noi-faint-150.jpg')
    expect(value).toMatchObject({ route: 'image', mediaType: 'image/jpeg' })
    const table = tableOf(value.pages[0]?.blocks)
    expect(column(table, 0)[0]).toBe('Chỉ số Nội dung')
    expect(table.rows[1]?.cells.map((cell) => cell.lines.map((line) => line.text).join(' '))).toEqual([
      'Nhiệm vụ',
      'Thời gian',
      'Sản phẩm',
    ])
  })

  it('of several pages is read page by page', async () => {
    const { value } = await read('hai-phong-fax-200.tiff')
    expect(value.pages.map((page) => page.number)).toEqual([1, 2])
    const codes = value.pages.map((page) => column(tableOf(page.blocks), 0).slice(1, 5))
    expect(codes[0]).toEqual(['7', '7.1', '7.1.1', '7.1.2'])
    expect(codes[1]?.slice(0, 3)).toEqual(['', '7.2.2', '7.2.3'])
  })
})

describe('a page that cannot be recognised', () => {
  const broken: OpenRecogniser = {
    engine: 'an engine that does not start',
    parallel: 1,
    recognise: async () => ({ words: [], failure: 'its data is missing' }),
    close: async () => undefined,
  }

  it('is left empty, and an issue says why', async () => {
    const { value, issues } = await extract(scan('ha-noi-seals-150.png'), {
      recogniser: broken,
      ...pageEngines(),
    })
    expect(value.pages.map((page) => page.blocks)).toEqual([[]])
    expect(issues).toMatchObject([{ severity: 'error', code: 'unreadable', at: { page: 1 } }])
    expect(issues.map(written)[0]?.message).toContain('its data is missing')
  })

  it('because recognition is off says how to allow it', async () => {
    await expect(extract(scan('ha-noi-seals-150.png'), { recogniser: broken, ocr: 'never' })).rejects.toThrow(
      '--ocr auto',
    )
    const { issues } = await extract(scan('hung-yen-hard-200.pdf'), { recogniser: broken, ocr: 'never' })
    expect(issues.map((issue) => issue.code)).toEqual(['unreadable', 'unreadable'])
  })
})
