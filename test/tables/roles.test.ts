import { describe, expect, it } from 'vitest'
import { rows, tablesOf } from '../support/read.js'

const caption =
  'PHỤ LỤC\nNHIỆM VỤ\n(Kèm theo Kế hoạch số 15/KH-UBND ngày 12/02/2024 của UBND tỉnh Lào Cai)\n\n'

async function rolesOf(headers: string[], cells: string[]): Promise<string[]> {
  return (
    (
      await tablesOf(caption + rows(headers, ['1', ...cells], ['2', ...cells], ['3', ...cells]))
    )[0]?.columns.map((column) => column.role) ?? []
  )
}

const agency = 'Sở Nội vụ'

describe('the role of a column', () => {
  it.each([
    [
      [
        'TT',
        'Nội dung',
        'Cơ quan chủ trì',
        'Cơ quan phối hợp',
        'Thời gian hoàn thành',
        'Sản phẩm',
        'Ghi chú',
      ],
      ['Ban hành kế hoạch', agency, 'Các sở', 'Quý I', 'Kế hoạch', ''],
      ['code', 'task', 'lead', 'coordinating', 'deadline', 'deliverable', 'note'],
    ],
    [
      ['Số TT', 'TÊN TIÊU CHÍ', 'GIẢI PHÁP', 'ĐƠN VỊ THỰC HIỆN', 'LỘ TRÌNH'],
      ['Chỉ đạo', 'Tăng cường', agency, 'Năm 2024'],
      ['code', 'name', 'task', 'implementing', 'deadline'],
    ],
    [
      ['STT', 'Nhiệm vụ', 'Hoạt động', 'Kết quả/Sản phẩm', 'Chủ trì', 'Phối hợp', 'Tiến độ'],
      ['Xây dựng văn bản', 'Lập chương trình', 'Báo cáo', agency, 'Các sở', 'Quý I'],
      ['code', 'name', 'task', 'deliverable', 'lead', 'coordinating', 'deadline'],
    ],
    [
      [
        'TT',
        'Tiêu chí thành phần',
        'Điểm chuẩn',
        'Điểm đạt năm 2023',
        'Mục tiêu năm 2024',
        'Nhiệm vụ',
        'Đơn vị phụ trách',
        'Tài liệu kiểm chứng',
      ],
      ['Kế hoạch', '2', '1,5', '2', 'Ban hành sớm', agency, 'Kế hoạch'],
      ['code', 'name', 'maxScore', 'achievedScore', 'targetScore', 'task', 'lead', 'other'],
    ],
    [
      [
        'TT',
        'Lĩnh vực',
        'Nhiệm vụ',
        'Mục tiêu năm 2024',
        'Cơ quan, đơn vị chủ trì thực hiện',
        'Nguồn kinh phí',
      ],
      ['Thể chế', 'Ban hành', 'Đạt từ 90% trở lên', agency, 'Ngân sách'],
      ['code', 'name', 'task', 'requirement', 'lead', 'other'],
    ],
    [
      ['STT', 'Nội dung công việc', 'Cơ quan chủ trì', 'Cơ quan theo dõi, đôn đốc', 'Thời hạn'],
      ['Ban hành', agency, agency, 'Quý I'],
      ['code', 'task', 'lead', 'other', 'deadline'],
    ],
    [
      ['STT', 'Chỉ số nội dung', 'Cơ quan theo dõi, chủ trì', 'Lãnh đạo phụ trách'],
      ['Công khai, minh bạch', agency, 'Phó Chủ tịch'],
      ['code', 'name', 'lead', 'other'],
    ],
  ])('follows the meaning of the header: %j', async (headers, cells, roles) => {
    expect(await rolesOf(headers, cells)).toEqual(roles)
  })

  it('reads the leaf of a two-level header, and its group where the leaf is a year', async () => {
    const html = `<p>PHỤ LỤC</p><p>(Kèm theo Kế hoạch số 15/KH-UBND ngày 12/02/2024)</p><table>
      <tr><th rowspan="2">TT</th><th rowspan="2">Tiêu chí</th><th rowspan="2">Điểm tối đa</th><th colspan="2">Điểm đạt được</th><th rowspan="2">Cơ quan chủ trì</th></tr>
      <tr><th>Năm 2022</th><th>Năm 2023</th></tr>
      <tr><td>1</td><td>Chỉ đạo</td><td>10</td><td>9</td><td>9,5</td><td>Sở Nội vụ</td></tr>
      <tr><td>2</td><td>Thể chế</td><td>8</td><td>7</td><td>7,5</td><td>Sở Tư pháp</td></tr></table>`
    expect((await tablesOf(html))[0]?.columns).toMatchObject([
      { role: 'code' },
      { role: 'name' },
      { role: 'maxScore' },
      { role: 'achievedScore', years: [2022], header: 'Năm 2022' },
      { role: 'achievedScore', years: [2023] },
      { role: 'lead' },
    ])
  })

  it('takes a bare year beside a score column for its scores', async () => {
    const table = (
      await tablesOf(
        caption +
          rows(
            ['STT', 'Tiêu chí', 'Điểm tối đa', '2022', '2023', 'Mục tiêu'],
            ['1', 'Kế hoạch', '2', '1,5', '1,75', '2'],
            ['2', 'Kiểm tra', '3', '2', '2,5', '3'],
          ),
      )
    )[0]
    expect(table?.columns).toMatchObject([
      { role: 'code' },
      { role: 'name' },
      { role: 'maxScore', years: [] },
      { role: 'achievedScore', years: [2022] },
      { role: 'achievedScore', years: [2023] },
      { role: 'targetScore', years: [] },
    ])
  })

  // Recognition loses a lone 'TT'; of merged numbers few cells hold one.
  it('takes a first column of codes without a heading for the codes, however few they are', async () => {
    const table = (
      await tablesOf(
        caption +
          rows(
            ['', 'Chỉ số nội dung', 'Nội dung thành phần', 'Chủ trì'],
            ['1', 'Tham gia của người dân', 'Tri thức công dân', agency],
            ['', '', 'Cơ hội tham gia', agency],
            ['', '', 'Chất lượng bầu cử', agency],
            ['', '', 'Đóng góp tự nguyện', agency],
            ['2', 'Công khai, minh bạch', 'Tiếp cận thông tin', agency],
            ['', '', 'Công khai danh sách hộ nghèo', agency],
            ['', '', 'Công khai thu, chi', agency],
          ),
      )
    )[0]
    expect(table?.columns.map(({ role }) => role)).toEqual(['code', 'name', 'name', 'lead'])
  })

  it('reads headers of three rows', async () => {
    const html = `<p>PHỤ LỤC</p><p>(Kèm theo Kế hoạch số 15/KH-UBND ngày 12/02/2024)</p><table>
      <tr><td rowspan=3>STT</td><td rowspan=3>Tiêu chí</td><td colspan=3>Điểm</td><td rowspan=3>Nhiệm vụ</td><td colspan=2>Trách nhiệm</td></tr>
      <tr><td rowspan=2>Tối đa</td><td colspan=2>Năm</td><td rowspan=2>Chủ trì</td><td rowspan=2>Phối hợp</td></tr>
      <tr><td>2023 (đạt)</td><td>2024 (phấn đấu)</td></tr>
      <tr><td>1</td><td>Kế hoạch</td><td>2</td><td>1,5</td><td>2</td><td>Ban hành đúng hạn</td><td>Sở Nội vụ</td><td>Các sở</td></tr>
      <tr><td>2</td><td>Kiểm tra</td><td>3</td><td>2,5</td><td>3</td><td>Kiểm tra 30% đơn vị</td><td>Sở Nội vụ</td><td>Các sở</td></tr></table>`
    const table = (await tablesOf(html))[0]
    expect(table?.columns.map(({ role }) => role)).toEqual([
      'code',
      'name',
      'maxScore',
      'achievedScore',
      'targetScore',
      'task',
      'lead',
      'coordinating',
    ])
    expect(table?.columns.map(({ years }) => years)).toEqual([[], [], [], [2023], [2024], [], [], []])
    expect(table?.rows).toHaveLength(2)
  })
})
