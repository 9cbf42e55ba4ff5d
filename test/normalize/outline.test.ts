import { describe, expect, it } from 'vitest'
import type { Block } from '../../schemas/document.js'
import type { Section } from '../../schemas/plan.js'
import { headed } from '../support/headed.js'
import { heading, list, paragraph, plain, read, table } from './plan-blocks.js'

const start = plain('KẾ HOẠCH\nCải cách hành chính năm 2023\nCăn cứ Nghị quyết số 76/NQ-CP của Chính phủ;')

function outline(...blocks: Block[]): Section[] {
  return headed(whole(...blocks))
}

function whole(...blocks: Block[]): Section[] {
  return read([...start, ...blocks, paragraph('Nơi nhận:'), list('Lưu: VT.')]).value.outline
}

/** 'II > 1 > a Title' and, indented, what stands under it. */
function sketch(sections: Section[], above = ''): string[] {
  return sections.flatMap((section) => {
    const path = `${above}${section.label ?? '–'}`
    return [
      `${path} ${section.title}`,
      ...section.paragraphs.map((text) => `  ${text}`),
      ...sketch(section.children, `${path}>`),
    ]
  })
}

const long =
  '1. Thủ trưởng các cơ quan, địa phương căn cứ chức năng, nhiệm vụ được giao tập trung triển khai thực hiện tốt Kế hoạch này; chịu trách nhiệm trước Chủ tịch Ủy ban nhân dân nếu không thực hiện nhiệm vụ.'

describe('text above the first heading', () => {
  it('is a section without a title', () => {
    const [opening, first] = whole(heading('I. MỤC ĐÍCH', 2), paragraph('Nâng cao chất lượng.'))
    expect(opening).toEqual({
      label: null,
      title: '',
      paragraphs: ['Căn cứ Nghị quyết số 76/NQ-CP của Chính phủ;'],
      children: [],
    })
    expect(first?.label).toBe('I')
  })

  it('is all there is where a document has no headings', () => {
    const sections = whole(paragraph('Sở Nội vụ rà soát thủ tục trước ngày 15 tháng 12 năm 2023.'))
    expect(sections).toHaveLength(1)
    expect(sections[0]?.paragraphs).toHaveLength(2)
  })
})

describe('headings', () => {
  it('are nested by their numbers, whatever level a converter gave them', () => {
    expect(
      sketch(
        outline(
          heading('I. MỤC ĐÍCH, YÊU CẦU', 4),
          heading('1. Mục đích:', 5),
          list('Cải thiện những tồn tại;', 'Duy trì kết quả tốt.'),
          heading('2. Yêu cầu', 2),
          paragraph('a) Đánh giá đúng thực trạng.'),
          paragraph('II. NỘI DUNG', true),
          heading('1. Chỉ số PAPI', 1),
          paragraph('(Chi tiết tại Phụ lục 02 kèm theo)'),
        ),
      ),
    ).toEqual([
      'I MỤC ĐÍCH, YÊU CẦU',
      'I>1 Mục đích',
      '  Cải thiện những tồn tại;',
      '  Duy trì kết quả tốt.',
      'I>2 Yêu cầu',
      '  a) Đánh giá đúng thực trạng.',
      'II NỘI DUNG',
      'II>1 Chỉ số PAPI',
      '  (Chi tiết tại Phụ lục 02 kèm theo)',
    ])
  })

  it('are found in plain text, with paths of numbers and a reference behind the title', () => {
    expect(
      sketch(
        outline(
          ...plain(`II. KẾ HOẠCH CẢI THIỆN
          1. Mục đích
          Tiếp tục duy trì các chỉ số đạt kết quả cao.
          3. Nhiệm vụ, giải pháp: (Gửi kèm theo Phụ lục).
          4. Tổ chức thực hiện
          4.1. Các cơ quan, đơn vị và UBND các phường, xã
          Nghiêm túc thực hiện các quy định.
          4.2. Phòng Nội vụ thành phố
          Chủ trì, phối hợp các cơ quan.
          Trên đây là Kế hoạch năm 2024; yêu cầu các cơ quan thực hiện./.`),
        ),
      ),
    ).toEqual([
      'II KẾ HOẠCH CẢI THIỆN',
      'II>1 Mục đích',
      '  Tiếp tục duy trì các chỉ số đạt kết quả cao.',
      'II>3 Nhiệm vụ, giải pháp',
      '  (Gửi kèm theo Phụ lục).',
      'II>4 Tổ chức thực hiện',
      'II>4>4.1 Các cơ quan, đơn vị và UBND các phường, xã',
      '  Nghiêm túc thực hiện các quy định.',
      'II>4>4.2 Phòng Nội vụ thành phố',
      '  Chủ trì, phối hợp các cơ quan.',
      '  Trên đây là Kế hoạch năm 2024; yêu cầu các cơ quan thực hiện./.',
    ])
  })

  it('are run in where the bold part goes beyond the number', () => {
    const runIn = '3. Đề nghị Ban Dân vận Thành ủy hướng dẫn hệ thống dân vận cơ sở phối hợp thực hiện./.'
    expect(
      sketch(
        outline(
          heading('III. TỔ CHỨC THỰC HIỆN'),
          heading('2. Sở Nội vụ'),
          paragraph('Là cơ quan thường trực.'),
          paragraph(runIn, '3. Đề nghị Ban Dân vận Thành ủy'.length),
        ),
      ),
    ).toEqual([
      'III TỔ CHỨC THỰC HIỆN',
      'III>2 Sở Nội vụ',
      '  Là cơ quan thường trực.',
      'III>3 Đề nghị Ban Dân vận Thành ủy',
      '  hướng dẫn hệ thống dân vận cơ sở phối hợp thực hiện./.',
    ])
  })

  it('are no sentences: a numbered paragraph keeps its number in the section above', () => {
    expect(
      sketch(
        outline(
          heading('III. TỔ CHỨC THỰC HIỆN'),
          paragraph(long),
          paragraph('2. Chủ tịch Ủy ban nhân dân quận, huyện:'),
          paragraph('a) Tổ chức thực hiện đầy đủ các nhiệm vụ cụ thể;'),
          paragraph('3. Bưu điện thành phố phối hợp thực hiện.', '3.'.length),
        ),
      ),
    ).toEqual([
      'III TỔ CHỨC THỰC HIỆN',
      `  ${long}`,
      '  2. Chủ tịch Ủy ban nhân dân quận, huyện:',
      '  a) Tổ chức thực hiện đầy đủ các nhiệm vụ cụ thể;',
      '  3. Bưu điện thành phố phối hợp thực hiện.',
    ])
  })

  it('may be long where they are set in bold, and have letters below', () => {
    const bold = `2. Tổ chức thực hiện tốt nhiệm vụ chuyên môn của địa phương, đơn vị đối chiếu với các nội dung của Chỉ số đặt ra.`
    expect(
      sketch(
        outline(
          heading('II. NỘI DUNG'),
          paragraph(long),
          paragraph(bold, true),
          paragraph('a) Các sở, cơ quan tương đương sở'),
          paragraph('Bám sát nội dung, nhiệm vụ được giao.'),
          paragraph('b) UBND các quận, huyện tập trung nội dung:'),
          list('Đảm bảo quyền của người dân.'),
        ),
      ),
    ).toEqual([
      'II NỘI DUNG',
      `  ${long}`,
      `II>${bold.replace('. ', ' ')}`,
      'II>2>a Các sở, cơ quan tương đương sở',
      '  Bám sát nội dung, nhiệm vụ được giao.',
      'II>2>b UBND các quận, huyện tập trung nội dung',
      '  Đảm bảo quyền của người dân.',
    ])
  })

  it('may begin with letters or parts above the roman numbers, or below them', () => {
    const above = outline(
      ...plain(
        'PHẦN I. ĐÁNH GIÁ\nA. KẾT QUẢ\nI. ƯU ĐIỂM\nCó nhiều tiến bộ.\nB. HẠN CHẾ\nCòn chậm.\nPHẦN II. NHIỆM VỤ\nLàm tốt.',
      ),
    )
    expect(sketch(above).filter((line) => !line.startsWith(' '))).toEqual([
      'PHẦN I ĐÁNH GIÁ',
      'PHẦN I>A KẾT QUẢ',
      'PHẦN I>A>I ƯU ĐIỂM',
      'PHẦN I>B HẠN CHẾ',
      'PHẦN II NHIỆM VỤ',
    ])
    const below = outline(
      ...plain('I. NHIỆM VỤ\nA. CHUNG\nLàm tốt.\nB. RIÊNG\nLàm nhanh.\nII. TỔ CHỨC\nNội vụ chủ trì.'),
    )
    expect(sketch(below).filter((line) => !line.startsWith(' '))).toEqual([
      'I NHIỆM VỤ',
      'I>A CHUNG',
      'I>B RIÊNG',
      'II TỔ CHỨC',
    ])
  })

  it('are known by whatever sign stands behind the number', () => {
    const found = outline(
      ...plain(
        'I/ MỤC ĐÍCH\n1- Mục đích\nLàm tốt.\n2- Yêu cầu\nLàm nhanh.\nII - TỔ CHỨC\nII.1. Nội vụ\nChủ trì.',
      ),
    )
    expect(sketch(found).filter((line) => !line.startsWith(' '))).toEqual([
      'I MỤC ĐÍCH',
      'I>1 Mục đích',
      'I>2 Yêu cầu',
      'II TỔ CHỨC',
      'II>II.1 Nội vụ',
    ])
  })

  it('without number count when a converter marks them or they are bold and short', () => {
    expect(
      sketch(
        outline(
          heading('MỤC ĐÍCH, YÊU CẦU'),
          ...plain('1. Mục đích\nNâng cao.'),
          heading('NỘI DUNG'),
          paragraph('Làm tốt.'),
        ),
      ),
    ).toEqual(['– MỤC ĐÍCH, YÊU CẦU', '–>1 Mục đích', '  Nâng cao.', '– NỘI DUNG', '  Làm tốt.'])
  })
})

describe('paragraphs', () => {
  it('that a page break cut are whole again; page numbers and footnotes between them are no text', () => {
    expect(
      sketch(
        outline(
          heading('I. NHIỆM VỤ'),
          paragraph('6. Giao Sở Nội vụ theo dõi, tổng hợp, kiểm điểm nếu không thực hiện'),
          paragraph('12'),
          paragraph('Nghị quyết số 76/NQ-CP ngày 15/7/2021', false, '1'),
          paragraph('nghiêm túc các tiêu chí của Bộ Chỉ số.'),
          list('Áp dụng tiêu chuẩn tại các cơ quan'),
          paragraph('hành chính trên địa bàn.'),
        ),
      ),
    ).toEqual([
      'I NHIỆM VỤ',
      '  6. Giao Sở Nội vụ theo dõi, tổng hợp, kiểm điểm nếu không thực hiện nghiêm túc các tiêu chí của Bộ Chỉ số.',
      '  Áp dụng tiêu chuẩn tại các cơ quan hành chính trên địa bàn.',
    ])
  })

  it('of one block are parted where a line begins with a number or a bullet, and joined where it is wrapped', () => {
    expect(
      sketch(
        outline(
          paragraph(
            'I. MỤC ĐÍCH\n1. Mục đích\n- Nâng cao chất lượng phục vụ người dân và doanh nghiệp trên địa bàn\nthành phố;\n+ Giảm chi phí.\n2. Yêu cầu\nLàm tốt.',
          ),
        ),
      ),
    ).toEqual([
      'I MỤC ĐÍCH',
      'I>1 Mục đích',
      '  Nâng cao chất lượng phục vụ người dân và doanh nghiệp trên địa bàn thành phố;',
      '  Giảm chi phí.',
      'I>2 Yêu cầu',
      '  Làm tốt.',
    ])
  })

  it('of a table that only lays out the page are text, those of a data table are its rows', () => {
    const layout = table(['I. MỤC ĐÍCH\nLàm tốt.'])
    const data = table(['TT', 'Nhiệm vụ', 'Thời gian'], ['1', 'Kiểm tra', 'Quý II'])
    expect(sketch(outline(layout, data))).toEqual([
      'I MỤC ĐÍCH',
      '  Làm tốt.',
      '  TT | Nhiệm vụ | Thời gian',
      '  1 | Kiểm tra | Quý II',
    ])
  })
})

describe('footnotes', () => {
  it('come with label and text, and are cited from', () => {
    const { footnotes, citations } = read([
      ...start,
      heading('I. NHIỆM VỤ'),
      paragraph('Báo cáo số 136/BC-UBND ngày 08/5/2023 của UBND Thành phố', false, '1'),
    ]).value
    expect(footnotes).toMatchObject([
      { label: '1', text: 'Báo cáo số 136/BC-UBND ngày 08/5/2023 của UBND Thành phố' },
    ])
    expect(citations).toMatchObject([{ number: '76/NQ-CP' }, { number: '136/BC-UBND', date: '2023-05-08' }])
  })
})
