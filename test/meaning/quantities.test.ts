import { describe, expect, it } from 'vitest'
import type { Quantity } from '../../schemas/plan.js'
import { readQuantities } from '../../src/meaning/quantities/index.js'
import { growthOf } from '../support/growth.js'
import { readJson } from './reference.js'

/** Half, plan, text, and its quantities as 'comparator value [upper] unit', labelled by hand. */
type Label = [half: 'tune' | 'held', plan: string, text: string, quantities: string[]]
const labels = readJson('test', 'meaning', 'quantities.labels.json') as Label[]

/** A counted noun is right where its label begins what is counted; measures must be the same. */
function fits(label: string, { comparator, value, upper, unit, of }: Quantity): boolean {
  const [wanted, first, ...rest] = label.split(' ')
  const second = rest[0] !== undefined && /^\d/u.test(rest[0]) ? Number(rest.shift()) : null
  if (wanted !== comparator || Number(first) !== value || second !== upper) return false
  const noun = rest.join(' ').toLowerCase()
  if (noun === '') return unit === null
  return noun === '%' ? unit === '%' : `${unit ?? ''} ${of ?? ''}`.trim().toLowerCase().startsWith(noun)
}

function figures(half: Label[0]): { hits: number; read: number; labelled: number } {
  let [hits, read, labelled] = [0, 0, 0]
  for (const [, , text, wanted] of labels.filter((label) => label[0] === half)) {
    const left = [...wanted]
    const found = readQuantities(text)
    for (const quantity of found) {
      const index = left.findIndex((label) => fits(label, quantity))
      if (index >= 0) hits += left.splice(index, 1).length
    }
    read += found.length
    labelled += wanted.length
  }
  return { hits, read, labelled }
}

describe('the labelled sample', () => {
  it.each(['tune', 'held'] as const)('%s half: precision 0.98, recall 0.95', (half) => {
    const { hits, read, labelled } = figures(half)
    expect(labelled).toBeGreaterThan(100)
    expect(hits / read).toBeGreaterThanOrEqual(0.98)
    expect(hits / labelled).toBeGreaterThanOrEqual(0.95)
  })
})

/** '>= 90 %', 'range 70..100 %': one short line for every quantity. */
function read(text: string): string[] {
  return readQuantities(text).map(({ comparator, value, upper, unit }) =>
    [comparator, upper === null ? value : `${value}..${upper}`, unit ?? '·'].join(' '),
  )
}

describe('figures and what bounds them', () => {
  it.each<[string, string[]]>([
    ['Đạt từ 90% trở lên', ['>= 90 %']],
    ['Từ 70% - 100% số văn bản', ['range 70..100 %']],
    ['Giảm 10% so với năm 2021', ['decrease 10 %']],
    ['Nằm trong nhóm 20 tỉnh, thành phố dẫn đầu cả nước', ['rank 20 tỉnh']],
    ['Trả lời trên 5.000 cuộc điện thoại', ['>= 5000 cuộc']],
    ['Tăng 02 bậc so với năm 2022', ['increase 2 bậc']],
    ['Xếp thứ 5/63 tỉnh, thành phố', ['rank 5..63 tỉnh']],
    ['Phấn đấu xếp hạng từ thứ 4 trở lên trong 8 huyện, thành phố', ['rank 4..8 huyện']],
    ['Kết nối đến 20/20 xã, thị trấn', ['= 20..20 xã']],
    ['Báo cáo trước 15/12 hằng năm', []],
    ['Doanh thu gấp 2 lần năm trước', ['increase 2 lần']],
    ['Không quá 03 ngày làm việc', ['<= 3 ngày làm việc']],
    ['Cắt giảm thời gian giải quyết tối thiểu 0,5 ngày', ['decrease 0.5 ngày']],
    ['Nâng tỷ lệ hồ sơ trực tuyến lên 80%', ['= 80 %']],
    ['Đối thoại từ 2 đến 3 lần/năm', ['range 2..3 lần/năm']],
    ['Ty le ho so truc tuyen dat tu 65% tro len', ['>= 65 %']],
    ['Ít nhất hai mô hình', ['>= 2 mô hình']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

describe('numbers that state no quantity', () => {
  it.each([
    'Theo Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 và khoản 2 Điều 14',
    'Kế hoạch số 44/KH-UBND; Nghị quyết 18-NQ/TW; Thông tư 01/2018/TT-VPCP',
    '1) Thực hiện Đề án 06; 2. Báo cáo quý, 6 tháng, năm 2024',
    'Tài khoản định danh mức độ 2, dịch vụ công mức độ 3 và 4',
    'Áp dụng TCVN ISO 9001:2015, mạng 5G, tổng đài 1022 nhánh số 7',
    'Giai đoạn 2021 - 2025, tầm nhìn đến năm 2050',
    'Trước 17h00 ngày 15/12, lần thứ 2, kỳ họp thứ 5',
    'Chính quyền địa phương 02 cấp; trẻ em dưới 6 tuổi; “4 xin, 4 luôn”',
    'Cơ chế một cửa, một cửa liên thông; thông tin hai chiều',
  ])('%s', (text) => {
    expect(read(text)).toEqual([])
  })
})

describe('what is counted', () => {
  it.each<[string, string | null]>([
    ['100% số vấn đề phát hiện được xử lý', 'số vấn đề phát hiện'],
    ['Tỷ lệ hồ sơ trực tuyến đạt từ 65% trở lên', 'Tỷ lệ hồ sơ trực tuyến'],
    ['Thanh toán trực tuyến phí, lệ phí đạt 50%', 'Thanh toán trực tuyến phí, lệ phí'],
    ['02 hội nghị', null],
    ['27 làng nghề', null],
    ['60 mắt camera', 'mắt camera'],
  ])('%s', (text, of) => {
    expect(readQuantities(text).map((quantity) => quantity.of)).toEqual([of])
  })
})

describe('the printed text of a quantity', () => {
  it('holds its bounds, what is counted and what it is compared with', () => {
    expect(readQuantities('Phấn đấu giảm 10% so với năm 2021.')[0]?.text).toBe('giảm 10% so với năm 2021')
    expect(readQuantities('Đạt từ 95% kế hoạch trở lên')[0]?.text).toBe('Đạt từ 95% kế hoạch trở lên')
  })
})

describe('a long text', () => {
  it('takes digits without end for no number', () => {
    for (const digits of ['9'.repeat(400), '12345678901234567890', `1.${'234.'.repeat(200)}567`])
      expect(readQuantities(`Đạt ${digits}% trở lên`)).toEqual([])
    expect(readQuantities('Đạt 900.719.925.474 đồng trở lên')[0]?.value).toBe(900_719_925_474)
  })

  it('takes time in proportion to its length', async () => {
    const read = (times: number) => readQuantities('Đạt từ 90% trở lên số hồ sơ, '.repeat(times))
    expect(read(2000)).toHaveLength(2000)
    expect(await growthOf(read, 500)).toBeLessThan(9)
  })
})
