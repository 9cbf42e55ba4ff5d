import { describe, expect, it } from 'vitest'
import { criteriaOf, outlineOf, rows } from '../support/read.js'

const caption =
  'PHỤ LỤC\nPHÂN CÔNG NHIỆM VỤ\n(Kèm theo Kế hoạch số 15/KH-UBND ngày 12/02/2024 của UBND tỉnh Lào Cai)\n\n'
const header = ['TT', 'Nội dung', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời gian']
const cells = ['Rà soát văn bản', 'Sở Tư pháp', 'Các sở, ban, ngành', 'Quý II/2024']

describe('the hierarchy of codes', () => {
  it('hangs restarting arabic numbers under roman ones', async () => {
    const [criteria = []] = await criteriaOf(
      caption +
        rows(
          header,
          ['I', 'CẢI CÁCH THỂ CHẾ', '', '', '', ''],
          ['1', 'Văn bản', ...cells],
          ['2', 'Rà soát', ...cells],
          ['II', 'CẢI CÁCH TTHC', '', '', '', ''],
          ['1', 'Công khai', ...cells],
        ),
    )
    expect(outlineOf(criteria)).toEqual([
      'pl1/I domain 0',
      'pl1/I/1 item 1',
      'pl1/I/2 item 1',
      'pl1/II domain 0',
      'pl1/II/1 item 1',
    ])
  })

  it('nests A over I over 1 over a', async () => {
    const [criteria = []] = await criteriaOf(
      caption +
        rows(
          header,
          ['A', 'NHIỆM VỤ CHUNG', '', '', '', ''],
          ['I', 'Thể chế', '', '', '', ''],
          ['1', 'Văn bản', ...cells],
          ['a)', 'Phần một', ...cells],
          ['b)', 'Phần hai', ...cells],
          ['II', 'Thủ tục', '', '', '', ''],
          ['1', 'Công khai', ...cells],
          ['B', 'NHIỆM VỤ RIÊNG', '', '', '', ''],
          ['I', 'Tài chính', '', '', '', ''],
          ['1', 'Giải ngân', ...cells],
        ),
    )
    expect(criteria.map((criterion) => criterion.id)).toEqual([
      'pl1/A',
      'pl1/A/I',
      'pl1/A/I/1',
      'pl1/A/I/1/a',
      'pl1/A/I/1/b',
      'pl1/A/II',
      'pl1/A/II/1',
      'pl1/B',
      'pl1/B/I',
      'pl1/B/I/1',
    ])
  })

  it.each([
    ['I', 'I.1', 'I.2', 'II', 'II.1', 'III'],
    ['A', 'A.1', 'A.2', 'B', 'B.1', 'C'],
    ['I', '1.1', '1.2', 'II', '2.1', 'III'],
  ])('keeps %s, %s, %s, %s, %s, %s on two levels', async (...codes) => {
    const [criteria = []] = await criteriaOf(
      caption + rows(header, ...codes.map((code) => [code, `Tên ${code}`, ...cells])),
    )
    expect(criteria.map(({ code, level }) => [code, level])).toEqual(
      codes.map((code) => [code, code.includes('.') ? 2 : 1]),
    )
  })

  it('takes the nearest printed ancestor where a level is left out', async () => {
    const [criteria = []] = await criteriaOf(
      caption +
        rows(
          header,
          ['3', 'CẢI CÁCH TTHC', '', '', '', ''],
          ['3.1.4', 'Một', ...cells],
          ['3.2.2', 'Hai', ...cells],
        ),
    )
    expect(criteria.map(({ id, parent, level }) => ({ id, parent, level }))).toEqual([
      { id: 'pl1/3', parent: null, level: 1 },
      { id: 'pl1/3.1.4', parent: 'pl1/3', level: 2 },
      { id: 'pl1/3.2.2', parent: 'pl1/3', level: 2 },
    ])
  })

  it('keeps items of a flat list at level 1', async () => {
    const [criteria = []] = await criteriaOf(
      caption +
        rows(header, ['1', 'Văn bản', ...cells], ['2', 'Rà soát', ...cells], ['3', 'Kiểm tra', ...cells]),
    )
    expect(outlineOf(criteria)).toEqual(['pl1/1 item 1', 'pl1/2 item 1', 'pl1/3 item 1'])
  })

  it('gives a row with neither code nor name to the criterion above as a further action', async () => {
    const [criteria = []] = await criteriaOf(
      caption +
        rows(
          header,
          ['1', 'Văn bản', ...cells],
          ['', '', 'Tổ chức tập huấn', 'Sở Nội vụ', 'Các sở, ban, ngành', 'Quý IV/2024'],
          ['2', 'Rà soát', ...cells],
        ),
    )
    expect(outlineOf(criteria)).toEqual(['pl1/1 item 2', 'pl1/2 item 1'])
    expect(criteria[0]?.actions[1]?.task).toEqual(['Tổ chức tập huấn'])
  })

  it('marks a duplicate, and reads a code with a comma', async () => {
    const [criteria = []] = await criteriaOf(
      caption +
        rows(
          header,
          ['7', 'CHÍNH QUYỀN SỐ', '', '', '', ''],
          ['7,1', 'Một', ...cells],
          ['7.1', 'Hai', ...cells],
        ),
    )
    expect(criteria.map(({ id, code, codePrinted }) => [id, code, codePrinted])).toEqual([
      ['pl1/7', '7', '7'],
      ['pl1/7.1', '7.1', '7,1'],
      ['pl1/7.1#2', '7.1', '7.1'],
    ])
  })

  it('infers a code that its neighbours fix', async () => {
    const [criteria = []] = await criteriaOf(
      caption +
        rows(
          header,
          ['1', 'CHỈ ĐẠO', '', '', '', ''],
          ['1.1', 'Một', ...cells],
          ['', 'Hai', ...cells],
          ['1.3', 'Ba', ...cells],
        ),
    )
    expect(criteria.map(({ code, codePrinted }) => [code, codePrinted])).toEqual([
      ['1', '1'],
      ['1.1', '1.1'],
      ['1.2', null],
      ['1.3', '1.3'],
    ])
  })

  it('reads headings without a code as groups over restarting numbers', async () => {
    const [criteria = []] = await criteriaOf(
      caption +
        rows(
          header,
          ['', 'CẢI CÁCH THỂ CHẾ', '', '', '', ''],
          ['1', 'Văn bản', ...cells],
          ['', 'CẢI CÁCH TTHC', '', '', '', ''],
          ['1', 'Công khai', ...cells],
        ),
    )
    expect(outlineOf(criteria)).toEqual([
      'pl1/~1 domain 0',
      'pl1/~1/1 item 1',
      'pl1/~2 domain 0',
      'pl1/~2/1 item 1',
    ])
  })

  it('takes the text after the number for the task where no other column holds one', async () => {
    const [criteria = []] = await criteriaOf(
      caption +
        rows(
          ['TT', 'Nội dung công việc', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Thời hạn hoàn thành'],
          ['I', 'Về thể chế', '', '', ''],
          ['1', 'Xây dựng kế hoạch kiểm tra', 'Sở Tư pháp', 'Sở Nội vụ', 'Tháng 3/2024'],
        ),
    )
    expect(criteria.map(({ id, name, actions }) => [id, name, actions[0]?.task])).toEqual([
      ['pl1/I', 'Về thể chế', undefined],
      ['pl1/I/1', null, ['Xây dựng kế hoạch kiểm tra']],
    ])
  })

  it('reads a total row', async () => {
    const [criteria = []] = await criteriaOf(
      caption +
        rows(
          ['STT', 'Tiêu chí', 'Điểm tối đa', 'Điểm đạt năm 2023', 'Giải pháp', 'Cơ quan chủ trì'],
          ['1', 'Chỉ đạo', '10', '9,5', '', ''],
          ['1.1', 'Kế hoạch', '10', '9,49/9,5', 'Ban hành sớm', 'Sở Nội vụ'],
          ['', 'Tổng cộng', '10', '9.5', '', ''],
        ),
    )
    expect(criteria.at(-1)).toMatchObject({ id: 'pl1/total', kind: 'total', code: null, parent: null })
    expect(criteria[1]?.scores).toEqual({ max: 10, achieved: [{ year: 2023, value: 9.49 }], target: [] })
  })
})

describe('spans of an HTML table', () => {
  const html = `<p>PHỤ LỤC I</p><p>PHÂN CÔNG NHIỆM VỤ</p><p>(Kèm theo Kế hoạch số 15/KH-UBND ngày 12/02/2024 của UBND tỉnh Lào Cai)</p>
  <table><tr><th>TT</th><th>Nhiệm vụ</th><th>Hoạt động</th><th>Chủ trì</th><th>Thời gian</th></tr>
  <tr><td colspan="5"><b>I. CẢI CÁCH THỂ CHẾ</b></td></tr>
  <tr><td rowspan="2">1</td><td rowspan="2">Xây dựng văn bản</td><td>Lập chương trình</td><td rowspan="2">Sở Tư pháp</td><td>Quý I</td></tr>
  <tr><td>Thẩm định dự thảo</td><td>Quý II</td></tr></table>`

  it('make rows under one merged name further actions, with the merged lead named', async () => {
    const [criteria = []] = await criteriaOf(html)
    expect(outlineOf(criteria)).toEqual(['pl1/I domain 0', 'pl1/I/1 item 2'])
    expect(
      criteria[1]?.actions.map((action) => [action.task[0], action.lead?.text, action.mergedFrom]),
    ).toEqual([
      ['Lập chương trình', 'Sở Tư pháp', []],
      ['Thẩm định dự thảo', 'Sở Tư pháp', ['lead']],
    ])
  })
})
