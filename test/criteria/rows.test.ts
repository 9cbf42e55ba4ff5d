import { describe, expect, it } from 'vitest'
import { importText } from '../support/import-text.js'
import { criteriaOf, outlineOf, rows, tablesOf } from '../support/read.js'

const caption = 'PHỤ LỤC\nNHIỆM VỤ NĂM 2024\n(Kèm theo Kế hoạch số 45/KH-UBND ngày 15/3/2024)\n\n'
const header = ['STT', 'Tiêu chí', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Thời gian']
const cells = (task: string): string[] => [task, 'Sở Nội vụ', 'Quý I/2024']

describe('a row that prints code and name again', () => {
  const text =
    caption +
    rows(
      header,
      ['1', 'Xây dựng văn bản', ...cells('Rà soát')],
      ['1', 'Xây dựng văn bản', ...cells('Ban hành')],
      ['2', 'Kiểm tra văn bản', ...cells('Kiểm tra')],
      ['2', 'Tên khác', ...cells('Báo cáo')],
    )

  it('is a further action of the same criterion; another name under the number is a duplicate', async () => {
    const [criteria = []] = await criteriaOf(text)
    expect(outlineOf(criteria)).toEqual(['pl1/1 item 2', 'pl1/2 item 1', 'pl1/2#2 item 1'])
  })

  it('is neither unplaced nor miscounted', async () => {
    const { issues, quality } = await importText(text)
    expect(quality.unplacedCharacters).toBe(0)
    expect(issues.map((issue) => issue.code).filter((code) => /^(?:count|code)-/u.test(code))).toEqual([
      'code-duplicate',
    ])
  })

  it('is nothing where it is a heading at the top of a page', async () => {
    const heading = ['I', 'CẢI CÁCH THỂ CHẾ', '', '', '']
    const [criteria = []] = await criteriaOf(
      `${caption}${rows(header, heading, ['1', 'Một', ...cells('Làm')])}\n\n${rows(header, heading, ['2', 'Hai', ...cells('Làm')])}`,
    )
    expect(outlineOf(criteria)).toEqual(['pl1/I domain 0', 'pl1/I/1 item 1', 'pl1/I/2 item 1'])
  })
})

describe('naming columns', () => {
  it('may both carry codes of their own', async () => {
    const [criteria = []] = await criteriaOf(
      caption +
        rows(
          ['Lĩnh vực', 'Tiêu chí', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Thời hạn'],
          ['1. Chỉ đạo', '1.1. Kế hoạch', ...cells('Ban hành')],
          ['', '1.2. Kiểm tra', ...cells('Kiểm tra')],
          ['2. Thể chế', '2.1. Văn bản', ...cells('Rà soát')],
        ),
    )
    expect(criteria.map(({ id, codePrinted, name }) => [id, codePrinted, name])).toEqual([
      ['pl1/1', '1.', 'Chỉ đạo'],
      ['pl1/1.1', '1.1.', 'Kế hoạch'],
      ['pl1/1.2', '1.2.', 'Kiểm tra'],
      ['pl1/2', '2.', 'Thể chế'],
      ['pl1/2.1', '2.1.', 'Văn bản'],
    ])
  })

  it('may be three', async () => {
    const [criteria = []] = await criteriaOf(
      caption +
        rows(
          ['TT', 'Lĩnh vực', 'Tiêu chí', 'Tiêu chí thành phần', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Thời hạn'],
          ['1', 'Chỉ đạo', 'Kế hoạch cải cách', 'Ban hành kế hoạch', ...cells('Ban hành')],
          ['', '', '', 'Thực hiện kế hoạch', ...cells('Thực hiện')],
          ['', '', 'Kiểm tra', 'Kế hoạch kiểm tra', ...cells('Kiểm tra')],
          ['2', 'Thể chế', 'Văn bản', 'Đúng quy định', ...cells('Rà soát')],
        ),
    )
    expect(criteria.map(({ id, level, name }) => `${id} ${level} ${name}`)).toEqual([
      'pl1/1 1 Chỉ đạo',
      'pl1/1/~1 2 Kế hoạch cải cách',
      'pl1/1/~1/~1 3 Ban hành kế hoạch',
      'pl1/1/~1/~2 3 Thực hiện kế hoạch',
      'pl1/1/~2 2 Kiểm tra',
      'pl1/1/~2/~1 3 Kế hoạch kiểm tra',
      'pl1/2 1 Thể chế',
      'pl1/2/~1 2 Văn bản',
      'pl1/2/~1/~1 3 Đúng quy định',
    ])
  })
})

describe('codes', () => {
  const idsOf = async (...codes: string[]): Promise<string[]> => {
    const [criteria = []] = await criteriaOf(
      caption + rows(header, ...codes.map((code) => [code, `Tên ${code}`, ...cells('Làm')])),
    )
    return criteria.map(({ id }) => id)
  }

  it.each([
    [
      ['1', '1-1', '1-2', '2'],
      ['pl1/1', 'pl1/1.1', 'pl1/1.2', 'pl1/2'],
    ],
    [
      ['TC1', 'TC1.1', 'TC2'],
      ['pl1/TC1', 'pl1/TC1.1', 'pl1/TC2'],
    ],
    [
      ['A', 'A1', 'A2', 'B'],
      ['pl1/A', 'pl1/A1', 'pl1/A2', 'pl1/B'],
    ],
    [
      ['998', '999', '1000', '1001'],
      ['pl1/998', 'pl1/999', 'pl1/1000', 'pl1/1001'],
    ],
    [
      ['1', '-', '-', '2'],
      ['pl1/1', 'pl1/1/~1', 'pl1/1/~2', 'pl1/2'],
    ],
  ])('are read and nested: %j', async (codes, ids) => {
    expect(await idsOf(...codes)).toEqual(ids)
  })

  it('that cannot be read are told, and stand before the name', async () => {
    const { issues, quality, appendices } = await importText(
      caption + rows(header, ['1', 'Một', ...cells('Làm')], ['3 1', 'Lỗi', ...cells('Làm')]),
    )
    expect(appendices[0]?.criteria.map(({ name }) => name)).toEqual(['Một', '3 1 Lỗi'])
    expect(issues).toContainEqual(expect.objectContaining({ code: 'suspected-typo', target: 'pl1/~1' }))
    expect(quality.unplacedCharacters).toBe(0)
  })
})

describe('a signature in the rows of a table', () => {
  const data = [header, ['1', 'Một', ...cells('Làm')], ['2', 'Hai', ...cells('Làm')]]

  it.each([
    [[['Người lập biểu', '', 'Trưởng phòng', '', 'Phó Chủ tịch']]],
    [
      [
        ['', 'Nơi nhận: - Như trên; - Lưu: VT.', '', 'TM. ỦY BAN NHÂN DÂN', ''],
        ['', '', '', 'CHỦ TỊCH', ''],
        ['', '', '', 'Nguyễn Văn B', ''],
      ],
    ],
    [
      [
        ['', '', '', 'GIÁM ĐỐC', ''],
        ['', '', '', 'Trần Thị C', ''],
      ],
    ],
  ])('is no task but a note: %j', async (closing) => {
    const text = caption + rows(...data, ...closing)
    const [table] = await tablesOf(text)
    expect(table?.rows).toHaveLength(2)
    expect(table?.notes.map((note) => note.text)).toEqual(closing.flat().filter((cell) => cell !== ''))
    expect((await importText(text)).quality.unplacedCharacters).toBe(0)
  })

  it("is not a lead agency's rest below a page break", async () => {
    const [table] = await tablesOf(
      `${caption}${rows(...data.slice(0, 2), ['2', 'Hai', 'Làm', 'Sở Nội vụ,', 'Quý II'])}\n\n${rows(['', '', '', 'Chủ tịch UBND các huyện', ''])}`,
    )
    expect(table?.notes).toEqual([])
    expect(table?.rows).toHaveLength(2)
  })

  it('is not a responsible person of the last row', async () => {
    const [table] = await tablesOf(
      caption + rows(...data, ['', '', '', 'Thủ trưởng các cơ quan, đơn vị', '']),
    )
    expect(table?.notes).toEqual([])
  })
})

describe('a column for lead and coordinating agencies', () => {
  const columns = ['STT', 'Nội dung nhiệm vụ', 'Cơ quan chủ trì/ phối hợp', 'Thời gian']
  const text = (...agencies: string[]): string =>
    caption +
    rows(columns, ...agencies.map((agency, index) => [`${index + 1}`, 'Làm việc', agency, 'Quý II']))

  it('is told apart at the sign of the header or at the words of the cell', async () => {
    const [criteria = []] = await criteriaOf(
      text('Sở Nội vụ/ các sở, ngành', 'Chủ trì: Sở Nội vụ; phối hợp: Sở Tài chính', 'Sở Y tế'),
    )
    expect(criteria.map(({ actions: [action] }) => [action?.lead?.text, action?.coordinating?.text])).toEqual(
      [
        ['Sở Nội vụ', 'các sở, ngành'],
        ['Sở Nội vụ', 'Sở Tài chính'],
        ['Sở Y tế', undefined],
      ],
    )
  })

  it('says so where nothing tells them apart', async () => {
    const { issues, appendices } = await importText(text('Sở Nội vụ, Sở Tài chính', 'Sở Y tế'))
    expect(appendices[0]?.criteria[0]?.actions[0]?.lead?.text).toBe('Sở Nội vụ, Sở Tài chính')
    expect(issues.filter((issue) => issue.code === 'agency-missing')).toMatchObject([{ target: 'pl1/1' }])
  })
})
