import { describe, expect, it } from 'vitest'
import type { Block } from '../../schemas/document.js'
import { caption, heading, issuesOf, paragraph, plain, read, table } from './plan-blocks.js'

const rest = plain(`KẾ HOẠCH
Cải cách hành chính nhà nước năm 2024
Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ;
I. MỤC ĐÍCH
Nâng cao chất lượng phục vụ.`)

function header(head: Block[], captions: string[] = []) {
  return read([...head, ...rest], { appendixCaptions: captions.map((text) => caption(text)) }).value.header
}

describe('letterhead', () => {
  it('reads lines one below the other', () => {
    const found = header(
      plain(`ỦY BAN NHÂN DÂN
      TỈNH ĐẮK NÔNG
      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Độc lập - Tự do - Hạnh phúc
      Số: 52/KH-UBND
      Đắk Nông, ngày 05 tháng 02 năm 2024`),
    )
    expect(found).toMatchObject({
      issuer: 'Ủy ban nhân dân tỉnh Đắk Nông',
      issuerPrinted: 'ỦY BAN NHÂN DÂN TỈNH ĐẮK NÔNG',
      level: 'province',
      province: { code: '67', name: 'Đắk Nông' },
      unit: null,
      number: '52/KH-UBND',
      place: 'Đắk Nông',
      issuedOn: '2024-02-05',
    })
  })

  it('reads two columns parted by TABs, the department under its province', () => {
    const found = header(
      plain(`UBND TỈNH QUẢNG NGÃI\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      SỞ NÔNG NGHIỆP VÀ\tĐộc lập - Tự do - Hạnh phúc
      PHÁT TRIỂN NÔNG THÔN
      Số: 1207 /KH-SNNPTNT\tQuảng Ngãi, ngày 20 /3/2024`),
    )
    expect(found).toMatchObject({
      issuer: 'Sở Nông nghiệp và Phát triển nông thôn tỉnh Quảng Ngãi',
      issuerPrinted: 'UBND TỈNH QUẢNG NGÃI / SỞ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN',
      level: 'province',
      province: { code: '51', name: 'Quảng Ngãi' },
      unit: null,
      number: '1207/KH-SNNPTNT',
      issuedOn: '2024-03-20',
    })
  })

  it('reads a table, and columns run together in one line', () => {
    const expected = {
      issuer: 'Ủy ban nhân dân huyện Châu Thành',
      level: 'district',
      unit: { level: 'district', name: 'Châu Thành', code: '837' },
      number: '15/KH-UBND',
      place: 'Châu Thành',
      issuedOn: '2024-01-19',
    }
    const cells = table(
      [
        'ỦY BAN NHÂN DÂN\nHUYỆN CHÂU THÀNH',
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập – Tự do – Hạnh phúc',
      ],
      ['Số: 15/KH-UBND', 'Châu Thành, ngày 19 tháng 01 năm 2024'],
    )
    const mention = paragraph('Căn cứ Kế hoạch của Ủy ban nhân dân tỉnh Bến Tre;')
    expect(read([cells, ...rest, mention]).value.header).toMatchObject({ ...expected, unit: { code: '831' } })
    const runTogether = plain(`ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      HUYỆN CHÂU THÀNH Độc lập - Tự do - Hạnh phúc
      Số: 15/KH-UBND Châu Thành, ngày 19 tháng 01 năm 2024`)
    const inTraVinh = paragraph('Căn cứ Kế hoạch của Ủy ban nhân dân tỉnh Trà Vinh;')
    expect(read([...runTogether, ...rest, inTraVinh]).value.header).toMatchObject({ unit: { code: '847' } })
  })

  it('reads a ministry, a commune of the new map and a district office', () => {
    expect(header(plain('BỘ NỘI VỤ\nSố: 876/QĐ-BNV\nHà Nội, ngày 10 tháng 11 năm 2023'))).toMatchObject({
      issuer: 'Bộ Nội vụ',
      level: 'ministry',
      province: null,
      unit: null,
    })
    expect(
      header(plain('ỦY BAN NHÂN DÂN\nPHƯỜNG TAM KỲ\nSố: 12/KH-UBND\nTam Kỳ, ngày 10 tháng 11 năm 2025')),
    ).toMatchObject({
      issuer: 'Ủy ban nhân dân phường Tam Kỳ',
      level: 'commune',
      province: { code: '48', name: 'Đà Nẵng' },
      unit: { level: 'commune', name: 'Tam Kỳ', code: null },
    })
    expect(
      header(plain('UBND HUYỆN PHÙ CỪ\nPHÒNG NỘI VỤ\nSố: 03/KH-PNV\nPhù Cừ, ngày 10 tháng 01 năm 2024')),
    ).toMatchObject({
      issuer: 'Phòng Nội vụ huyện Phù Cừ',
      level: 'district',
      province: { code: '33', name: 'Hưng Yên' },
      unit: { name: 'Phù Cừ', code: '333' },
    })
  })

  it('finds the province of a commune of the old map around it', () => {
    const found = read([
      ...plain('UBND HUYỆN EA H’LEO\nXÃ EA KHAL\nSố: 12/KH-UBND\nEa Khal, ngày 10 tháng 01 năm 2024'),
      ...rest,
      paragraph('Thực hiện Kế hoạch của UBND tỉnh Đắk Lắk.'),
    ])
    expect(found.value.header).toMatchObject({
      issuer: 'Ủy ban nhân dân xã Ea Khal',
      level: 'commune',
      province: { code: '66', name: 'Đắk Lắk' },
      unit: { level: 'commune', name: 'Ea Khal' },
    })
  })
})

describe('names of issuers', () => {
  const issuerOf = (head: string) =>
    header([...plain(head), ...plain('Số: 1/KH\nX, ngày 10 tháng 01 năm 2024')]).issuer

  it.each([
    ['UBND TP.HCM', 'Ủy ban nhân dân thành phố Hồ Chí Minh'],
    ['UỶ BAN NHÂN DÂN\nTỈNH BÀ RỊA\n- VŨNG TÀU', 'Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu'],
    ['UBND TỈNH HOÀ BÌNH', 'Ủy ban nhân dân tỉnh Hoà Bình'],
    ['ỦY BAN NHÂN DÂN\nQUẬN 1', 'Ủy ban nhân dân quận 1'],
    ['UBND TỈNH BẮC GIANG\nUBND HUYỆN LỤC NGẠN', 'Ủy ban nhân dân huyện Lục Ngạn'],
    [
      'UBND TP. HẢI PHÒNG\nSỞ VĂN HÓA, THỂ THAO\nVÀ DU LỊCH',
      'Sở Văn hóa, Thể thao và Du lịch thành phố Hải Phòng',
    ],
    ['UBND TỈNH LAI CHÂU\nTHANH TRA TỈNH', 'Thanh tra tỉnh Lai Châu'],
    ['UBND HUYỆN PHÙ CỪ\nVĂN PHÒNG HĐND VÀ UBND', 'Văn phòng HĐND và UBND huyện Phù Cừ'],
    ['UBND TỈNH LAI CHÂU SỞ NỘI VỤ', 'Sở Nội vụ tỉnh Lai Châu'],
    ['BỘ TÀI NGUYÊN VÀ MÔI TRƯỜNG', 'Bộ Tài nguyên và Môi trường'],
  ])('%j', (head, issuer) => {
    expect(issuerOf(head)).toBe(issuer)
  })

  it('take the case that the document itself writes them in', () => {
    const head = plain('UBND TỈNH LAI CHÂU\nBAN QUẢN LÝ KHU KINH TẾ CỬA KHẨU\nSố: 1/KH-BQL')
    const mention = paragraph('Giao Ban Quản lý Khu kinh tế cửa khẩu theo dõi.')
    expect(read([...head, ...rest, mention]).value.header.issuer).toBe(
      'Ban Quản lý Khu kinh tế cửa khẩu tỉnh Lai Châu',
    )
  })
})

describe('the map of the plan’s date', () => {
  const headOf = (unit: string, date: string) => plain(`ỦY BAN NHÂN DÂN\n${unit}\nSố: 1/KH-UBND\nX, ${date}`)

  it('takes a city for a province only while it is one', () => {
    expect(header(headOf('THÀNH PHỐ HUẾ', 'ngày 03 tháng 01 năm 2024'))).toMatchObject({
      level: 'district',
      province: { code: '46', name: 'Thừa Thiên Huế' },
      unit: { name: 'Huế', code: '474' },
    })
    expect(header(headOf('THÀNH PHỐ HUẾ', 'ngày 03 tháng 3 năm 2025'))).toMatchObject({
      level: 'province',
      province: { code: '46', name: 'Huế' },
      unit: null,
    })
    expect(header(headOf('THÀNH PHỐ HƯNG YÊN', 'ngày 30 tháng 12 năm 2022'))).toMatchObject({
      level: 'district',
      province: { code: '33', name: 'Hưng Yên' },
    })
  })

  it('gives the code in force on the date', () => {
    expect(header(headOf('TỈNH LÀO CAI', 'ngày 03 tháng 01 năm 2024')).province?.code).toBe('10')
    expect(header(headOf('TỈNH LÀO CAI', 'ngày 03 tháng 12 năm 2025')).province?.code).toBe('15')
  })

  it('leaves a province null that the map of the date does not have', () => {
    const result = read([...headOf('TỈNH BÌNH DƯƠNG', 'ngày 03 tháng 12 năm 2025'), ...rest])
    expect(result.value.header).toMatchObject({ issuer: 'Ủy ban nhân dân tỉnh Bình Dương', province: null })
    expect(issuesOf(result)).toContainEqual(expect.stringContaining('no tỉnh Bình Dương'))
  })

  it('leaves the province null where several have such a district and nothing says which', () => {
    const result = read([...headOf('HUYỆN CHÂU THÀNH', 'ngày 03 tháng 01 năm 2024'), ...rest])
    expect(result.value.header).toMatchObject({
      issuer: 'Ủy ban nhân dân huyện Châu Thành',
      level: 'district',
      province: null,
      unit: { name: 'Châu Thành', code: null },
    })
    expect(issuesOf(result)).toContainEqual(
      expect.stringContaining('header-field-missing province: several provinces'),
    )
  })
})

describe('number and date', () => {
  const head = (number: string, date = 'Hải Phòng, ngày 31 tháng 8 năm 2023') =>
    plain(`UBND THÀNH PHỐ HẢI PHÒNG\n${number}\n${date}`)

  it.each([
    ['Số: 229 /KH-UBND', '229/KH-UBND'],
    ['Số:229/KH-UBND', '229/KH-UBND'],
    ['Số 229/KH–UBND', '229/KH-UBND'],
    ['Số: 05-KH/TU', '05-KH/TU'],
    ['Số: 12 /2023/KH - UBND', '12/2023/KH-UBND'],
  ])('reads %s', (printed, number) => {
    expect(header(head(printed)).number).toBe(number)
  })

  it('takes a blank number from the caption and says so', () => {
    const result = read([...head('Số:        /KH-UBND'), ...rest], {
      appendixCaptions: [
        caption('(Kèm theo Kế hoạch số 229 /KH-UBND ngày 31 tháng 8 năm 2023 của UBND thành phố)'),
      ],
    })
    expect(result.value.header.number).toBe('229/KH-UBND')
    expect(issuesOf(result)).toContainEqual(
      'info header-field-missing number: the letterhead leaves it blank; taken from the caption of an appendix.',
    )
    const without = read([...head('Số:        /KH-UBND'), ...rest])
    expect(without.value.header.number).toBeNull()
    expect(issuesOf(without)).toContain(
      'warning header-field-missing number: the letterhead leaves it blank.',
    )
  })

  it('reports a caption that disagrees; the letterhead wins', () => {
    const result = read([...head('Số: 157 /KH-UBND'), ...rest], {
      appendixCaptions: [
        caption('(Kèm theo Kế hoạch số 457/KH-UBND ngày 31/8/2023 của UBND Thành phố)', 113),
      ],
    })
    expect(result.value.header.number).toBe('157/KH-UBND')
    expect(result.issues.filter((issue) => issue.code === 'number-mismatch')).toMatchObject([
      { severity: 'warning', at: { line: 113 } },
    ])
  })

  it('leaves a blank or impossible date null', () => {
    const blank = read([...head('Số: 1/KH-UBND', 'Hải Phòng, ngày      tháng 8 năm 2023'), ...rest])
    expect(blank.value.header).toMatchObject({ issuedOn: null, place: 'Hải Phòng' })
    expect(issuesOf(blank)).toContainEqual(
      expect.stringContaining('warning header-field-missing issuedOn: a part'),
    )
    for (const date of ['ngày 32 tháng 13 năm 2023', 'ngày 31 tháng 8 năm 2203']) {
      const result = read([...head('Số: 1/KH-UBND', `Hải Phòng, ${date}`), ...rest])
      expect(result.value.header.issuedOn).toBeNull()
      expect(issuesOf(result)).toContainEqual(expect.stringContaining('warning date-implausible issuedOn'))
    }
  })

  it('doubts a date far from the years of the plan', () => {
    const result = read([...head('Số: 1/KH-UBND', 'Hải Phòng, ngày 31 tháng 8 năm 2013'), ...rest])
    expect(result.value.header.issuedOn).toBe('2013-08-31')
    expect(issuesOf(result)).toContainEqual(
      expect.stringContaining('date-implausible issuedOn: 2013-08-31 is far'),
    )
  })
})

describe('a letterhead that is lost', () => {
  it('reads the issuer from the caption', () => {
    const result = read(rest, {
      appendixCaptions: [
        caption('(Ban hành kèm theo Kế hoạch số: 52 /KH-UBND ngày 20 /3/2024 của UBND TP. Gia Nghĩa)'),
      ],
    })
    expect(result.value.header).toMatchObject({
      issuer: 'Ủy ban nhân dân thành phố Gia Nghĩa',
      issuerPrinted: 'UBND TP. Gia Nghĩa',
      level: 'district',
      province: { code: '67', name: 'Đắk Nông' },
      unit: { level: 'district', name: 'Gia Nghĩa', code: '660' },
      number: '52/KH-UBND',
      issuedOn: '2024-03-20',
      place: null,
    })
    expect(issuesOf(result)).toContain('warning header-field-missing place: not printed in the letterhead.')
  })

  it('reads the unit’s name from the title where the caption has only its kind', () => {
    const result = read(
      [
        ...plain('Số: 157 /KH-UBND\nHà Nội, ngày 26 tháng 5 năm 2023'),
        heading('KẾ HOẠCH'),
        heading('Nâng cao Chỉ số PAPI của thành phố Hà Nội năm 2023', 3),
      ],
      { appendixCaptions: [caption('(Kèm theo Kế hoạch số 157/KH-UBND ngày 26/5/2023 của UBND Thành phố)')] },
    )
    expect(result.value.header).toMatchObject({
      issuer: 'Ủy ban nhân dân thành phố Hà Nội',
      province: { code: '01', name: 'Hà Nội' },
    })
  })

  it('reads the issuer from the sentence that issues the plan', () => {
    const result = read(
      plain(`KẾ HOẠCH
      Cải thiện Chỉ số cải cách hành chính năm 2024
      Căn cứ Nghị quyết số 76/NQ-CP;
      Ủy ban nhân dân thị xã Kỳ Anh ban hành Kế hoạch cải thiện Chỉ số như sau:
      I. MỤC ĐÍCH`),
    )
    expect(result.value.header).toMatchObject({
      issuer: 'Ủy ban nhân dân thị xã Kỳ Anh',
      province: { code: '42', name: 'Hà Tĩnh' },
      unit: { name: 'Kỳ Anh', code: '449' },
    })
  })

  it('prefers a caption to a letterhead that has lost the unit’s line', () => {
    const head = plain('ỦY BAN NHÂN DÂN\nSố: 5/KH-UBND\nĐồng Xoài, ngày 10 tháng 01 năm 2024')
    const found = header(head, ['(Kèm theo Kế hoạch số 5/KH-UBND ngày 10/01/2024 của UBND tỉnh Bình Phước)'])
    expect(found).toMatchObject({ issuer: 'Ủy ban nhân dân tỉnh Bình Phước', province: { code: '70' } })
  })

  it('finds a department’s province, and not the decision that another plan is about', () => {
    const result = read(
      plain(`KẾ HOẠCH
      Cải cách hành chính năm 2024
      Căn cứ Quyết định số 12/QĐ-UBND của UBND huyện Cư Jút về việc ban hành Kế hoạch năm 2024;
      Thực hiện chỉ đạo của Ủy ban nhân dân tỉnh Đắk Nông, Sở Nội vụ xây dựng Kế hoạch như sau:
      I. MỤC ĐÍCH`),
    )
    expect(result.value.header).toMatchObject({
      issuer: 'Sở Nội vụ tỉnh Đắk Nông',
      issuerPrinted: 'Sở Nội vụ',
      level: 'province',
      province: { code: '67', name: 'Đắk Nông' },
      unit: null,
    })
  })

  it('knows nothing where nothing is said', () => {
    const result = read(plain('KẾ HOẠCH\nCải cách hành chính năm 2024\nI. MỤC ĐÍCH'))
    expect(result.value.header).toMatchObject({ issuer: null, level: null, province: null, unit: null })
    expect(issuesOf(result)).toContain('warning header-field-missing issuer: named nowhere in the document.')
  })
})

describe('text without diacritics', () => {
  it('writes out what the map fixes and leaves the rest', () => {
    const found = read(
      plain(`UBND THANH PHO HUNG YEN
      So: 199 /KH-UBND
      TP. Hung Yen, ngay 30 thang 12 nam 2022
      KE HOACH
      Cai cach hanh chinh thanh pho Hung Yen nam 2023
      I. MUC DICH, YEU CAU`),
    ).value.header
    expect(found).toMatchObject({
      issuer: 'Ủy ban nhân dân thành phố Hưng Yên',
      number: '199/KH-UBND',
      issuedOn: '2022-12-30',
      documentType: 'Kế hoạch',
      planYears: [2023],
    })
    const department = read(plain('UBND TINH HUNG YEN\nSO NOI VU\nSo: 9/KH-SNV\nKE HOACH\nCai cach nam 2023'))
    expect(department.value.header.issuer).toBeNull()
    expect(issuesOf(department)).toContainEqual(expect.stringContaining('cannot be written out safely'))
  })

  it('reads the shape of a date that OCR has spoilt', () => {
    const found = read(
      plain('S6: 121 /KH-UBND Can Tho, ngay O6 thing 6 ndm 2023\nKE HOACH\nCai thien nam 2023'),
    )
    expect(found.value.header).toMatchObject({ number: '121/KH-UBND', issuedOn: '2023-06-06' })
  })
})

describe('letterheads of web pages', () => {
  it('stand below what the page itself says, without the line of the type', () => {
    const found = read(
      plain(`Để xem toàn bộ văn bản vui lòng đăng nhập.
      ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Số: 94/KH-UBND\tCao Bằng, ngày 10 tháng 7 năm 2020
      Căn cứ Quyết định số 905/QĐ-UBND ngày 25/5/2020 của Ủy ban nhân dân tỉnh, Ủy ban nhân dân (UBND) tỉnh ban hành Kế hoạch xác định Chỉ số cải cách hành chính trên địa bàn tỉnh Cao Bằng như sau:
      I. MỤC ĐÍCH`),
    ).value.header
    expect(found).toMatchObject({
      number: '94/KH-UBND',
      issuedOn: '2020-07-10',
      documentType: 'Kế hoạch',
      issuer: 'Ủy ban nhân dân tỉnh Cao Bằng',
      province: { code: '04' },
    })
  })

  it('name the chairman of the committee that issues a decision', () => {
    const found = read(
      plain(`ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Số: 292/QĐ-UBND\tVũng Tàu, ngày 16 tháng 10 năm 2017
      CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH BÀ RỊA - VŨNG TÀU
      Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
      QUYẾT ĐỊNH:
      Điều 1. Ban hành Chương trình nâng cao chỉ số.`),
    ).value.header
    expect(found).toMatchObject({
      issuer: 'Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu',
      province: { code: '77' },
    })
  })
})

describe('what a web page tells in a table of its own', () => {
  const facts = `Số hiệu: | 77/QĐ-UBND
    Người ký: | Trần Văn Mẫu | Ngày ban hành: | 19/11/2025
    Số công báo: | Đang cập nhật`
  const letter = `ỦY BAN NHÂN DÂN
    TỈNH LAI CHÂU
    Số:
    77/QĐ-UBND
    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    Độc lập - Tự do - Hạnh phúc
    *Lai Châu,
    ngày 19 tháng 11 năm 2025 *`

  it('is no letterhead', () => {
    expect(header(plain(`${facts}\n${letter}`))).toMatchObject({
      issuer: 'Ủy ban nhân dân tỉnh Lai Châu',
      issuerPrinted: 'ỦY BAN NHÂN DÂN TỈNH LAI CHÂU',
      number: '77/QĐ-UBND',
      place: 'Lai Châu',
      issuedOn: '2025-11-19',
    })
  })

  it('gives number and date where there is no letterhead, and no place', () => {
    expect(header(plain(facts))).toMatchObject({ number: '77/QĐ-UBND', issuedOn: '2025-11-19', place: null })
  })

  it('does not make a body of the central government one of a province', () => {
    const head = `Số công báo: | Đang cập nhật
      CHÍNH PHỦ
      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Số: 9/NQ-CP
      Hà Nội, ngày 20 tháng 11 năm 2025`
    expect(header(plain(head))).toMatchObject({ issuer: 'Chính phủ', level: 'ministry', province: null })
  })
})

describe('columns between pipes', () => {
  it('are told apart', () => {
    const head = `| ỦY BAN NHÂN DÂN TỈNH LAI CHÂU ------- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
      | Số: 9/KH-UBND | Lai Châu, ngày 20 tháng 11 năm 2025 |`
    expect(header(plain(head))).toMatchObject({
      issuerPrinted: 'ỦY BAN NHÂN DÂN TỈNH LAI CHÂU',
      number: '9/KH-UBND',
      place: 'Lai Châu',
      issuedOn: '2025-11-20',
    })
  })
})
