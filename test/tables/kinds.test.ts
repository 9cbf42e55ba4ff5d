import { describe, expect, it } from 'vitest'
import { criteriaOf, rows, tablesOf } from '../support/read.js'

const caption =
  'PHỤ LỤC\nDANH MỤC\n(Ban hành kèm theo Kế hoạch số 31/KH-UBND ngày 05/3/2024 của UBND tỉnh Sơn La)\n\n'
const kindOf = async (...table: string[][]): Promise<string | undefined> =>
  (await tablesOf(caption + rows(...(table as [string[]]))))[0]?.kind

describe('the kind of a table', () => {
  it('is a list where procedures are listed, though somebody does them in some time', async () => {
    expect(
      await kindOf(
        ['STT', 'Tên thủ tục hành chính', 'Lĩnh vực', 'Cơ quan thực hiện'],
        ['1', 'Cấp giấy phép hoạt động thư viện', 'Văn hóa', 'Sở Văn hóa'],
        ['2', 'Cấp lại giấy phép lái xe', 'Giao thông', 'Sở Xây dựng'],
      ),
    ).toBe('list')
  })

  it('stays tasks where procedures are what the tasks are about', async () => {
    expect(
      await kindOf(
        ['STT', 'Nhiệm vụ', 'Tên thủ tục hành chính', 'Cơ quan chủ trì', 'Thời gian'],
        ['1', 'Rà soát, cắt giảm thời gian', 'Cấp giấy phép', 'Sở Tư pháp', 'Quý I/2024'],
        ['2', 'Công bố lại', 'Cấp lại giấy phép', 'Sở Tư pháp', 'Quý II/2024'],
      ),
    ).toBe('tasks')
  })

  it('is a process where the steps of a procedure are told', async () => {
    expect(
      await kindOf(
        ['Tên bước', 'Nội dung công việc', 'Đơn vị thực hiện', 'Thời gian thực hiện'],
        ['Bước 1', 'Tiếp nhận hồ sơ', 'Sở Nội vụ', '0,5 ngày'],
        ['Bước 2', 'Thẩm định hồ sơ', 'Sở Nội vụ', '2 ngày'],
      ),
    ).toBe('process')
  })

  it('is statistics where the unit is a unit of measure', async () => {
    expect(
      await kindOf(
        ['STT', 'Mã hiệu', 'Tên công tác', 'Đơn vị', 'Đơn giá'],
        ['1', '11.01', 'Thu gom chất thải', 'đồng/tấn', '120.000'],
        ['2', '11.02', 'Vận chuyển chất thải', 'đồng/km', '35.000'],
        ['3', '11.03', 'Xử lý chất thải', 'đồng/tấn', '90.000'],
      ),
    ).not.toBe('assignment')
  })

  it('is no schedule of tasks where only a time stands beside things', async () => {
    expect(
      await kindOf(
        ['TT', 'Dự án', 'Quy mô', 'Dự kiến thời gian vận hành'],
        ['1', 'Nhà máy nước', '2 tổ máy', '2027'],
        ['2', 'Trạm biến áp', '1 tổ máy', '2028'],
      ),
    ).not.toBe('tasks')
  })

  it('without a header needs codes and agencies or times', async () => {
    const figures = [
      ['1', 'Cao Lãnh', '12'],
      ['2', 'Hồng Ngự', '15'],
      ['3', 'Sa Đéc', '9'],
    ]
    expect(await kindOf(...figures)).not.toBe('scores')
  })
})

describe('targets', () => {
  it('that somebody answers for are an assignment, named by the targets', async () => {
    const text =
      caption +
      rows(
        ['TT', 'Chỉ tiêu', 'Chủ trì'],
        ['1', 'Tỷ lệ hồ sơ trực tuyến đạt 80%', 'Văn phòng UBND tỉnh'],
        ['2', 'Tỷ lệ số hóa đạt 90%', 'Sở Nội vụ'],
      )
    expect((await tablesOf(text))[0]?.kind).toBe('assignment')
    const [criteria = []] = await criteriaOf(text)
    expect(criteria.map(({ name, actions }) => [name, actions[0]?.lead?.text])).toEqual([
      ['Tỷ lệ hồ sơ trực tuyến đạt 80%', 'Văn phòng UBND tỉnh'],
      ['Tỷ lệ số hóa đạt 90%', 'Sở Nội vụ'],
    ])
  })
})

describe('labelled lines of the body', () => {
  const text = `KẾ HOẠCH

II. NỘI DUNG TRIỂN KHAI

1. Xây dựng văn bản hướng dẫn

- Soạn thảo, lấy ý kiến các xã.

*Bộ phận chủ trì: *Bộ phận Tư pháp.

*Bộ phận phối hợp: *Các ban, ngành phường.

*Thời gian thực hiện: *tháng 3 năm 2031.

- Phát hành văn bản.

*Bộ phận chủ trì: *Văn phòng UBND phường.

*Thời gian thực hiện: *Quý II năm 2031.

2. Tập huấn

- Cơ quan chủ trì: Sở Nội vụ.
- Thời gian: Quý III năm 2031.`

  it('are the tasks of their headings', async () => {
    const [criteria = []] = await criteriaOf(text)
    expect(
      criteria.map(({ code, name, actions }) => [
        code,
        name,
        actions.map(({ task, lead }) => [task, lead?.text]),
      ]),
    ).toEqual([
      [
        '1',
        'Xây dựng văn bản hướng dẫn',
        [
          [['Soạn thảo, lấy ý kiến các xã.'], 'Bộ phận Tư pháp.'],
          [['Phát hành văn bản.'], 'Văn phòng UBND phường.'],
        ],
      ],
      ['2', 'Tập huấn', [[[], 'Sở Nội vụ.']]],
    ])
    expect((await tablesOf(text))[0]).toMatchObject({ label: null, kind: 'tasks' })
  })

  it('are none where nobody is named', async () => {
    expect(
      await tablesOf('KẾ HOẠCH\n\n1. Mục đích\n\nThời gian: năm 2031.\n\nĐịa điểm: hội trường.'),
    ).toEqual([])
  })
})
