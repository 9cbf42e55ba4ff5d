import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadLanguageModel } from '../../src/repair/index.js'
import { special } from '../../src/repair/language-model.js'
import { chunksOf } from '../../src/repair/ocr-chunks.js'
import { findWovenTables } from '../../src/repair/unweave.js'
import type { GridCell } from '../../src/repair/unweave-grid.js'
import { lineText, type WovenLine, wovenTokens } from '../../src/repair/unweave-lines.js'
import type { WovenTable } from '../../src/repair/unweave-rows.js'

const root = join(import.meta.dirname, '..', '..')
const model = loadLanguageModel(readFileSync(join(root, 'models', 'syllables.lm')))

const text = `STT Tiêu chí Nhiệm vụ, giải pháp Cơ quan chủ trì Đơn vị thực hiện Thời gian thực hiện
I | Tham gia của người dân ở cơ sở
1 | Tri thức công | Tổ chức tuyên truyền các văn bản của thành phố về bầu cử | Sở Nội vụ | Ủy ban nhân | Thường
dân | và các quy định có liên quan đến công tác bầu cử dân cấp huyện xuyên
trên địa bàn thành phố.
2 | Cơ hội tham gia | Giới thiệu các tổ chức chính trị, đoàn thể trên địa bàn dân | Sở Nội vụ | Ủy ban nhân | Thường
của người dân cư để người dân có nhu cầu đăng ký tham gia. dân cấp xã xuyên
3 | Chất lượng bầu | Tăng cường bồi dưỡng nghiệp vụ, hướng dẫn kiểm tra và giám | Sở Nội vụ | Ủy ban nhân | Thường
cử trưởng thôn sát việc triển khai thực hiện của Ủy ban nhân dân cấp xã. dân cấp huyện xuyên
4 | Đóng góp tự | Niêm yết công khai các khoản đóng góp của người dân, báo
nguyện cáo kết quả sử dụng tại hội nghị thôn.`

/** Lines whose words were read without a doubt. */
function linesOf(source: string): WovenLine[] {
  return source.split('\n').map((line, index) => {
    const words = chunksOf(line)
      .filter(({ kind }) => kind === 'word' || kind === 'number')
      .map(({ text: word, start }) => ({
        ...{ text: word, start, end: start + word.length, confidence: 1 },
        id: model.ids.get(word.toLowerCase()) ?? special.unknown,
      }))
    const tokens = wovenTokens(line, words)
    return {
      page: null,
      number: index + 1,
      index,
      text: lineText(tokens),
      tokens,
      gap: 0,
      opensPage: index === 0,
    }
  })
}

function table(): WovenTable {
  const [found] = findWovenTables(linesOf(text), model)
  if (found === undefined) throw new Error('no table')
  return found
}

const textOf = (cell: GridCell | null): string =>
  cell?.pieces.flatMap(({ tokens }) => tokens.map((token) => token.text)).join(' ') ?? ''

describe('findWovenTables', () => {
  it('names the columns by the header', () => {
    expect(table().columns.map(({ role }) => role)).toEqual([
      ...['code', 'name', 'task', 'lead', 'implementing', 'deadline'],
    ])
  })

  it('keeps a domain whole', () => {
    expect(table().grid[0]?.wide).toBe(true)
    expect(table().grid[0]?.cells.map(textOf).slice(0, 2)).toEqual(['I', 'Tham gia của người dân ở cơ sở'])
  })

  it('gives every column its running text', () => {
    expect(table().grid[1]?.cells.map(textOf)).toEqual([
      '1',
      'Tri thức công dân',
      'Tổ chức tuyên truyền các văn bản của thành phố về bầu cử và các quy định có liên quan đến công tác bầu cử trên địa bàn thành phố.',
      'Sở Nội vụ',
      'Ủy ban nhân dân cấp huyện',
      'Thường xuyên',
    ])
  })

  it('lets a row without agencies and time share those above', () => {
    const [above, row] = table().grid.slice(3)
    expect(row?.cells.slice(3).map(textOf)).toEqual([
      'Sở Nội vụ',
      'Ủy ban nhân dân cấp huyện',
      'Thường xuyên',
    ])
    expect(row?.cells[3]).toBe(above?.cells[3])
    expect(textOf(row?.cells[2] ?? null)).toMatch(/^Niêm yết công khai .* hội nghị thôn\.$/u)
  })

  it('knows where a piece stands', () => {
    expect(table().grid[2]?.cells[2]?.pieces.map(({ line }) => line.number)).toEqual([6, 7])
  })

  it('sees no table where there is none', () => {
    expect(findWovenTables(linesOf(text.split('\n').slice(2, 4).join('\n')), model)).toEqual([])
  })
})

it("prose above the table is none of it, even where it names a header's words", () => {
  const prose = 'Tiêu chí, nhiệm vụ, giải pháp, cơ quan chủ trì, đơn vị thực hiện, thời gian thực hiện'
  const [found] = findWovenTables(linesOf(`${prose}\nTheo Phụ lục kèm theo.\n${text}`), model)
  expect(found?.first).toBe(2)
})
