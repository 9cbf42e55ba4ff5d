import { describe, expect, it } from 'vitest'
import { readCell } from '../../lab/measure/variants/cell-text.js'
import { type Transformation, type Variant, variantMaker } from '../../lab/measure/variants/index.js'
import { readSource, type TablePiece } from '../../lab/measure/variants/source-model.js'
import { pipeExpectation, pipeSource, tabExpectation, tabSource } from './sample.js'

const tabs = variantMaker(tabSource, tabExpectation)
const pipes = variantMaker(pipeSource, pipeExpectation)
const seeds = Array.from({ length: 40 }, (_, seed) => seed)

function textOf(variant: Variant): string {
  return new TextDecoder().decode(variant.bytes)
}

function tablesOf(text: string): TablePiece[] {
  return readSource(text).segments.filter((one): one is TablePiece => one.kind === 'table')
}

/** The words of every cell of a column, page by page, without marks. */
function wordsIn(pieces: readonly TablePiece[], column: number): string {
  const cells = pieces.flatMap((piece) => piece.rows.map((row) => row[column] ?? ''))
  return cells
    .join(' ')
    .replace(/<[^>]*>/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
}

function headingsOf(text: string): string[] {
  return tablesOf(text)[0]?.header[0] ?? []
}

function makeTabs(...chosen: Transformation[]) {
  return seeds.map((seed) => tabs.make(seed, chosen))
}

describe('the generator', () => {
  it('makes the same variant of the same seed, byte for byte', () => {
    for (const seed of seeds) expect(tabs.make(seed)).toEqual(tabs.make(seed))
  })

  it('makes many different variants', () => {
    const texts = new Set(seeds.map((seed) => textOf(tabs.make(seed))))
    expect(texts.size).toBeGreaterThan(35)
  })

  it('does of a source what can be done to it, each in its turn', () => {
    expect(tabs.transformations).not.toContain('to-tabs')
    expect(pipes.transformations).not.toContain('to-pipes')
    const turns = tabs.transformations.map((_, turn) => tabs.make(2 * turn).transformations)
    expect(turns).toEqual(tabs.transformations.map((one) => [one]))
  })

  it('combines what goes together', () => {
    for (const seed of seeds.filter((one) => one % 2 === 1)) {
      const { transformations } = tabs.make(seed)
      expect(transformations.length).toBeGreaterThanOrEqual(1)
      expect(transformations.filter((one) => one.startsWith('to-')).length).toBeLessThanOrEqual(1)
    }
  })

  it('leaves tables before the first caption alone', () => {
    for (const variant of makeTabs('reorder-columns', 'to-pipes'))
      expect(textOf(variant)).toContain('Tiêu chí\tNăm 2029\tNăm 2030')
  })
})

describe('columns', () => {
  it('reordered keep their cells; number, name and all rows stay', () => {
    for (const variant of makeTabs('reorder-columns')) {
      const order = headingsOf(textOf(variant))
      expect(order.slice(0, 2)).toEqual(headingsOf(tabSource).slice(0, 2))
      expect(order).not.toEqual(headingsOf(tabSource))
      for (const [column, heading] of headingsOf(tabSource).entries())
        expect(wordsIn(tablesOf(textOf(variant)), order.indexOf(heading))).toBe(
          wordsIn(tablesOf(tabSource), column),
        )
    }
  })

  it('under a spanning header stay under it, and the printed numbers stay in order', () => {
    const [piece] = tablesOf(textOf(pipes.make(3, ['reorder-columns'])))
    expect(piece?.header[0]?.[3]).toBe('Nhiệm vụ năm 2031')
    expect(piece?.header[1]?.slice(3).toSorted()).toEqual(['Nhiệm vụ', 'Sản phẩm', 'Thời gian'])
    expect(piece?.header[2]).toEqual(['(1)', '(2)', '(3)', '(4)', '(5)', '(6)'])
    expect(piece?.rows[0]?.[(piece.header[1] ?? []).indexOf('Thời gian')]).toBe('Quý I')
  })

  it('dropped are gone from every page, and named', () => {
    for (const variant of makeTabs('drop-column')) {
      const [{ header = '' } = {}] = variant.dropped
      expect(['Cơ quan phối hợp', 'Thời gian']).toContain(header)
      for (const piece of tablesOf(textOf(variant))) expect(piece.header[0]).not.toContain(header)
    }
  })

  it('added are filled only where there is work', () => {
    const texts = makeTabs('add-column').flatMap((variant) => {
      expect(variant.compare).not.toContain('columns')
      return tablesOf(textOf(variant)).flatMap((piece) => piece.rows.filter((row) => row[7] !== ''))
    })
    expect(texts.length).toBeGreaterThan(10)
    for (const row of texts) expect(row[0]).toMatch(/^\d\.\d$/)
  })
})

describe('headers', () => {
  it('are reworded on every page alike, and nothing else is', () => {
    for (const variant of makeTabs('rename-headers')) {
      const [first, second] = tablesOf(textOf(variant))
      expect(second?.header).toEqual(first?.header)
      expect(variant.renamed.length).toBeGreaterThan(0)
      for (const { header, to } of variant.renamed) {
        expect(first?.header[0]).toContain(to)
        expect(header).not.toBe(to)
      }
      expect(first?.rows).toEqual(tablesOf(tabSource)[0]?.rows)
    }
  })

  it('that a page break has cut are left as they are', () => {
    for (const seed of seeds) {
      const renamed = pipes.make(seed, ['rename-headers']).renamed.map((one) => one.header)
      expect(renamed).not.toContain('Nội dung thành phần')
    }
  })

  it('in capitals, and numbered', () => {
    const [piece] = tablesOf(textOf(tabs.make(1, ['upper-headers', 'number-headers'])))
    expect(piece?.header[0]?.[4]).toBe('CƠ QUAN CHỦ TRÌ')
    expect(piece?.header[1]).toEqual(['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)'])
  })
})

describe('page breaks', () => {
  it('between rows keep all rows', () => {
    for (const variant of makeTabs('break-between-rows')) {
      const pieces = tablesOf(textOf(variant))
      expect(pieces.length).toBeGreaterThan(2)
      expect(pieces.flatMap((piece) => piece.rows)).toEqual(
        tablesOf(tabSource).flatMap((piece) => piece.rows),
      )
    }
  })

  it('in a row leave every word in its column and its order', () => {
    for (const variant of makeTabs('break-in-row')) {
      const pieces = tablesOf(textOf(variant))
      for (const column of headingsOf(tabSource).keys())
        expect(wordsIn(pieces, column)).toBe(wordsIn(tablesOf(tabSource), column))
    }
  })

  it('in a row leave short cells whole above and blank below, and some sentence open', () => {
    for (const variant of makeTabs('break-in-row')) {
      const pieces = tablesOf(textOf(variant))
      const rest = pieces.map((piece) => piece.rows[0] ?? []).find((row) => row[0] === '')
      expect(rest?.filter((cell) => cell !== '').some((cell) => /^(?:<p>)?\p{Ll}/u.test(cell))).toBe(true)
      expect(rest?.[2]).toBe('')
    }
  })

  it('in a row never part a cell whose marks would break', () => {
    expect(readCell('1) <i>một</i> hai')).toBeNull()
    expect(readCell('<b>một hai</b>')?.open).toBe('<b>')
    expect(readCell('<p>một</p> <ul> <li>hai</li> <li>ba</li> </ul>')?.blocks.map((one) => one.kind)).toEqual(
      [...['paragraph', 'item', 'item']],
    )
  })
})

describe('layouts', () => {
  it('TABs to pipes keep every cell', () => {
    const pieces = tablesOf(textOf(tabs.make(1, ['to-pipes'])))
    expect(pieces.map((piece) => piece.layout)).toEqual(['pipe', 'pipe'])
    expect(pieces.map((piece) => piece.rows)).toEqual(tablesOf(tabSource).map((piece) => piece.rows))
  })

  it('pipes to TABs keep every cell, a printed pipe too', () => {
    const pieces = tablesOf(textOf(pipes.make(1, ['to-tabs'])))
    expect(pieces.map((piece) => piece.layout)).toEqual(['tab', 'tab'])
    expect(pieces[1]?.rows[0]?.[3]).toBe('Cập nhật | đăng tải')
  })

  it('lone pipes: one less than columns in a row, a rule under the header', () => {
    const lines = textOf(tabs.make(1, ['to-lone-pipes'])).split('\n')
    expect(lines.filter((line) => line.trim() === '|')).toHaveLength(8 * 6)
    expect(lines.filter((line) => line.startsWith('---|---'))).toHaveLength(2)
    expect(lines).toContain('**CHỈ ĐẠO, ĐIỀU HÀNH**')
    expect(lines.join('\n')).toContain('Tư pháp\n\n|\n\n|\n\nQuý IV/2031  \n  \n')
    expect(lines.join('\n')).toContain('Thường xuyên  \n  \n|\n\n|\n\n|\n\nBáo cáo kết quả')
    expect(lines).toContain(
      '\\- Rà soát các thủ tục đang áp dụng ở từng phòng chuyên môn, từng phường và xã trên địa bàn; ' +
        '- Công khai kết quả rà soát trên trang thông tin điện tử để người dân tra cứu.',
    )
  })
})

describe('bytes', () => {
  it('decomposed letters compose to the source again', () => {
    const text = textOf(tabs.make(1, ['nfd']))
    expect(text).not.toBe(tabSource)
    expect(text.normalize('NFC')).toBe(tabSource)
  })

  it('line ends, marks and encodings decode to the source again', () => {
    expect(textOf(tabs.make(1, ['crlf'])).replaceAll('\r\n', '\n')).toBe(tabSource)
    expect([...tabs.make(1, ['bom']).bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(textOf(tabs.make(1, ['bom']))).toBe(tabSource)
    expect(new TextDecoder('utf-16le').decode(tabs.make(1, ['utf16']).bytes)).toBe(tabSource)
  })
})

describe('names', () => {
  it('are exchanged everywhere, capitals too, and the header is not compared', () => {
    const variant = tabs.make(1, ['other-names'])
    const [{ from = '', to = '' } = {}] = variant.names
    const back = textOf(variant).replaceAll(to, from).replaceAll(to.toUpperCase(), from.toUpperCase())
    expect(textOf(variant)).not.toMatch(/sông bạc/iu)
    expect(back).toBe(tabSource)
    expect(variant.compare).not.toContain('header')
  })
})
