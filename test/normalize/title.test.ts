import { describe, expect, it } from 'vitest'
import { planYearsOf } from '../../src/normalize/header/plan-years.js'
import { headed } from '../support/headed.js'
import { heading, issuesOf, paragraph, plain, read } from './plan-blocks.js'

const sections = plain('I. MỤC ĐÍCH, YÊU CẦU\nNâng cao chất lượng phục vụ.')

describe('title', () => {
  it('ends where the preamble begins, however it is set', () => {
    const preamble = paragraph(
      'Với sự chỉ đạo quyết liệt của Thành ủy, công tác cải cách hành chính năm 2022 tiếp tục đứng ở nhóm dẫn đầu.',
    )
    const title = 'Duy trì, cải thiện Chỉ số cải cách hành chính thành phố Hải Phòng năm 2023'
    for (const blocks of [
      [heading('KẾ HOẠCH'), heading(title, 3), preamble],
      [paragraph(`KẾ HOẠCH\n${title}`, true), preamble],
      [paragraph('KẾ HOẠCH'), paragraph(title), preamble],
      [
        paragraph('K Ế  H O Ạ C H', true),
        ...plain('-------'),
        paragraph(title, true),
        ...plain('_____'),
        preamble,
      ],
      [paragraph(`KẾ HOẠCH\n${title.replace(' thành phố', '\nthành phố')}`, true), preamble],
    ]) {
      const { header, outline } = read([...blocks, ...sections]).value
      expect(header).toMatchObject({ documentType: 'Kế hoạch', title, planYears: [2023] })
      expect(headed(outline)).toMatchObject([{ label: 'I', paragraphs: ['Nâng cao chất lượng phục vụ.'] }])
    }
  })

  it('joins lines in capitals up to the first line that is not', () => {
    const blocks = plain(`KẾ HOẠCH
      CẢI CÁCH HÀNH CHÍNH NHÀ NƯỚC
      TỈNH ĐẮK NÔNG NĂM 2024
      Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ,`)
    expect(read([...blocks, ...sections]).value.header.title).toBe(
      'CẢI CÁCH HÀNH CHÍNH NHÀ NƯỚC TỈNH ĐẮK NÔNG NĂM 2024',
    )
  })

  it('takes a first line that begins like a preamble, and the type in the same line', () => {
    const started = plain(`KẾ HOẠCH
      Thực hiện công tác cải cách hành chính huyện Phù Cừ năm 2024
      Thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2024 của UBND tỉnh; UBND huyện ban hành Kế hoạch như sau:`)
    expect(read([...started, ...sections]).value.header.title).toBe(
      'Thực hiện công tác cải cách hành chính huyện Phù Cừ năm 2024',
    )
    const inline = [
      heading('KẾ HOẠCH Nâng cao Chỉ số PAPI năm 2024'),
      ...plain('Căn cứ Nghị quyết;'),
      ...sections,
    ]
    expect(read(inline).value.header.title).toBe('Nâng cao Chỉ số PAPI năm 2024')
  })

  it('sees the decision that a plan without a number of its own is attached to', () => {
    const result = read(
      plain(`KẾ HOẠCH
      Cải cách hành chính năm 2024
      (Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 03 tháng 01 năm 2024 của UBND tỉnh Tây Ninh)
      I. MỤC ĐÍCH`),
    )
    expect(result.value.header).toMatchObject({
      title: 'Cải cách hành chính năm 2024',
      number: '12/QĐ-UBND',
      issuedOn: '2024-01-03',
      issuer: 'Ủy ban nhân dân tỉnh Tây Ninh',
      documentType: 'Kế hoạch',
    })
  })

  it('reads other types of documents', () => {
    const report = read(plain('BÁO CÁO\nKết quả cải cách hành chính năm 2023\nI. KẾT QUẢ')).value.header
    expect(report).toMatchObject({ documentType: 'Báo cáo', title: 'Kết quả cải cách hành chính năm 2023' })
    const letter = read(plain('Số: 806/UBND-ĐT\nV/v khắc phục Chỉ số PAPI năm 2023\nKính gửi: Các sở')).value
      .header
    expect(letter).toMatchObject({ documentType: 'Công văn', title: 'khắc phục Chỉ số PAPI năm 2023' })
  })

  it('reports a title that is not there', () => {
    const result = read(plain('Căn cứ Nghị quyết số 76/NQ-CP;\nI. MỤC ĐÍCH'))
    expect(result.value.header).toMatchObject({ title: null, documentType: null })
    expect(issuesOf(result)).toContain(
      'warning header-field-missing title: not found below the document type.',
    )
  })
})

describe('plan years', () => {
  it.each([
    ['Cải cách hành chính năm 2023', [2023]],
    ['Cải thiện Chỉ số năm 2023 và những năm tiếp theo', [2023]],
    ['Cải cách hành chính giai đoạn 2021 - 2025', [2021, 2022, 2023, 2024, 2025]],
    ['Cải cách hành chính từ năm 2021 đến năm 2023', [2021, 2022, 2023]],
    ['Chuyển đổi số năm 2024, định hướng đến năm 2030', [2024]],
    ['Chương trình tổng thể giai đoạn 2021-2030 năm 2024', [2024]],
    ['Duy trì Chỉ số năm 2024, 2025', [2024, 2025]],
    ['Cai cach hanh chinh nam 2023', [2023]],
    ['Thực hiện Chỉ thị số 12/CT-TTg ngày 15 tháng 8 năm 2024 của Thủ tướng Chính phủ', []],
    [
      'Sửa đổi Nghị quyết số 3/NQ-HĐND ngày 14 tháng 7 năm 2022 về chính sách giai đoạn 2024-2025',
      [2024, 2025],
    ],
    ['Nâng cao Chỉ số PAPI', []],
  ])('%s', (title, years) => {
    expect(planYearsOf(title, null)).toEqual(years)
  })

  it('leaves out years that the title looks back on', () => {
    expect(
      planYearsOf('Khắc phục hạn chế của Chỉ số năm 2022, nâng cao Chỉ số năm 2023', '2023-05-26'),
    ).toEqual([2023])
  })

  it('reads them from the text where the title names none', () => {
    const result = read(
      plain(`KẾ HOẠCH
      Nâng cao Chỉ số PAPI
      Căn cứ Kế hoạch năm 2021; UBND tỉnh Lai Châu ban hành Kế hoạch nâng cao Chỉ số PAPI năm 2024 như sau:
      I. MỤC ĐÍCH`),
    )
    expect(result.value.header.planYears).toEqual([2024])
    expect(issuesOf(result)).toContainEqual(expect.stringContaining('info header-field-missing planYears'))
  })
})

describe('a title whose years stand on a line of their own', () => {
  it('has them', () => {
    const { header, outline } = read([
      paragraph('KẾ HOẠCH', true),
      paragraph('Cải thiện chất lượng dịch vụ công giai đoạn\n2026 - 2030'),
      paragraph('I. MỤC ĐÍCH', true),
      paragraph('Nâng cao chất lượng phục vụ.'),
    ]).value
    expect(header.title).toBe('Cải thiện chất lượng dịch vụ công giai đoạn 2026 - 2030')
    expect(header.planYears).toEqual([2026, 2027, 2028, 2029, 2030])
    expect(outline.map(({ label }) => label)).toEqual(['I'])
  })
})

describe('who decides, above what the decision rests on', () => {
  const ground = 'Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;'
  const titleOf = (...lines: string[]) =>
    read([...plain(['QUYẾT ĐỊNH', ...lines, ground].join('\n')), ...sections]).value.header.title

  it('is no part of the title', () => {
    const title = 'CÔNG BỐ DANH MỤC THỦ TỤC HÀNH CHÍNH CỦA SỞ NỘI VỤ'
    expect(titleOf(title, 'CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH')).toBe(title)
    expect(titleOf(title, 'ỦY BAN NHÂN DÂN TỈNH LAI CHÂU')).toBe(title)
    expect(titleOf('VỀ CHÍNH PHỦ SỐ', 'THỦ TƯỚNG CHÍNH PHỦ')).toBe('VỀ CHÍNH PHỦ SỐ')
  })

  it('is one where the line above leads to it', () => {
    const title = 'CÔNG BỐ THỦ TỤC HÀNH CHÍNH THUỘC THẨM QUYỀN CỦA'
    expect(titleOf(title, 'ỦY BAN NHÂN DÂN TỈNH LAI CHÂU')).toBe(`${title} ỦY BAN NHÂN DÂN TỈNH LAI CHÂU`)
  })
})
