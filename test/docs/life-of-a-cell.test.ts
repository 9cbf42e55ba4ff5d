import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { sourceOf } from '../../pipelines/plan/import-plan.js'
import { runStages } from '../../pipelines/plan/run-stages.js'
import { packageRoot } from '../../pipelines/system/package-root.js'

const text = `ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
HUYỆN SÔNG MÃ\tĐộc lập - Tự do - Hạnh phúc
Số: 45/KH-UBND\tSông Mã, ngày 12 tháng 3 năm 2024

KẾ HOẠCH
Cải cách hành chính năm 2024

PHỤ LỤC 1

STT\tTiêu chí\tNhiệm vụ\tThời hạn\tCơ quan chủ trì
1\tCông tác chỉ đạo
1.1\tKế hoạch cải cách hành chính\tRà soát tiến độ\tQuý ІV/2024\tPhòng Nội vụ
1.2\tTuyên truyền\tViết tin bài\tThường xuyên\tPhòng Văn hóa và Thông tin
`

const page = readFileSync(join(packageRoot, 'docs/ARCHITECTURE.md'), 'utf8')
const pieces = [...page.matchAll(/^```json (\w+)\n([\s\S]*?)^```$/gmu)].map(
  ([, stage = '', json = '']) => [stage, JSON.parse(json) as unknown] as const,
)
const documents = new Map<string, unknown>()

beforeAll(async () => {
  const source = sourceOf('song-ma.txt', new TextEncoder().encode(text))
  for await (const { stage, drafts } of runStages(source, {}))
    documents.set(stage.name, JSON.parse(JSON.stringify(drafts.map((draft) => stage.document(draft)))))
})

/** A document and everything in it. */
function allIn(node: unknown): unknown[] {
  return typeof node === 'object' && node !== null ? [node, ...Object.values(node).flatMap(allIn)] : []
}

describe('the life of one cell', () => {
  it.each(pieces)('in the document of %s', (stage, piece) => {
    expect(allIn(documents.get(stage))).toContainEqual(expect.objectContaining(loose(piece)))
  })

  it('is told of all stages that change it', () => {
    expect(pieces.map(([stage]) => stage)).toEqual([...documents.keys()].filter((name) => name !== 'columns'))
  })
})

/** Objects of the page hold some of the keys. */
function loose(piece: unknown): Record<string, unknown> {
  const inside = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(inside)
      : typeof value === 'object' && value !== null
        ? expect.objectContaining(loose(value))
        : value
  return Object.fromEntries(Object.entries(piece as object).map(([key, value]) => [key, inside(value)]))
}
