import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { LightReader } from '../../src/repair/decode/light-reader.js'
import { loadLanguageModel, loadLightChannel } from '../../src/repair/index.js'

const root = join(import.meta.dirname, '..', '..')
const model = loadLanguageModel(readFileSync(join(root, 'models', 'syllables.lm')))
const channel = loadLightChannel(readFileSync(join(root, 'models', 'ocr-vie.tsv'), 'utf8'))
const reader = new LightReader(model, channel)

/** Lines of one document, each a cell of its own. */
function read(...lines: string[]) {
  return reader.read(
    lines.map((text) => ({ text, starts: true })),
    reader.memoryOf([]),
  )
}

describe('what scans of plans were misread as', () => {
  test.each([
    ['Triển khai nội dung kiếm tra, xử lý văn bản QPPL', 'Triển khai nội dung kiểm tra, xử lý văn bản QPPL'],
    ['các văn bản sửa đổi, bố sung hoặc', 'các văn bản sửa đổi, bổ sung hoặc'],
    ['cá nhân, tố chức để kịp thời tuyên truyền', 'cá nhân, tổ chức để kịp thời tuyên truyền'],
    ['TRIẾN KINH TẾ - XÃ HỘI', 'TRIỂN KINH TẾ - XÃ HỘI'],
    ['nâng cao tỉnh thần trách nhiệm', 'nâng cao tinh thần trách nhiệm'],
    ['thúc đấy chuyển biến trong hoạt động', 'thúc đẩy chuyển biến trong hoạt động'],
    ['Tố chức triển khai Nghị định số 61/2018/ND-CP', 'Tổ chức triển khai Nghị định số 61/2018/NĐ-CP'],
    ['Hoàn thành trong Quý IH/2023', 'Hoàn thành trong Quý III/2023'],
  ])('%s', (found, printed) => {
    const [line] = read(found)
    expect(line?.text).toBe(printed)
    for (const repair of line?.repairs ?? []) {
      expect(repair.method).toBe('ocr')
      expect(repair.confidence).toBeGreaterThan(0.9)
    }
  })

  test('an abbreviation that the document uses again and again', () => {
    const often = 'Thực hiện công tác CCHC, báo cáo kết quả CCHC, Chỉ số CCHC của thành phố'
    const lines = read(...Array<string>(8).fill(often), 'Công tác chỉ đạo, điều hành CCHOC')
    expect(lines.at(-1)?.text).toBe('Công tác chỉ đạo, điều hành CCHC')
  })
})

describe('what stays', () => {
  test.each([
    'Ông Nguyễn Văn Tố, Phó Chủ tịch UBND tỉnh',
    'Hội Nông dân (HND) tỉnh, HĐND tỉnh, HĐND huyện, HĐND xã, HĐND các cấp',
    'Phụ lục III kèm theo Kế hoạch số 121/KH-UBND ngày 12/6/2023',
    'https://dichvucong.gov.vn, congbao@chinhphu.vn',
    'TCVN ISO 9001:2015',
    '2.4.1 3,2047 43.90/80',
    'b) Mục 2 Chương VII Luật Tổ chức chính quyền địa phương',
  ])('%s', (text) => {
    expect(read(text)).toMatchObject([{ text, repairs: [] }])
  })

  test('words that the engine is sure of', () => {
    const text = 'thu ngân sách hàng năm của huyện theo dự toán được tinh giao'
    const words = text.split(' ').map(() => 0.969)
    const [line] = reader.read([{ text, starts: true, words }], reader.memoryOf([]))
    expect(line).toMatchObject({ text, repairs: [] })
  })

  test('a doubtful word stays and names what it may be', () => {
    const text = 'Thông tín thành phố'
    const repairs = read(text).flatMap((line) => line.repairs)
    for (const repair of repairs.filter(({ from, to }) => from === to)) {
      expect(repair.confidence).toBe(0)
      expect(repair.alternatives.length).toBeGreaterThan(0)
    }
  })
})
