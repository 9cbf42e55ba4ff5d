import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { looksLikeAgency } from '../../src/language/agency-words.js'
import { splitAgencies } from '../../src/normalize/cells/agencies.js'

const names = (text: string): string[] => splitAgencies(text).map(({ name }) => name)

describe('agencies of a cell', () => {
  it.each<[string, string[]]>([
    [
      'Các Sở, ban, ngành; UBND cấp huyện, UBND cấp xã',
      ['Các Sở, ban, ngành', 'UBND cấp huyện', 'UBND cấp xã'],
    ],
    ['Các Sở, ban, ngành; UBND cấp huyện,', ['Các Sở, ban, ngành', 'UBND cấp huyện']],
    ['Sở Nội vụ: UBND cấp huyện, cấp xã', ['Sở Nội vụ', 'UBND cấp huyện', 'UBND cấp xã']],
    ['Sở Tư pháp, UBND cấp huyện, cấp xã', ['Sở Tư pháp', 'UBND cấp huyện', 'UBND cấp xã']],
    [
      'Sở Lao động - Thương binh và Xã hội, UBND cấp huyện, cấp xã',
      ['Sở Lao động - Thương binh và Xã hội', 'UBND cấp huyện', 'UBND cấp xã'],
    ],
    ['Sở Lao động, Thương binh và Xã hội', ['Sở Lao động, Thương binh và Xã hội']],
    [
      'Văn phòng UBND thành phố thực hiện đối với Cổng dịch vụ công quốc gia; các sở, ban, ngành, UBND các cấp thực hiện đối với Cổng TTĐT',
      ['Văn phòng UBND thành phố', 'các sở, ban, ngành', 'UBND các cấp'],
    ],
    ['Văn phòng UBND thành phố đôn đốc, kiểm soát chất lượng', ['Văn phòng UBND thành phố']],
    [
      'Các Sở, ban, ngành; UBND cấp huyện, UBND cấp xã; cơ quan ngành dọc đóng tại địa phương',
      ['Các Sở, ban, ngành', 'UBND cấp huyện', 'UBND cấp xã', 'cơ quan ngành dọc đóng tại địa phương'],
    ],
    ['Sở Y tế; các đơn vị trực thuộc Sở', ['Sở Y tế', 'các đơn vị trực thuộc Sở']],
    [
      'Sở Nội vụ, Thanh tra thành phố, UBND cấp huyện, cấp xã, các cơ quan, đơn vị có thẩm quyền tuyển dụng.',
      [
        'Sở Nội vụ',
        'Thanh tra thành phố',
        'UBND cấp huyện',
        'UBND cấp xã',
        'các cơ quan, đơn vị có thẩm quyền tuyển dụng',
      ],
    ],
    [
      'Văn phòng UBND thành phố; các cơ quan, đơn vị có liên quan',
      ['Văn phòng UBND thành phố', 'các cơ quan, đơn vị có liên quan'],
    ],
    [
      'Các sở, ban, ngành; UBND các quận, huyện; Đài PT-TH Hải Phòng; Báo Hải Phòng',
      ['Các sở, ban, ngành', 'UBND các quận, huyện', 'Đài PT-TH Hải Phòng', 'Báo Hải Phòng'],
    ],
    [
      '- Phòng Nội vụ Văn phòng HĐND và UBND thành phố UBND các phường, xã',
      ['Phòng Nội vụ', 'Văn phòng HĐND và UBND thành phố', 'UBND các phường, xã'],
    ],
    [
      'Phòng Văn hóa – Thông tin thành phố, Văn phòng HĐND và UBND thành phố.',
      ['Phòng Văn hóa – Thông tin thành phố', 'Văn phòng HĐND và UBND thành phố'],
    ],
    [
      'Phòng Văn hóa – Thông tin thành phố và UBND các phường, xã',
      ['Phòng Văn hóa – Thông tin thành phố', 'UBND các phường, xã'],
    ],
    [
      'Trung tâm Văn hóa - Thể thao và Truyền thông; phòng Văn hóa - Thông tin thành phố',
      ['Trung tâm Văn hóa - Thể thao và Truyền thông', 'phòng Văn hóa - Thông tin thành phố'],
    ],
    [
      'Các phòng chuyên môn; HĐND, UBND thành phố',
      ['Các phòng chuyên môn', 'HĐND thành phố', 'UBND thành phố'],
    ],
    ['Các cơ quan, tổ chức, cá nhân có liên quan', ['Các cơ quan, tổ chức, cá nhân có liên quan']],
    ['Văn phòng HĐND và UBND thành phố; Phòng Nội vụ', ['Văn phòng HĐND và UBND thành phố', 'Phòng Nội vụ']],
    [
      'Cơ quan chuyên môn thuộc UBND thành phố; BQL KCX&CN Cần Thơ, UBND cấp huyện, cấp xã',
      ['Cơ quan chuyên môn thuộc UBND thành phố', 'BQL KCX&CN Cần Thơ', 'UBND cấp huyện', 'UBND cấp xã'],
    ],
    [
      'UBND cấp xã; thôn, tổ dân phố và các tổ chức đoàn thể ở cơ sở',
      ['UBND cấp xã', 'thôn, tổ dân phố', 'các tổ chức đoàn thể ở cơ sở'],
    ],
    [
      'UBND cấp xã; thôn/tổ dân phố, Ban thanh tra nhân dân hoặc Ban giám sát đầu tư cộng đồng',
      ['UBND cấp xã', 'thôn/tổ dân phố', 'Ban thanh tra nhân dân', 'Ban giám sát đầu tư cộng đồng'],
    ],
    [
      'Bảo hiểm xã hội thành phố; Sở Y tế; UBND cấp huyện, cấp xã; thôn, tổ dân phố',
      ['Bảo hiểm xã hội thành phố', 'Sở Y tế', 'UBND cấp huyện', 'UBND cấp xã', 'thôn, tổ dân phố'],
    ],
    ['Sở, ban, ngành, UBND cấp huyện, UBND cấp xã', ['Sở, ban, ngành', 'UBND cấp huyện', 'UBND cấp xã']],
    [
      'Các quận, huyện, thị xã; UBND các xã, phường, thị trấn',
      ['Các quận, huyện, thị xã', 'UBND các xã, phường, thị trấn'],
    ],
    ['Sở TT&TT, VP UBND TP', ['Sở TT&TT', 'VP UBND TP']],
    ['Sở Giáo dục và Đào tạo, Sở Kế hoạch và Đầu tư', ['Sở Giáo dục và Đào tạo', 'Sở Kế hoạch và Đầu tư']],
    ['Sở Nội vụ (Phòng CCHC, VTLT)', ['Sở Nội vụ (Phòng CCHC, VTLT)']],
    ['UBND huyện A, B và C', ['UBND huyện A', 'UBND huyện B', 'UBND huyện C']],
  ])('%s', (text, expected) => {
    expect(names(text)).toEqual(expected)
  })
})

describe('agencies of district plans', () => {
  it.each<[string, string[]]>([
    ['Phòng Nội vụ', ['Phòng Nội vụ']],
    [
      'Các cơ quan, đơn vị thuộc UBND thành phố, UBND các phường, xã',
      ['Các cơ quan, đơn vị thuộc UBND thành phố', 'UBND các phường, xã'],
    ],
    [
      'Trung tâm Văn hóa - Thể thao và Truyền thông; phòng Văn hóa - Thông tin thành phố',
      ['Trung tâm Văn hóa - Thể thao và Truyền thông', 'phòng Văn hóa - Thông tin thành phố'],
    ],
    ['Phòng Tư pháp thành phố', ['Phòng Tư pháp thành phố']],
    ['Văn phòng HĐND và UBND thành phố', ['Văn phòng HĐND và UBND thành phố']],
    [
      'Phòng Nội vụ\nVăn phòng HĐND và UBND thành phố\nUBND các phường, xã',
      ['Phòng Nội vụ', 'Văn phòng HĐND và UBND thành phố', 'UBND các phường, xã'],
    ],
    [
      'Văn phòng HĐND và UBND thành phố\nUBND các phường, xã',
      ['Văn phòng HĐND và UBND thành phố', 'UBND các phường, xã'],
    ],
    ['Văn phòng HĐND và UBND', ['Văn phòng HĐND và UBND']],
    ['Phòng Nội vụ thành phố', ['Phòng Nội vụ thành phố']],
    ['Phòng Tài chính – Kế hoạch thành phố', ['Phòng Tài chính – Kế hoạch thành phố']],
    ['Phòng Văn hóa - Thông tin thành phố', ['Phòng Văn hóa - Thông tin thành phố']],
    [
      'Phòng Văn hóa – Thông tin thành phố và UBND các phường, xã',
      ['Phòng Văn hóa – Thông tin thành phố', 'UBND các phường, xã'],
    ],
    [
      'Phòng Văn hóa – Thông tin thành phố, Văn phòng HĐND và UBND thành phố.',
      ['Phòng Văn hóa – Thông tin thành phố', 'Văn phòng HĐND và UBND thành phố'],
    ],
    ['Phòng Tài Chính – Kế hoạch thành phố', ['Phòng Tài Chính – Kế hoạch thành phố']],
    ['Các phòng chuyên môn', ['Các phòng chuyên môn']],
    ['Phòng Tư pháp', ['Phòng Tư pháp']],
    ['Các cơ quan, tổ chức, cá nhân có liên quan', ['Các cơ quan, tổ chức, cá nhân có liên quan']],
    [
      'Các phòng chuyên môn; HĐND, UBND thành phố',
      ['Các phòng chuyên môn', 'HĐND thành phố', 'UBND thành phố'],
    ],
    ['Các phòng chuyên môn; UBND các phường, xã', ['Các phòng chuyên môn', 'UBND các phường, xã']],
    ['Cá nhân, tổ chức có liên quan', ['Cá nhân, tổ chức có liên quan']],
    [
      'Văn phòng HĐND và UBND thành phố; Các phòng chuyên môn; UBND các phường, xã',
      ['Văn phòng HĐND và UBND thành phố', 'Các phòng chuyên môn', 'UBND các phường, xã'],
    ],
    ['Các cá nhân, tổ chức có liên quan', ['Các cá nhân, tổ chức có liên quan']],
    ['Văn phòng HDDND và UBND thành phố', ['Văn phòng HDDND và UBND thành phố']],
    [
      'Các phòng chuyên môn; UBND các phường, xã; cơ quan đơn vị khác có liên quan',
      ['Các phòng chuyên môn', 'UBND các phường, xã', 'cơ quan đơn vị khác có liên quan'],
    ],
    ['Các cơ quan, đơn vị liên quan', ['Các cơ quan, đơn vị liên quan']],
    ['Các phòng chuyên môn, UBND các phường, xã', ['Các phòng chuyên môn', 'UBND các phường, xã']],
    [
      'Các phòng chuyên môn; các đơn vị sự nghiệp công lập trực thuộc',
      ['Các phòng chuyên môn', 'các đơn vị sự nghiệp công lập trực thuộc'],
    ],
    [
      'Các phòng chuyên môn; Các đơn vị sự nghiệp công lập trực thuộc',
      ['Các phòng chuyên môn', 'Các đơn vị sự nghiệp công lập trực thuộc'],
    ],
    ['Các cơ quan, đơn vị có liên quan', ['Các cơ quan, đơn vị có liên quan']],
    [
      'Các cơ quan, đơn vị liên quan; UBND các phường, xã',
      ['Các cơ quan, đơn vị liên quan', 'UBND các phường, xã'],
    ],
    ['Phòng Tài chính - Kế hoạch', ['Phòng Tài chính - Kế hoạch']],
    ['Văn phòng HĐND và UBND thành phố; Phòng Nội vụ', ['Văn phòng HĐND và UBND thành phố', 'Phòng Nội vụ']],
    ['Phòng Văn hóa và Thông tin', ['Phòng Văn hóa và Thông tin']],
    ['Trung tâm Văn hóa và Truyền thanh', ['Trung tâm Văn hóa và Truyền thanh']],
  ])('%s', (text, expected) => {
    expect(names(text)).toEqual(expected)
  })
})

describe('agencies in the wording of other provinces', () => {
  it.each<[string, string[]]>([
    ['Sở Nội vụ\nSở Tài chính', ['Sở Nội vụ', 'Sở Tài chính']],
    [
      'Các Sở, ban, ngành tỉnh và UBND các huyện, thành phố',
      ['Các Sở, ban, ngành tỉnh', 'UBND các huyện, thành phố'],
    ],
    [
      'UBND các quận, huyện, thị xã và các đơn vị liên quan',
      ['UBND các quận, huyện, thị xã', 'các đơn vị liên quan'],
    ],
    ['Thủ trưởng các cơ quan, đơn vị', ['Thủ trưởng các cơ quan, đơn vị']],
    ['Chủ tịch UBND các xã, phường, thị trấn', ['Chủ tịch UBND các xã, phường, thị trấn']],
    ['Giám đốc Sở Nội vụ, Chủ tịch UBND cấp huyện', ['Giám đốc Sở Nội vụ', 'Chủ tịch UBND cấp huyện']],
    [
      'UBMTTQ Việt Nam tỉnh, Hội Nông dân, Hội Cựu chiến binh, Tỉnh đoàn',
      ['UBMTTQ Việt Nam tỉnh', 'Hội Nông dân', 'Hội Cựu chiến binh', 'Tỉnh đoàn'],
    ],
    [
      'Viện kiểm sát nhân dân, Tòa án nhân dân, Công an tỉnh',
      ['Viện kiểm sát nhân dân', 'Tòa án nhân dân', 'Công an tỉnh'],
    ],
    [
      'Ban Quản lý các khu công nghiệp, Kho bạc Nhà nước tỉnh, Cục Thuế tỉnh',
      ['Ban Quản lý các khu công nghiệp', 'Kho bạc Nhà nước tỉnh', 'Cục Thuế tỉnh'],
    ],
    [
      'Sở Văn hóa, Thể thao và Du lịch; Sở Nông nghiệp và PTNT',
      ['Sở Văn hóa, Thể thao và Du lịch', 'Sở Nông nghiệp và PTNT'],
    ],
    [
      'Các phòng, ban, ngành thành phố; UBND các xã, phường',
      ['Các phòng, ban, ngành thành phố', 'UBND các xã, phường'],
    ],
    [
      'Văn phòng Đoàn ĐBQH và HĐND tỉnh, Văn phòng UBND tỉnh',
      ['Văn phòng Đoàn ĐBQH và HĐND tỉnh', 'Văn phòng UBND tỉnh'],
    ],
    [
      'Liên đoàn Lao động tỉnh và Hội Liên hiệp Phụ nữ tỉnh',
      ['Liên đoàn Lao động tỉnh', 'Hội Liên hiệp Phụ nữ tỉnh'],
    ],
    ['Bưu điện tỉnh; Viettel; VNPT', ['Bưu điện tỉnh', 'Viettel', 'VNPT']],
    [
      'Trung tâm Phục vụ hành chính công tỉnh, Trung tâm Xúc tiến đầu tư, thương mại và du lịch',
      ['Trung tâm Phục vụ hành chính công tỉnh', 'Trung tâm Xúc tiến đầu tư, thương mại và du lịch'],
    ],
    [
      'Các Sở, Ban, Ngành, UBND huyện, thị xã, thành phố',
      ['Các Sở, Ban, Ngành', 'UBND huyện, thị xã, thành phố'],
    ],
    [
      'Công chức Tư pháp - Hộ tịch; Công chức Văn phòng - Thống kê',
      ['Công chức Tư pháp - Hộ tịch', 'Công chức Văn phòng - Thống kê'],
    ],
    [
      'Bộ Chỉ huy Quân sự tỉnh, Bộ Chỉ huy Bộ đội Biên phòng tỉnh',
      ['Bộ Chỉ huy Quân sự tỉnh', 'Bộ Chỉ huy Bộ đội Biên phòng tỉnh'],
    ],
    ['UBND huyện, UBND xã', ['UBND huyện', 'UBND xã']],
    ['UBND xã, phường', ['UBND xã, phường']],
    ['Sở Nội vụ phối hợp Văn phòng UBND tỉnh', ['Sở Nội vụ', 'Văn phòng UBND tỉnh']],
    ['HĐND và UBND thành phố', ['HĐND thành phố', 'UBND thành phố']],
  ])('%s', (text, expected) => {
    expect(names(text)).toEqual(expected)
  })
})

const single = fc.constantFrom(
  'Sở Nội vụ',
  'Sở Giáo dục và Đào tạo',
  'Sở Lao động - Thương binh và Xã hội',
  'Văn phòng UBND tỉnh',
  'Công an tỉnh',
  'Thanh tra tỉnh',
  'UBND cấp xã',
  'UBND các huyện, thị xã, thành phố',
  'Các sở, ban, ngành',
  'Bảo hiểm xã hội tỉnh',
  'Ban Quản lý Khu kinh tế',
  'các cơ quan, đơn vị có liên quan',
)

describe('any cell', () => {
  it('gives back agencies written one after another', () => {
    fc.assert(
      fc.property(
        fc.array(single, { minLength: 1, maxLength: 5 }),
        fc.constantFrom('; ', '\n', '\n- ', ';\n'),
        (list, link) => {
          expect(names(list.join(link))).toEqual(list)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('never throws and names nothing that is not printed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60, unit: 'grapheme' }), (text) => {
        for (const { name } of splitAgencies(text)) expect(name).toMatch(/\p{L}/u)
      }),
      { numRuns: 300 },
    )
  })
})

describe('texts that look like agencies', () => {
  it.each([
    'Sở Nội vụ',
    'So Noi vu',
    '- Các Sở, ban, ngành; UBND cấp huyện, cấp xã',
    'VP UBND TP',
    'thôn, tổ dân phố',
    'Các cơ quan, tổ chức, cá nhân có liên quan',
  ])('%s', (text) => {
    expect(looksLikeAgency(text)).toBe(true)
  })

  it.each(['Thường xuyên', 'Kế hoạch', 'Trước ngày 20/12/2023', 'Nâng cao chất lượng', '100%', ''])(
    'not %s',
    (text) => {
      expect(looksLikeAgency(text)).toBe(false)
    },
  )
})
