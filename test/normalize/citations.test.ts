import { describe, expect, it } from 'vitest'
import { readCitations } from '../../src/normalize/body/citations.js'
import { readAttachment } from '../../src/normalize/header/attachment.js'
import { at } from './plan-blocks.js'

const own = { number: '229/KH-UBND', issuedOn: '2023-08-31' }

function cite(...texts: string[]) {
  return readCitations(
    texts.map((text, index) => ({ text, at: at(index + 1) })),
    own,
  )
}

/** 'Nghị định 108/2020/NĐ-CP 2020-09-14' */
function brief(...texts: string[]): string[] {
  return cite(...texts).value.map(({ type, number, date }) => `${type} ${number} ${date ?? '–'}`)
}

describe('citations', () => {
  it.each([
    ['theo Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ', 'Nghị quyết 76/NQ-CP 2021-07-15'],
    ['tại Quyết định số 468/QĐ- TTg ngày 27 tháng 3 năm 2021', 'Quyết định 468/QĐ-TTg 2021-03-27'],
    ['Nghị quyết số 19-NQ/TW ngày 25/10/2017', 'Nghị quyết 19-NQ/TW 2017-10-25'],
    ['Chương trình số 10-CTr/TU ngày 17/3/2021', 'Chương trình 10-CTr/TU 2021-03-17'],
    ['Chương trình phối hợp số 1723/CTPH-TANDTPHN-STP', 'Chương trình phối hợp 1723/CTPH-TANDTPHN-STP –'],
    ['văn bản số 806/UBND-ĐT ngày 21/3/2022', 'Văn bản 806/UBND-ĐT 2022-03-21'],
    ['Pháp lệnh số 34/2007/PL-UBTVQH11', 'Pháp lệnh 34/2007/PL-UBTVQH11 –'],
    ['Luật Tổ chức chính quyền địa phương số 77/2015/QH13 ngày 19/6/2015', 'Luật 77/2015/QH13 2015-06-19'],
    ['Bộ luật số 91/2015/QH13', 'Bộ luật 91/2015/QH13 –'],
    ['ND 61/2018/NĐ-CP', 'Nghị định 61/2018/NĐ-CP –'],
    ['QĐ số 2546/QĐ-UBND ngày 28/4/2023', 'Quyết định 2546/QĐ-UBND 2023-04-28'],
    ['Công văn 6721/VPCP-V.I ngày 19.7.2022', 'Công văn 6721/VPCP-V.I 2022-07-19'],
    ['Quyết định số 4610/QĐ-UBND của UBND Thành phố ngày 22/10/2019', 'Quyết định 4610/QĐ-UBND 2019-10-22'],
    ['(108/2020/NĐ-CP)', 'Nghị định 108/2020/NĐ-CP –'],
    ['Quyết định số 4647/KH-UBND ngày 30/12/2022', 'Quyết định 4647/KH-UBND 2022-12-30'],
    ['tai Nghi dinh so 108/2020/ND-CP ngay 14/9/2020', 'Nghị định 108/2020/ND-CP 2020-09-14'],
  ])('%s', (text, expected) => {
    expect(brief(text)).toEqual([expected])
  })

  it('carries the type over a list', () => {
    expect(brief('Nghị định số 59/2012/NĐ-CP; 32/2020/NĐ-CP')).toEqual([
      'Nghị định 59/2012/NĐ-CP –',
      'Nghị định 32/2020/NĐ-CP –',
    ])
    expect(brief('các Văn bản: số 12/UBND-NC, số 13/UBND-NC ngày 20/4/2023 và 14/UBND-ĐT')).toEqual([
      'Văn bản 12/UBND-NC –',
      'Văn bản 13/UBND-NC 2023-04-20',
      'Văn bản 14/UBND-ĐT –',
    ])
    expect(brief('Nghị định số 59/2012/NĐ-CP, 12/QĐ-UBND')[1]).toBe('Quyết định 12/QĐ-UBND –')
  })

  it('gives each document once, in order, with the first date found anywhere', () => {
    const found = cite(
      'Nghị quyết số 19-NQ/TW và số 18-NQ/TW',
      'Nghị quyết số 19-NQ/TW ngày 25/10/2017',
    ).value
    expect(found).toMatchObject([
      { number: '19-NQ/TW', date: '2017-10-25', text: 'Nghị quyết số 19-NQ/TW', at: { line: 1 } },
      { type: 'Nghị quyết', number: '18-NQ/TW', date: null },
    ])
  })

  it('sees no document in scores, dates, shares, standards and forms', () => {
    expect(
      brief(
        'đạt 9,49/9,5 điểm; 24/7; xếp hạng 12/63 tỉnh; 43.90/80',
        'trước ngày 20/12/2023; năm 2021-2025; TCVN ISO 9001:2015',
        'Mẫu số 01/TK-CCHC; 3/4 TTHC; 10/TTHC',
        'Kế hoạch số        /KH-UBND ngày     tháng 8 năm 2023',
      ),
    ).toEqual([])
  })

  it('leaves out the plan itself and the captions of its appendices', () => {
    expect(
      brief(
        'Kế hoạch số 229 /KH-UBND ngày 31/8/2023',
        '(Kèm theo Kế hoạch số 457/KH-UBND ngày 31/8/2023 của UBND Thành phố)',
        'bổ sung Danh mục ban hành kèm theo QĐ số 2546/QĐ-UBND',
      ),
    ).toEqual(['Quyết định 2546/QĐ-UBND –'])
    expect(brief('Kế hoạch số 229/KH-UBND ngày 06/4/2022 của UBND tỉnh')).toEqual([
      'Kế hoạch 229/KH-UBND 2022-04-06',
    ])
  })

  it('doubts dates that cannot be', () => {
    const issues = cite(
      'Nghị định số 108/2020/NĐ-CP ngày 14/9/2002',
      'Quyết định số 1/QĐ-UBND ngày 32/13/2020',
      'Quyết định số 2/QĐ-UBND ngày 01/9/2023',
    )
    expect(issues.value.map((citation) => citation.date)).toEqual(['2002-09-14', null, '2023-09-01'])
    expect(issues.issues.map((issue) => [issue.code, issue.at?.line])).toEqual([
      ['date-implausible', 1],
      ['date-implausible', 2],
      ['date-implausible', 3],
    ])
  })
})

describe('captions of appendices', () => {
  it.each([
    [
      '(Kèm theo Kế hoạch số 229 /KH-UBND ngày 31 tháng 8 năm 2023 của UBND thành phố Hải Phòng)',
      { number: '229/KH-UBND', date: '2023-08-31' },
    ],
    [
      '(Ban hành kèm theo Kế hoạch số: 52 /KH-UBND ngày 20 /3/2024 của UBND thành phố Gia Nghĩa)',
      { number: '52/KH-UBND', date: '2024-03-20' },
    ],
    [
      '(Kèm theo Kế hoạch số      /KH-UBND ngày     tháng     năm 2024 của UBND tỉnh)',
      { number: null, date: null },
    ],
    ['(Kem theo Ke hoach so 12/KH-UBND ngay 05/01/2024)', { number: '12/KH-UBND', date: '2024-01-05' }],
    ['(Kèm theo Kế hoạch này)', null],
    ['Bảng phân công nhiệm vụ', null],
  ])('%s', (text, expected) => {
    expect(readAttachment(text)).toEqual(expected)
  })
})
