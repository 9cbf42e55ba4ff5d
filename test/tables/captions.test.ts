import { describe, expect, it } from 'vitest'
import { criteriaOf, outlineOf, rows, tablesOf } from '../support/read.js'

const header = ['STT', 'Tiêu chí', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Thời gian']
const first = rows(header, ['1', 'Một', 'Ban hành kế hoạch', 'Sở Nội vụ', 'Quý I'])
const second = rows(header, ['2', 'Hai', 'Tổ chức kiểm tra', 'Sở Y tế', 'Quý II'])
const attached = '(Kèm theo Kế hoạch số 45/KH-UBND ngày 15/3/2024 của UBND tỉnh Kon Tum)'

describe('a caption printed again on the next page', () => {
  it.each([
    ['with its mark', `PHỤ LỤC 1 (tiếp theo)\nNHIỆM VỤ NĂM 2024\n${attached}`],
    ['with the mark alone', 'PHỤ LỤC 1 (tiếp)'],
    ['word for word', `PHỤ LỤC 1\nNHIỆM VỤ NĂM 2024\n${attached}`],
    ['as the line of attachment alone', attached],
  ])('%s goes on with the appendix above', async (_, again) => {
    const text = `PHỤ LỤC 1\nNHIỆM VỤ NĂM 2024\n${attached}\n\n${first}\n\n${again}\n\n${second}`
    const [table, ...others] = await tablesOf(text)
    expect(others).toEqual([])
    expect(table).toMatchObject({ label: 'PHỤ LỤC 1', title: 'NHIỆM VỤ NĂM 2024' })
    expect(table?.furniture.map((piece) => piece.text)).toEqual(again.split('\n'))
    expect(outlineOf((await criteriaOf(text))[0] ?? [])).toEqual(['pl1/1 item 1', 'pl1/2 item 1'])
  })

  it('with another title is another appendix', async () => {
    const text = `PHỤ LỤC\nNHIỆM VỤ NĂM 2024\n${attached}\n\n${first}\n\nPHỤ LỤC\nPHÂN CÔNG NĂM 2024\n${attached}\n\n${second}`
    expect((await tablesOf(text)).map((table) => table.title)).toEqual([
      'NHIỆM VỤ NĂM 2024',
      'PHÂN CÔNG NĂM 2024',
    ])
  })

  it("is not the 'tiếp' of a title", async () => {
    const text = `PHỤ LỤC 1\nNHIỆM VỤ NĂM 2024\n\n${first}\n\nPHỤ LỤC 1. Tiếp cận thông tin\n\n${second}`
    expect((await tablesOf(text)).map((table) => table.title)).toEqual([
      'NHIỆM VỤ NĂM 2024',
      'Tiếp cận thông tin',
    ])
  })
})

describe('the title of an appendix', () => {
  it('may stand below its caption', async () => {
    expect(
      (await tablesOf(`PHỤ LỤC\n${attached}\nNHIỆM VỤ NÂNG CAO CHỈ SỐ\nNĂM 2024\n\n${first}`))[0],
    ).toMatchObject({
      label: 'PHỤ LỤC',
      title: 'NHIỆM VỤ NÂNG CAO CHỈ SỐ NĂM 2024',
      notes: [],
    })
  })

  it('is its own where a second table of another make has one', async () => {
    const other = rows(['TT', 'Nội dung công việc', 'Người phụ trách'], ['1', 'Tổng hợp', 'Nguyễn Văn B'])
    const heads = async (label: string): Promise<unknown> =>
      (await tablesOf(`${label}\nDANH MỤC NHIỆM VỤ\n\n${first}\n\nBảng 2. Phân công\n${other}`)).map(
        (table) => [table.label, table.title],
      )
    expect(await heads('Biểu số 01')).toEqual([
      ['Biểu số 01', 'DANH MỤC NHIỆM VỤ'],
      ['Bảng 2', 'Phân công'],
    ])
    expect(await heads('PHỤ LỤC 1')).toEqual([
      ['PHỤ LỤC 1', 'DANH MỤC NHIỆM VỤ'],
      ['PHỤ LỤC 1', 'Phân công'],
    ])
  })
})

describe('a note of what is attached', () => {
  it('begins no appendix above the recipients', async () => {
    const closing = rows(['Nơi nhận:', 'TM. ỦY BAN NHÂN DÂN'], ['- Như trên;', 'CHỦ TỊCH'])
    const text = `KẾ HOẠCH\n\nI. MỤC ĐÍCH\n\nNâng cao chất lượng.\n\n(Kèm theo Phụ lục danh mục nhiệm vụ thực hiện Kế hoạch này).\n\n${closing}\n\nPHỤ LỤC 1\nNHIỆM VỤ NĂM 2024\n${attached}\n\n${first}`
    expect((await tablesOf(text)).map(({ label }) => label)).toEqual(['PHỤ LỤC 1'])
  })
})
