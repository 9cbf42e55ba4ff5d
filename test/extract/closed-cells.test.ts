import { describe, expect, it } from 'vitest'
import { importPlan, sourceOf } from '../../pipelines/plan/import-plan.js'
import { hasClosedCells } from '../../src/extract/text/closed-cells.js'
import { headed } from '../support/headed.js'

const inLines = `ỦY BAN NHÂN DÂN |
CỘNG HÒA XÃ HỘI
CHỦ NGHĨA VIỆT NAM |
Số: 31/KH-UBND |
Sơn La, ngày 01 tháng 6 năm 2023 |
NÂNG CAO CHỈ SỐ CẢI CÁCH HÀNH CHÍNH (PAR INDEX) NĂM 2023 CỦA TỈNH
A. KẾT QUẢ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH CỦA TỈNH NĂM 2022 VÀ CÁC NĂM TRƯỚC
Năm 2022 tỉnh xếp thứ 20.
B. NHIỆM VỤ NĂM 2023
Chi tiết tại Phụ lục.
Nơi nhận: | TM. ỦY BAN NHÂN DÂN |
PHỤ LỤC
NHIỆM VỤ NÂNG CAO CHỈ SỐ NĂM 2023
(Kèm theo Kế hoạch số 31/KH-UBND ngày 01 tháng 6 năm 2023 của UBND tỉnh)
STT | Tiêu chí | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành |
I | CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH | ||||
1 | Thực hiện kế hoạch | Hoàn thành nhiệm vụ
đúng tiến độ | Sở Nội vụ | Các sở, ban, ngành | Tháng 12/2023 |
2 | Báo cáo định kỳ | Gửi báo cáo | Sở Nội vụ | UBND cấp huyện | Hàng quý |
`

const inPieces = `ỦY BAN NHÂN DÂN
TỈNH SƠN LA
--------
|
CỘNG HÒA XÃ HỘI CHỦ
NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
|
Số: 31/KH-UBND
|
Sơn La, ngày 01
tháng 6 năm 2023
|
KẾ
HOẠCH
NÂNG CAO CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2023
Thực hiện Quyết định số 876/QĐ-BNV ngày 10
tháng 11 năm 2022 của Bộ Nội vụ,
Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:
I. MỤC ĐÍCH
Nâng cao chất
lượng phục vụ.
PHỤ LỤC
PHÂN CÔNG NHIỆM VỤ
STT
|
Nội dung
|
Cơ quan chủ trì
|
Thời gian
hoàn thành
|
I
|
CẢI CÁCH THỦ TỤC
|
1
|
Rà soát thủ tục
hành chính
|
Văn phòng UBND tỉnh
|
Quý II/2023
|
2
|
Công khai kết quả giải quyết
|
Sở Nội vụ
|
Thường xuyên
|
`

const read = async (text: string) =>
  (await importPlan(sourceOf('x.txt', new TextEncoder().encode(text)))).value

describe('cells closed by bars', () => {
  it('are told from tables whose bars stand between the cells or around them', () => {
    expect(hasClosedCells(inLines)).toBe(true)
    expect(hasClosedCells(inPieces)).toBe(true)
    expect(hasClosedCells('| a | b |\n| - | - |\n| 1 | 2 |\n| 3 | 4 |\n')).toBe(false)
    expect(hasClosedCells('a | b | c\n1 | 2 | 3\n2 | 3 | 4\n3 | 4 | 5\n')).toBe(false)
  })

  it('make rows where every line holds a row', async () => {
    const plan = await read(inLines)
    const [appendix] = plan.appendices
    expect(appendix?.criteria.map(({ id, name }) => [id, name])).toEqual([
      ['pl1/I', 'CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH'],
      ['pl1/I/1', 'Thực hiện kế hoạch'],
      ['pl1/I/2', 'Báo cáo định kỳ'],
    ])
    expect(appendix?.criteria[1]?.actions[0]?.task).toEqual(['Hoàn thành nhiệm vụ đúng tiến độ'])
    expect(appendix?.criteria[2]?.actions[0]?.deadline?.text).toBe('Hàng quý')
  })

  it('keep the letterhead, though the converter lost a line of it', async () => {
    const { header, outline } = await read(inLines)
    expect(header).toMatchObject({
      issuer: 'Ủy ban nhân dân tỉnh Sơn La',
      number: '31/KH-UBND',
      documentType: 'Kế hoạch',
      place: 'Sơn La',
      issuedOn: '2023-06-01',
      title: 'NÂNG CAO CHỈ SỐ CẢI CÁCH HÀNH CHÍNH (PAR INDEX) NĂM 2023 CỦA TỈNH',
    })
    expect(outline.map(({ label }) => label)).toEqual(['A', 'B'])
  })

  it('make rows by their labels where every cell stands on lines of its own', async () => {
    const plan = await read(inPieces)
    expect(plan.header).toMatchObject({
      issuer: 'Ủy ban nhân dân tỉnh Sơn La',
      place: 'Sơn La',
      issuedOn: '2023-06-01',
      documentType: 'Kế hoạch',
      title: 'NÂNG CAO CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2023',
    })
    const [appendix] = plan.appendices
    expect(appendix?.criteria.map(({ id }) => id)).toEqual(['pl1/I', 'pl1/I/1', 'pl1/I/2'])
    expect(appendix?.criteria[1]?.actions[0]).toMatchObject({
      task: ['Rà soát thủ tục hành chính'],
      lead: { text: 'Văn phòng UBND tỉnh' },
      deadline: { text: 'Quý II/2023' },
    })
    expect(headed(plan.outline)[0]?.paragraphs).toEqual(['Nâng cao chất lượng phục vụ.'])
  })
})
