import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Block, Page, TableBlock } from '../../schemas/document.js'
import { loadLanguageModel } from '../../src/repair/index.js'
import { unweavePage } from '../../src/repair/unweave.js'

const root = join(import.meta.dirname, '..', '..')
const model = loadLanguageModel(readFileSync(join(root, 'models', 'syllables.lm')))

const text = `STT Tiêu chí Nhiệm vụ, giải pháp Cơ quan chủ trì Đơn vị thực hiện Thời gian thực hiện
I | Tham gia của người dân ở cơ sở
1 | Tri thức công | Tổ chức tuyên truyền các văn bản của thành phố về bầu cử | Sở Nội vụ | Ủy ban nhân | Thường
dân của người và các quy định có liên quan đến công tác bầu cử dân cấp huyện xuyên
dân trên địa bàn thành phố.
2 | Cơ hội tham gia | Giới thiệu các tổ chức chính trị, đoàn thể trên địa bàn dân | Sở Nội vụ | Ủy ban nhân | Thường
của người dân cư để người dân có nhu cầu đăng ký tham gia. dân cấp xã xuyên
3 | Chất lượng bầu | Tăng cường bồi dưỡng nghiệp vụ, hướng dẫn kiểm tra và giám | Sở Nội vụ | Ủy ban nhân | Thường
cử trưởng thôn sát việc triển khai thực hiện của Ủy ban nhân dân cấp xã. dân cấp huyện xuyên`

const blocks: Block[] = text.split('\n').map((line, index) => ({
  kind: 'paragraph',
  text: line,
  strong: 'none',
  strongLength: 0,
  footnote: null,
  at: { page: null, line: index + 1, bbox: null },
}))
const page: Page = { number: null, routeReason: null, blocks }

function table(): TableBlock {
  const found = unweavePage(page, model).blocks.find((block) => block.kind === 'table')
  if (found === undefined) throw new Error('no table')
  return found
}

const textsOf = (row: TableBlock['rows'][number] | undefined): string[] =>
  row?.cells.map((cell) => cell.lines.map((line) => line.text).join(' ')) ?? []

describe('unweavePage', () => {
  it('names the columns by the header', () => {
    expect(textsOf(table().rows[0])).toHaveLength(6)
  })

  it('keeps a domain whole', () => {
    expect(textsOf(table().rows[1])).toEqual(['I', 'Tham gia của người dân ở cơ sở'])
  })

  it('gives every column its running text', () => {
    expect(textsOf(table().rows[2])).toEqual([
      '1',
      'Tri thức công dân của người dân',
      'Tổ chức tuyên truyền các văn bản của thành phố về bầu cử và các quy định có liên quan đến công tác bầu cử trên địa bàn thành phố.',
      'Sở Nội vụ',
      'Ủy ban nhân dân cấp huyện',
      'Thường xuyên',
    ])
  })

  it('says where a cell stands and what the source line was', () => {
    const cell = table().rows[3]?.cells[2]
    expect(cell?.at.line).toBe(6)
    expect(cell?.lines[0]?.repaired?.repairs[0]?.method).toBe('unweave')
  })

  it('leaves a page without such a table alone', () => {
    const plainPage = { ...page, blocks: blocks.slice(2, 4) }
    expect(unweavePage(plainPage, model)).toEqual(plainPage)
  })
})

it("prose above the table stays, even where it names a header's words", () => {
  const prose: Block = {
    ...(blocks[0] as Block & { kind: 'paragraph' }),
    text: 'Tiêu chí, nhiệm vụ, giải pháp, cơ quan chủ trì, đơn vị thực hiện, thời gian thực hiện',
  }
  const after: Block = { ...(blocks[0] as Block & { kind: 'paragraph' }), text: 'Theo Phụ lục kèm theo.' }
  const read = unweavePage({ ...page, blocks: [prose, after, ...blocks] }, model)
  expect(read.blocks.map((block) => block.kind)).toEqual(['paragraph', 'paragraph', 'table'])
})
