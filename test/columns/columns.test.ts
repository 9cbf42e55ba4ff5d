import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inOrderOfContents } from '../../src/columns/header/column-order.js'
import { findInterleavedTables } from '../../src/columns/interleaved-tables.js'
import { type InterleavedLine, lineText, lineTokens } from '../../src/columns/lines.js'
import { dropListedNames, findLostLabels } from '../../src/columns/rows/lost-labels.js'
import type { GridCell } from '../../src/columns/table/grid.js'
import type { InterleavedTable } from '../../src/columns/table/table-block.js'
import { special } from '../../src/language/model/language-model.js'
import { chunksOf } from '../../src/language/ocr-chunks.js'
import { loadLanguageModel } from '../../src/repair/index.js'

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
function linesOf(source: string): InterleavedLine[] {
  return source.split('\n').map((line, index) => {
    const words = chunksOf(line)
      .filter(({ kind }) => kind === 'word' || kind === 'number')
      .map(({ text: word, start }) => ({
        ...{ text: word, start, end: start + word.length, confidence: 1 },
        id: model.ids.get(word.toLowerCase()) ?? special.unknown,
      }))
    const tokens = lineTokens(line, words)
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

function table(): InterleavedTable {
  const [found] = findInterleavedTables(linesOf(text), model)
  if (found === undefined) throw new Error('no table')
  return found
}

const textOf = (cell: GridCell | null): string =>
  cell?.pieces.flatMap(({ tokens }) => tokens.map((token) => token.text)).join(' ') ?? ''

describe('findInterleavedTables', () => {
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
    expect(findInterleavedTables(linesOf(text.split('\n').slice(2, 4).join('\n')), model)).toEqual([])
  })
})

it("prose above the table is none of it, even where it names a header's words", () => {
  const prose = 'Tiêu chí, nhiệm vụ, giải pháp, cơ quan chủ trì, đơn vị thực hiện, thời gian thực hiện'
  const [found] = findInterleavedTables(linesOf(`${prose}\nTheo Phụ lục kèm theo.\n${text}`), model)
  expect(found?.first).toBe(2)
})

const header = 'STT Tiêu chí Nhiệm vụ, giải pháp Cơ quan chủ trì Đơn vị thực hiện Thời gian thực hiện'

function cellsOf(source: string): string[][] {
  const [found] = findInterleavedTables(linesOf(source), model)
  return found?.grid.map(({ cells }) => cells.map(textOf)) ?? []
}

describe('rows without a label', () => {
  it('begins a further action where agencies and a time begin beside it', () => {
    const actions = `${header}
1 | Tri thức công | a) Tổ chức tuyên truyền các văn bản của thành phố về bầu cử | Sở Nội vụ | Ủy ban nhân | Thường
dân | và các quy định có liên quan đến công tác bầu cử dân cấp huyện xuyên
b) Xây dựng kế hoạch đào tạo giáo viên của các trường tiểu học | Sở Giáo dục | Ủy ban nhân | Thường
trên địa bàn thành phố. và Đào tạo dân cấp xã xuyên
2 | Cơ hội tham gia | Giới thiệu các tổ chức chính trị, đoàn thể trên địa bàn dân | Sở Nội vụ | Ủy ban nhân | Thường
của người dân cư để người dân có nhu cầu đăng ký tham gia. dân cấp xã xuyên
3 | Chất lượng bầu | Tăng cường bồi dưỡng nghiệp vụ, hướng dẫn kiểm tra và giám | Sở Nội vụ | Ủy ban nhân | Thường
cử trưởng thôn sát việc triển khai thực hiện của Ủy ban nhân dân cấp xã. dân cấp huyện xuyên`
    const rows = cellsOf(actions)
    expect(rows.map(([label]) => label)).toEqual(['1', '', '2', '3'])
    expect(rows[1]?.slice(3)).toEqual(['Sở Giáo dục và Đào tạo', 'Ủy ban nhân dân cấp xã', 'Thường xuyên'])
  })
})

describe('findLostLabels', () => {
  it('finds the number that is passed over in a sign that is taken for it', () => {
    const lines = linesOf(`1 và các quy định có liên quan
công tác bầu cử
2 trên địa bàn thành phố
báo cáo kết quả
3 và triển khai thực hiện
A bảo trước về sự trễ hẹn
5 điều kiện thuận lợi`)
    const labels = new Map([
      [0, '1'],
      [2, '2'],
      [4, '3'],
      [6, '5'],
    ])
    findLostLabels(lines, labels)
    expect(labels.get(5)).toBe('4')
  })
})

describe('dropListedNames', () => {
  it('takes the numbers of a list in a name for no labels', () => {
    const rows = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((label) => `${label} | Dịch vụ | Thực hiện`)
    const lines = linesOf([...rows, '1. Dịch vụ | Thực hiện', '2. Dịch vụ | Tổ chức'].join('\n'))
    const labels = new Map(lines.map((line, index) => [index, (line.tokens[0]?.text ?? '').replace('.', '')]))
    const listed = dropListedNames(lines, labels)
    expect([...listed.begins]).toEqual([10])
    expect([...listed.items]).toEqual([10, 11])
    expect(labels.size).toBe(10)
  })
})

describe('inOrderOfContents', () => {
  it('puts times before the agencies where the lines have them there', () => {
    const columns = (['code', 'task', 'lead', 'deadline'] as const).map((role) => ({ role, header: role }))
    const lines = linesOf(
      ['1 | Xây dựng kế hoạch | Quý II | Sở Nội vụ', '2 | Tổ chức hội nghị | Năm 2023 | Sở Y tế']
        .concat('3 | Kiểm tra công tác | Quý I | Sở Tư pháp')
        .join('\n'),
    )
    expect(inOrderOfContents(columns, lines).map(({ role }) => role)).toEqual([
      'code',
      'task',
      'deadline',
      'lead',
    ])
  })
})
