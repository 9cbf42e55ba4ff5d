import { describe, expect, it } from 'vitest'
import { criteriaOf, outlineOf, rows, tablesOf } from '../support/read.js'

const caption =
  'PHỤ LỤC II\nNHIỆM VỤ NÂNG CAO CHỈ SỐ PAPI\n(Ban hành kèm theo Kế hoạch số 31/KH-UBND ngày 05/3/2024 của UBND tỉnh Sơn La)\n\n'
const header = ['STT', 'Tiêu chí', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Thời gian']

describe('pieces of a table over pages', () => {
  it('are one appendix with its caption read', async () => {
    const [table] = await tablesOf(
      `${caption}${rows(header, ['1', 'Một', 'Làm một việc', 'Sở Nội vụ', 'Quý I'])}\n\n${rows(header, ['2', 'Hai', 'Làm hai việc', 'Sở Y tế', 'Quý II'])}`,
    )
    expect(table).toMatchObject({
      label: 'PHỤ LỤC II',
      title: 'NHIỆM VỤ NÂNG CAO CHỈ SỐ PAPI',
      caption: '(Ban hành kèm theo Kế hoạch số 31/KH-UBND ngày 05/3/2024 của UBND tỉnh Sơn La)',
      kind: 'tasks',
    })
    expect(table?.tables.map((piece) => piece.rows.map((row) => row.use))).toEqual([
      ['header', 'data'],
      ['repeated-header', 'data'],
    ])
    expect(table?.tables[1]?.continues).toMatchObject({
      table: 'pl1.t1',
      verdict: 'joined',
      splitRow: false,
      evidence: ['header repeated', 'numbering goes on: 1 → 2'],
    })
  })

  it('are joined in the middle of a sentence, with the evidence', async () => {
    const text = `${caption}${rows(header, ['1', 'Tiếp cận thông tin của', 'Công khai danh mục các dự án và', 'Sở Nội vụ', 'Quý I'])}\n\n${rows(
      ['', 'người dân', 'kế hoạch sử dụng đất', '', ''],
      ['2', 'Hai', 'Làm hai việc', 'Sở Y tế', 'Quý II'],
    )}`
    const [criteria = []] = await criteriaOf(text)
    expect(criteria[0]?.name).toBe('Tiếp cận thông tin của người dân')
    expect(criteria[0]?.actions[0]?.task).toEqual(['Công khai danh mục các dự án và kế hoạch sử dụng đất'])
    expect(criteria[0]?.actions[0]?.evidence.filter((entry) => entry.role === 'task')).toHaveLength(2)
    expect((await tablesOf(text))[0]?.tables[1]?.continues?.splitRow).toBe(true)
  })

  it('keep a further action at the top of a page apart from the row above', async () => {
    const [criteria = []] = await criteriaOf(
      `${caption}${rows(header, ['1', 'Một', 'Ban hành kế hoạch', 'Sở Nội vụ', 'Quý I'])}\n\n${rows(header, [
        '',
        '',
        'Tổ chức kiểm tra',
        'Thanh tra tỉnh',
        'Quý IV',
      ])}`,
    )
    expect(outlineOf(criteria)).toEqual(['pl1/1 item 2'])
  })

  it('find the name that stands in the middle of a row cut by the page', async () => {
    const [criteria = []] = await criteriaOf(
      `${caption}${rows(header, ['1', 'Một', 'Ban hành kế hoạch.', 'Sở Nội vụ', 'Quý I'], ['', '', 'Tuyên truyền tới người dân về', '', ''])}\n\n${rows(
        header,
        ['2', 'Dịch vụ tư pháp', 'hoạt động của tòa án.', 'Sở Tư pháp', 'Quý II'],
      )}`,
    )
    expect(outlineOf(criteria)).toEqual(['pl1/1 item 1', 'pl1/2 item 1'])
    expect(criteria[1]?.actions[0]?.task).toEqual(['Tuyên truyền tới người dân về hoạt động của tòa án.'])
  })

  it('stay apart with --no-join', async () => {
    const text = `${caption}${rows(header, ['1', 'Một', 'Làm', 'Sở Nội vụ', 'Quý I'])}\n\n${rows(header, ['2', 'Hai', 'Làm', 'Sở Y tế', 'Quý II'])}`
    expect(await tablesOf(text, false)).toHaveLength(2)
  })

  it('lose a printed numbering row, a page number in a cell, and a mangled header', async () => {
    const [table] = await tablesOf(
      `${caption}${rows(header, ['(1)', '(2)', '(3)', '(4)', '(5)'], ['1', 'Một', 'Làm', 'Sở Nội vụ', 'Trang 7'])}\n\n${rows(
        ['STT', 'Tiêu', 'Nhiệm vụ', 'Cơ quan', 'Thời'],
        ['2', 'Hai', 'Làm', 'Sở Y tế', 'Quý II'],
      )}`,
    )
    expect(table?.rows).toHaveLength(2)
    expect(table?.furniture).toMatchObject([{ type: 'page-number', text: 'Trang 7' }])
  })

  it('say when a page seems to be missing', async () => {
    const result = await tablesOf(
      `${caption}${rows(header, ['1', 'Một', 'Ban hành kế hoạch.', 'Sở Nội vụ', 'Quý I.'])}\n\n${rows(header, ['', '', 'và báo cáo kết quả.', '', ''], ['3', 'Ba', 'Làm', 'Sở Y tế', 'Quý II'])}`,
    )
    expect(result).toHaveLength(1)
  })
})

describe('the kind of a table', () => {
  const kinds = async (text: string): Promise<string[]> => (await tablesOf(text)).map((table) => table.kind)

  it('is ranking where places are listed, and has no criteria', async () => {
    const text =
      caption +
      rows(
        ['TT', 'Đơn vị', 'Điểm số', 'Xếp hạng'],
        ['1', 'Sở Nội vụ', '92,5', '1'],
        ['2', 'Sở Y tế', '91,1', '2'],
        ['3', 'Sở Xây dựng', '90,0', '3'],
      )
    expect(await kinds(text)).toEqual(['ranking'])
    expect(await criteriaOf(text)).toEqual([[]])
  })

  it('is statistics where most columns are figures', async () => {
    const text =
      caption +
      rows(
        ['TT', 'Chỉ tiêu', 'Năm 2021', 'Năm 2022', 'Năm 2023'],
        ['1', 'Số hồ sơ', '1200', '1300', '1450'],
        ['2', 'Số hồ sơ đúng hạn', '1100', '1290', '1449'],
      )
    expect(await kinds(text)).toEqual(['statistics'])
  })

  it('is scores with names and scores alone, assignment with names and agencies alone', async () => {
    expect(
      await kinds(
        caption +
          rows(
            ['TT', 'Tiêu chí', 'Điểm tối đa', 'Điểm đạt'],
            ['1', 'Chỉ đạo', '10', '9,5'],
            ['2', 'Thể chế', '9', '8'],
          ),
      ),
    ).toEqual(['scores'])
    expect(
      await kinds(
        caption +
          rows(
            ['TT', 'Chỉ số thành phần', 'Cơ quan chủ trì'],
            ['1', 'Tiếp cận thông tin', 'Sở Nội vụ'],
            ['2', 'Y tế', 'Sở Y tế'],
          ),
      ),
    ).toEqual(['assignment'])
  })

  it('is form where everything waits to be filled in', async () => {
    const blank = ['', '', '', '', '']
    expect(
      await kinds(
        caption +
          rows(['TT', 'Nhiệm vụ', 'Kết quả', 'Ghi chú', 'Thời gian'], ['1', ...blank.slice(1)], blank, [
            '2',
            ...blank.slice(1),
          ]),
      ),
    ).toEqual(['form'])
  })
})

describe('appendices', () => {
  const one = rows(
    header,
    ['1', 'Một', 'Làm', 'Sở Nội vụ', 'Quý I'],
    ['2', 'Hai', 'Làm', 'Sở Y tế', 'Quý II'],
  )

  it('are two where two tables of different make stand under one caption', async () => {
    const other = rows(
      ['TT', 'Đơn vị', 'Điểm số', 'Xếp hạng'],
      ['1', 'Sở Nội vụ', '92,5', '1'],
      ['2', 'Sở Y tế', '91', '2'],
    )
    expect(
      (await tablesOf(`${caption}${one}\n\nKết quả xếp hạng\n\n${other}`)).map((table) => [
        table.label,
        table.kind,
      ]),
    ).toEqual([
      ['PHỤ LỤC II', 'tasks'],
      ['PHỤ LỤC II', 'ranking'],
    ])
  })

  it('may stand in the body without a caption', async () => {
    const text = `KẾ HOẠCH\n\nI. NHIỆM VỤ\n\nNhiệm vụ cụ thể như sau:\n\n${one}\n\nII. TỔ CHỨC THỰC HIỆN\n\nCác đơn vị thực hiện.`
    const [table] = await tablesOf(text)
    expect(table).toMatchObject({ label: null, kind: 'tasks' })
    expect(table?.rows).toHaveLength(2)
  })

  it('are not begun by a sentence that mentions one', async () => {
    expect(
      await tablesOf(
        'KẾ HOẠCH\n\nPhụ lục 01 kèm theo Kế hoạch này quy định chi tiết.\n\nCác đơn vị thực hiện.',
      ),
    ).toEqual([])
  })

  it('are recognised without any diacritics', async () => {
    const stripped = `PHU LUC 1\nPHAN CONG NHIEM VU\n(Kem theo Ke hoach so 31/KH-UBND ngay 05/3/2024)\n\n${rows(
      ['STT', 'Tieu chi', 'Nhiem vu', 'Co quan chu tri', 'Thoi gian'],
      ['1', 'Mot', 'Lam', 'So Noi vu', 'Quy I'],
      ['2', 'Hai', 'Lam', 'So Y te', 'Quy II'],
    )}`
    expect((await tablesOf(stripped))[0]?.columns.map((column) => column.role)).toEqual([
      'code',
      'name',
      'task',
      'lead',
      'deadline',
    ])
  })

  it('are read from a table with one row', async () => {
    const [table] = await tablesOf(`${caption}${rows(header, ['1', 'Một', 'Làm', 'Sở Nội vụ', 'Quý I'])}`)
    expect(table?.rows).toHaveLength(1)
  })

  it('take a heading with the number of their first row for their name', async () => {
    const scores = rows(['TT', 'Lĩnh vực', 'Điểm chuẩn'], ['1', 'Chỉ đạo', '10'], ['2', 'Thể chế', '8'])
    const [criteria = [], tasks = []] = await criteriaOf(
      `${caption}1. Mục tiêu điểm số\n\n${scores}\n\n2. Nhiệm vụ cụ thể\n\n${one}`,
    )
    expect(outlineOf(criteria)).toEqual(['pl1/1 item 0', 'pl1/2 item 0'])
    expect(outlineOf(tasks)).toEqual(['pl2/1 item 1', 'pl2/2 item 1'])
  })

  it('have one heading where a converter wrote it into every cell', async () => {
    const heading = [
      'I. CẢI CÁCH THỂ CHẾ',
      'I. CẢI CÁCH THỂ CHẾ',
      'I. CẢI CÁCH THỂ CHẾ',
      'I. CẢI CÁCH THỂ CHẾ',
    ]
    const [criteria = []] = await criteriaOf(
      caption +
        rows(
          header,
          [...heading, heading[0] ?? ''],
          ['1', 'Một', 'Làm', 'Sở Nội vụ', 'Quý I'],
          ['2', 'Hai', 'Sở Nội vụ', 'Sở Nội vụ', 'Sở Nội vụ'],
        ),
    )
    expect(criteria.map(({ id, name }) => [id, name])).toEqual([
      ['pl1/I', 'CẢI CÁCH THỂ CHẾ'],
      ['pl1/I/1', 'Một'],
      ['pl1/I/2', 'Hai'],
    ])
  })
})
