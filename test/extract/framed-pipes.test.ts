import { describe, expect, it } from 'vitest'
import { fitRows } from '../../src/extract/text/row-fit.js'
import { importText } from '../support/import-text.js'

/** Rows as law portals leave them: a pipe on a line of its own before and behind every cell. */
const framed = (...rows: string[][]): string => rows.map((cells) => `|\n${cells.join('\n|\n')}\n|`).join('\n')

const header = ['**TT**', '**Nhiệm vụ**', '**Cơ quan chủ trì**', '**Cơ quan phối hợp**', '**Thời hạn**']
const letterhead = framed(
  [
    '**ỦY BAN NHÂN DÂN**\nTỈNH HẬU GIANG',
    '**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**\nĐộc lập - Tự do - Hạnh phúc',
  ],
  ['Số: 41/KH-UBND', '*Hậu Giang, ngày 12 tháng 11 năm 2025*'],
)
const closing = framed([
  'Nơi nhận:\n- Như trên;\n- Lưu: VT.',
  '**TM. ỦY BAN NHÂN DÂN**\nCHỦ TỊCH\nTrần Văn Mẫu',
])
const caption =
  '**PHỤ LỤC**\n\nDANH MỤC NHIỆM VỤ\n\n*(Kèm theo Kế hoạch số 41/KH-UBND ngày 12 tháng 11 năm 2025)*'
const planOf = (...rows: string[][]): string =>
  [
    letterhead,
    '**KẾ HOẠCH**',
    'Cải thiện dịch vụ công năm 2026',
    'I. MỤC ĐÍCH',
    'Nâng cao mức độ hài lòng.',
    closing,
    caption,
    framed(header, ...rows),
  ].join('\n\n')

const whole = [
  ['1', 'Rà soát quy định về dịch vụ', 'Sở Tư pháp', 'Sở Nội vụ', 'Quý I/2026'],
  ['2', 'Công khai thủ tục trên cổng', 'Văn phòng UBND tỉnh', 'Sở Nội vụ', 'Quý II/2026'],
  ['3', 'Tập huấn cán bộ một cửa', 'Sở Nội vụ', 'UBND cấp xã', 'Quý III/2026'],
  ['4', 'Số hóa hồ sơ lưu trữ', 'Sở Nội vụ', 'UBND cấp xã', 'Quý IV/2026'],
]

const deeds = async (text: string): Promise<(string | null)[][]> => {
  const plan = await importText(text, 'kế hoạch.md')
  return plan.appendices
    .flatMap(({ criteria }) => criteria)
    .flatMap(({ code, actions }) =>
      actions.map(({ task, lead, coordinating, deadline }) => [
        code,
        task.join(' '),
        lead?.text ?? null,
        coordinating?.text ?? null,
        deadline?.text ?? null,
      ]),
    )
}

describe('rows between lone pipes', () => {
  it('keep blank cells where two pipes meet', async () => {
    const rows = [
      ...whole,
      ['5', 'Khảo sát hài lòng', '', 'Sở Tư pháp', ''],
      ['6', 'Tổng kết', 'Sở Nội vụ', '', 'Năm 2026'],
    ]
    const found = await deeds(planOf(['**I**', '**Thể chế**'], ...rows))
    expect(found.slice(4)).toEqual([
      ['5', 'Khảo sát hài lòng', null, 'Sở Tư pháp', null],
      ['6', 'Tổng kết', 'Sở Nội vụ', null, 'Năm 2026'],
    ])
    expect(found).toHaveLength(6)
  })

  it('are placed under what hangs over from the row above', async () => {
    const found = await deeds(
      planOf(
        whole[0] ?? [],
        ['Lập danh mục quy định phải sửa', 'Thanh tra tỉnh', 'Sở Tài chính'],
        ...whole.slice(1),
      ),
    )
    expect(found[1]).toEqual([
      '1',
      'Lập danh mục quy định phải sửa',
      'Thanh tra tỉnh',
      'Sở Tài chính',
      'Quý I/2026',
    ])
  })

  it('are parted where no second pipe stands between two of them', async () => {
    const [first = [], second = [], ...rest] = whole
    const glued = `|\n${[...first, ...second].join('\n|\n')}\n|`
    const text = planOf(...rest).replace(framed(rest[0] ?? []), `${glued}\n${framed(rest[0] ?? [])}`)
    expect((await deeds(text)).map(([code]) => code)).toEqual(['1', '2', '3', '4'])
  })

  it('are read in a page whose text follows its pipes at once', async () => {
    const page = planOf(...whole).replace(/\n{2,}/gu, '\n')
    expect(await deeds(page)).toEqual(whole)
    const plan = await importText(page, 'trang.md')
    expect(plan.header).toMatchObject({
      number: '41/KH-UBND',
      issuedOn: '2025-11-12',
      signatory: { name: 'Trần Văn Mẫu' },
    })
    expect(plan.outline.map(({ label, title }) => [label, title])).toEqual([['I', 'MỤC ĐÍCH']])
  })
})

describe('the fit of rows', () => {
  it('gives a header of two levels its columns by what stands below', () => {
    const table = fitRows(
      ['TT', 'Tiêu chí', 'Điểm tối đa', 'Kết quả chấm', '', 'Tự chấm', 'Cấp trên chấm', '']
        .concat(
          ...['1', '2', '3', '4'].map((code) => [
            code,
            `Nội dung cần chấm điểm số ${code}, được viết ra đủ dài như một tiêu chí thật của bảng chấm`,
            '2',
            '1',
            '1,5',
            '',
          ]),
        )
        .slice(0, -1),
    )
    expect(table?.width).toBe(5)
    expect(table?.rows.slice(0, 2).map(({ columns, spans }) => [columns, spans])).toEqual([
      [
        [0, 1, 2, 3],
        [1, 1, 1, 2],
      ],
      [
        [3, 4],
        [1, 1],
      ],
    ])
  })
})
