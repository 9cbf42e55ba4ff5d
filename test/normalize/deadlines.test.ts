import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { collapse, fold } from '../../src/language/letters.js'
import { readDeadlines } from '../../src/normalize/deadlines/index.js'

const plan = { planYears: [2023], issuedOn: '2023-08-31' }

/** 'within 2023-10-01..2023-12-31', 'periodic quarter', 'conditional': one short line for every item. */
function read(text: string, context: Parameters<typeof readDeadlines>[1] = plan): string[] {
  return readDeadlines(text, context).map(({ kind, start, end, period }) =>
    [kind, period, start === null && end === null ? null : `${start ?? ''}..${end ?? ''}`]
      .filter((part) => part !== null)
      .join(' '),
  )
}

const quarter = {
  i: '01-01..2023-03-31',
  ii: '04-01..2023-06-30',
  iii: '07-01..2023-09-30',
  iv: '10-01..2023-12-31',
}
const year2023 = 'within 2023-01-01..2023-12-31'
const year2024 = 'within 2024-01-01..2024-12-31'

describe('times of the calendar', () => {
  it.each<[string, string[]]>([
    ['Quý IV/2023', [`within 2023-${quarter.iv}`]],
    ['Quý 4/2023', [`within 2023-${quarter.iv}`]],
    ['Quý IV năm 2023', [`within 2023-${quarter.iv}`]],
    ['QuýIV/2023', [`within 2023-${quarter.iv}`]],
    ['Quí IV-2023', [`within 2023-${quarter.iv}`]],
    ['Trong Quí II năm 2023', [`within 2023-${quarter.ii}`]],
    ['2023-06-30', ['by ..2023-06-30']],
    ['2023-06-30 0:00:00', ['by ..2023-06-30']],
    ['Trước 2023-06-30', ['by ..2023-06-30']],
    ['Q4-2023', [`within 2023-${quarter.iv}`]],
    ['Quý II/ 2023.', [`within 2023-${quarter.ii}`]],
    ['Quý II, III/2023', [`within 2023-${quarter.ii}`, `within 2023-${quarter.iii}`]],
    ['Quý III, quý IV năm 2023', [`within 2023-${quarter.iii}`, `within 2023-${quarter.iv}`]],
    ['Quý I/2023 và Quý I/2024', [`within 2023-${quarter.i}`, 'within 2024-01-01..2024-03-31']],
    ['Quý I - III/2023', ['within 2023-01-01..2023-09-30']],
    ['Tháng 12/2023', ['within 2023-12-01..2023-12-31']],
    ['Tháng 02/2024', ['within 2024-02-01..2024-02-29']],
    ['Tháng 6-7/2023', ['within 2023-06-01..2023-07-31']],
    ['Tháng 6- 7/2023.', ['within 2023-06-01..2023-07-31']],
    ['Tháng 6, tháng 12/2023', ['within 2023-06-01..2023-06-30', 'within 2023-12-01..2023-12-31']],
    ['Tháng 7/2023 - 4/2024', ['within 2023-07-01..2024-04-30']],
    ['T6-T12/2023', ['within 2023-06-01..2023-12-31']],
    ['6-12/2023', ['within 2023-06-01..2023-12-31']],
    ['Năm 2023, 2024', [year2023, year2024]],
    ['Trong năm 2023', [year2023]],
    ['Trong năm 2023 và năm 2024,', [year2023, year2024]],
    ['Cả năm', [year2023]],
    ['Giai đoạn 2023-2025', ['within 2023-01-01..2025-12-31']],
    ['6 tháng đầu năm 2023', ['within 2023-01-01..2023-06-30']],
    ['Sáu tháng cuối năm', ['within 2023-07-01..2023-12-31']],
    ['9 tháng đầu năm', ['within 2023-01-01..2023-09-30']],
    ['Cuối năm', [`within 2023-${quarter.iv}`]],
    ['Cuối tháng 2/2023', ['within 2023-02-21..2023-02-28']],
    ['Dự kiến ban hành trong Quý I/2023', [`within 2023-${quarter.i}`]],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

describe('days by which', () => {
  it.each<[string, string[]]>([
    ['Trước ngày 20/12/2023', ['by ..2023-12-20']],
    ['Trước 15/12', ['by ..2023-12-15']],
    ['Trước ngày 20 tháng 12 năm 2023', ['by ..2023-12-20']],
    ['Trước 17h00 ngày 15/12', ['by ..2023-12-15']],
    ['Trước 17:00 ngày 15/12', ['by ..2023-12-15']],
    ['Hoàn thành trước 30/9', ['by ..2023-09-30']],
    ['Chậm nhất ngày 25/12/2023', ['by ..2023-12-25']],
    ['Chậm nhất trong tháng 6', ['by ..2023-06-30']],
    ['Đến 31/12/2025', ['by ..2025-12-31']],
    ['Đến hết năm', ['by ..2023-12-31']],
    ['31/12/2024', ['by ..2024-12-31']],
    ['20.12.2023', ['by ..2023-12-20']],
    ['Quý I/2023, 01/4/2023', ['within 2023-01-01..2023-03-31', 'by ..2023-04-01']],
    ['Trước ngày 20/6 và 20/12/2023', ['by ..2023-06-20', 'by ..2023-12-20']],
    ['Trước tháng 12/2023', ['by ..2023-11-30']],
    ['Từ nay đến hết năm 2025', ['by 2023-08-31..2025-12-31']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

describe('from … on, from … to', () => {
  it.each<[string, string[]]>([
    ['Từ tháng 6/2023 đến tháng 4/2024', ['within 2023-06-01..2024-04-30']],
    ['Tháng 5/2023 đến tháng 4/2024', ['within 2023-05-01..2024-04-30']],
    ['Từ tháng 6-12/2023 theo tiến độ chung của Thành phố', ['within 2023-06-01..2023-12-31']],
    ['Từ quý I/2023 đến hết năm 2025', ['within 2023-01-01..2025-12-31']],
    ['Từ ngày 01 đến ngày 15/12/2023', ['within 2023-12-01..2023-12-15']],
    ['Từ tháng 10 đến tháng 3', ['within 2023-10-01..2024-03-31']],
    ['Từ năm 2021 đến hết năm 2025 và các năm tiếp theo', ['from 2021-01-01..']],
    ['Từ tháng 3', ['from 2023-03-01..']],
    ['Từ năm 2024 trở đi', ['from 2024-01-01..']],
    ['Sau ngày 15/6', ['from 2023-06-15..']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

describe('what comes again, goes on or hangs on something', () => {
  it.each<[string, string[]]>([
    ['Thường xuyên', ['continuous']],
    ['Thường xuyên, liên tục', ['continuous']],
    ['Thường xuyên trong năm 2023', ['continuous 2023-01-01..2023-12-31']],
    ['Thường xuyên, hàng quý', ['continuous', 'periodic quarter']],
    ['Hàng quý', ['periodic quarter']],
    ['Hằng tháng', ['periodic month']],
    ['Hàng ngày', ['periodic']],
    ['Định kỳ hàng năm', ['periodic year']],
    ['Định kỳ', ['periodic']],
    [
      'Định kỳ quý/6 tháng/9 tháng và năm',
      ['periodic quarter', 'periodic half-year', 'periodic nine-months', 'periodic year'],
    ],
    ['Quý, 6 tháng, năm', ['periodic quarter', 'periodic half-year', 'periodic year']],
    ['2 lần/năm', ['periodic half-year']],
    ['6 tháng/lần', ['periodic half-year']],
    ['Trước ngày 25 hằng tháng', ['periodic month']],
    ['Trước ngày 15/12 hằng năm', ['periodic year']],
    ['Ngày 20 của tháng cuối quý', ['periodic quarter']],
    ['Hằng năm, trước ngày 15/12', ['periodic year', 'by ..2023-12-15']],
    ['Khi có văn bản hướng dẫn của bộ, ngành Trung ương', ['conditional']],
    ['Khi phát sinh vấn đề', ['conditional']],
    ['Theo Điều 17 Nghị định số 59/2012/NĐ-CP', ['conditional']],
    ['Theo lộ trình, kế hoạch', ['conditional']],
    ['Theo thời hạn tại Kế hoạch của UBND thành phố', ['conditional']],
    ['Theo Kế hoạch năm 2024', ['conditional']],
    ['Sau 05 ngày kể từ ngày nhận được văn bản', ['conditional']],
    ['Trong vòng 15 ngày làm việc', ['conditional']],
    ['Trước kỳ họp thứ 15 của HĐND', ['conditional']],
    ['Theo yêu cầu, trước 15/12', ['conditional', 'by ..2023-12-15']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

describe('years that are left out', () => {
  it.each<[string, string[]]>([
    ['Trong quý IV năm trước liền kề năm kế hoạch', ['within 2022-10-01..2022-12-31']],
    ['Trước ngày 31/01 năm liền kề', ['by ..2024-01-31']],
    ['Báo cáo năm trước 15/12', ['by ..2023-12-15']],
    ['Năm 2024: Quý II, Quý IV', ['within 2024-04-01..2024-06-30', 'within 2024-10-01..2024-12-31']],
    ['Quý IV, quý I/2024', ['within 2023-10-01..2023-12-31', 'within 2024-01-01..2024-03-31']],
    ['Tháng 11/2023, tháng 1', ['within 2023-11-01..2023-11-30', 'within 2024-01-01..2024-01-31']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it('are the first of the plan, else that of issue, else unknown', () => {
    expect(read('Trước 15/12', { planYears: [2025, 2026], issuedOn: '2024-12-20' })).toEqual([
      'by ..2025-12-15',
    ])
    expect(read('Trước 15/12', { planYears: [], issuedOn: '2024-12-20' })).toEqual(['by ..2024-12-15'])
    expect(read('Trước 15/12', { planYears: [], issuedOn: null })).toEqual(['by'])
  })
})

describe('labels, lists and what is not understood', () => {
  it('takes a time before a colon for the name of the one behind it', () => {
    const text =
      'Quý I: Trước ngày 21/3; 6 tháng: Trước ngày 21/6; Quý III: Trước ngày 21/9; Cả năm: Trước ngày 21/12.'
    expect(read(text)).toEqual(['by ..2023-03-21', 'by ..2023-06-21', 'by ..2023-09-21', 'by ..2023-12-21'])
    expect(readDeadlines(text, plan)[0]?.text).toBe('Quý I: Trước ngày 21/3')
    expect(read('Quý I: Trước ngày 21/3, 6 tháng: Trước ngày 21/6')).toEqual([
      'by ..2023-03-21',
      'by ..2023-06-21',
    ])
    expect(read('Quý II/2023: ban hành')).toEqual([`within 2023-${quarter.ii}`])
  })

  it('keeps a remark in brackets with its time, and reads a time in brackets', () => {
    expect(readDeadlines('Quý IV/2023 (dự kiến)', plan)[0]?.text).toBe('Quý IV/2023 (dự kiến)')
    expect(read('Quý IV (trước 15/12)')).toEqual([`within 2023-${quarter.iv}`, 'by ..2023-12-15'])
  })

  it.each([
    'Năm',
    'Quý',
    '31/11/2023',
    '29/02/2023',
    'Quý V/2023',
    'Tháng 13/2023',
    'Năm học 2023-2024',
    'Hội nghị',
  ])('does not guess at %s', (text) => {
    expect(readDeadlines(text, plan)).toEqual([
      { text, kind: 'unknown', start: null, end: null, period: null, relativeTo: null },
    ])
  })

  it('gives every bullet at least one item and its own text', () => {
    expect(
      readDeadlines('- Quý I/2023;\n\n+ Chưa rõ\n- ', plan).map(({ text, kind }) => [kind, text]),
    ).toEqual([
      ['within', 'Quý I/2023'],
      ['unknown', 'Chưa rõ'],
    ])
    expect(read('Tháng 12/2023. Trong năm 2023.')).toEqual(['within 2023-12-01..2023-12-31', year2023])
    expect(read('và')).toEqual(['unknown'])
    expect(read('Quý II; chờ hướng dẫn')).toEqual([`within 2023-${quarter.ii}`, 'unknown'])
  })

  it('needs no diacritics and no composed letters', () => {
    for (const text of [
      'Quý II, III/2023',
      'Thường xuyên',
      'Trước ngày 31/01 năm liền kề',
      'Khi có yêu cầu',
      'Đến hết năm 2025',
    ]) {
      expect(read(fold(text))).toEqual(read(text))
      expect(read(text.normalize('NFD'))).toEqual(read(text))
    }
  })
})

const pad = (value: number): string => String(value).padStart(2, '0')
const lastOf = (year: number, month: number): string =>
  `${year}-${pad(month)}-${pad(new Date(Date.UTC(year, month, 0)).getUTCDate())}`
const years = fc.integer({ min: 2015, max: 2035 })
const months = fc.integer({ min: 1, max: 12 })
const quarters = fc.integer({ min: 1, max: 4 })
const romans = ['I', 'II', 'III', 'IV']

/** A printed phrase and the line that reading must give. */
type Sample = [string, string]
const monthSample = fc
  .tuple(
    years,
    months,
    fc.constantFrom('/', ' năm ', '-'),
    fc.constantFrom('Tháng ', 'tháng ', 'Trong tháng '),
  )
  .map(
    ([year, month, link, head]): Sample => [
      `${head}${month}${link}${year}`,
      `within ${year}-${pad(month)}-01..${lastOf(year, month)}`,
    ],
  )
const quarterSample = fc
  .tuple(years, quarters, fc.boolean(), fc.constantFrom('/', ' năm ', '/ '))
  .map(
    ([year, number, isRoman, link]): Sample => [
      `Quý ${isRoman ? romans[number - 1] : number}${link}${year}`,
      `within ${year}-${pad(number * 3 - 2)}-01..${lastOf(year, number * 3)}`,
    ],
  )
const daySample = fc
  .tuple(
    years,
    months,
    fc.integer({ min: 1, max: 28 }),
    fc.constantFrom(
      'Trước ngày ',
      'Trước ',
      'Chậm nhất ngày ',
      'Đến hết ngày ',
      'Hoàn thành trước ngày ',
      '',
    ),
    fc.boolean(),
  )
  .map(
    ([year, month, day, head, isWords]): Sample => [
      head + (isWords ? `${day} tháng ${month} năm ${year}` : `${pad(day)}/${pad(month)}/${year}`),
      `by ..${year}-${pad(month)}-${pad(day)}`,
    ],
  )
const yearSample = fc
  .tuple(years, fc.constantFrom('Năm ', 'Trong năm ', 'Cả năm '))
  .map(([year, head]): Sample => [`${head}${year}`, `within ${year}-01-01..${year}-12-31`])
const rangeSample = fc
  .tuple(
    years,
    months,
    fc.integer({ min: 1, max: 23 }),
    fc.constantFrom(' đến tháng ', ' - ', ' – tháng ', ' đến hết tháng '),
  )
  .map(([year, month, length, link]): Sample => {
    const end = month + length
    const [toYear, to] = end > 12 ? [year + Math.floor((end - 1) / 12), ((end - 1) % 12) + 1] : [year, end]
    return [
      `Từ tháng ${month}/${year}${link}${to}/${toYear}`,
      `within ${year}-${pad(month)}-01..${lastOf(toYear, to)}`,
    ]
  })
const openSample = fc
  .tuple(years, months)
  .map(([year, month]): Sample => [`Từ tháng ${month}/${year} trở đi`, `from ${year}-${pad(month)}-01..`])
const otherSample = fc.constantFrom<Sample[]>(
  ['Thường xuyên', 'continuous'],
  ['Hằng quý', 'periodic quarter'],
  ['Định kỳ hằng tháng', 'periodic month'],
  ['Khi có yêu cầu', 'conditional'],
  ['Theo tiến độ dự án', 'conditional'],
)
const sample = fc.oneof(
  monthSample,
  quarterSample,
  daySample,
  yearSample,
  rangeSample,
  openSample,
  otherSample,
)

const piece = fc.constantFrom(
  ...'Quý|II|IV|/|-|–|,|;|.|:|(|)|và|hoặc|tháng|Tháng 6|năm|2023|2024|trước|sau|ngày|15|31/12|từ|đến|hết|trong|theo|khi|hàng|định kỳ|thường xuyên|đầu|cuối|6|lần|trở đi|các năm tiếp theo|kế hoạch|Báo cáo|\n|- |liền kề|1.5|17:00'.split(
    '|',
  ),
)
const soup = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(' '))

/** What a line leaves when its items' texts are taken out in order; null where one of them is not there. */
function remainder(line: string, texts: string[]): string | null {
  let rest = ''
  let from = 0
  for (const text of texts) {
    const at = line.indexOf(text, from)
    if (at < 0) return null
    rest += `${line.slice(from, at)} `
    from = at + text.length
  }
  return rest + line.slice(from)
}

describe('any text', () => {
  it('reads what its grammar prints', () => {
    fc.assert(
      fc.property(sample, ([text, expected]) => {
        expect(read(text)).toEqual([expected])
        expect(read(fold(text))).toEqual([expected])
      }),
      { numRuns: 400 },
    )
  })

  it('reads lists of phrases, by semicolons and by lines', () => {
    fc.assert(
      fc.property(
        fc.array(sample, { minLength: 1, maxLength: 5 }),
        fc.constantFrom('; ', '\n', '\n- ', '. '),
        (samples, link) => {
          const text = samples.map(([printed]) => printed).join(link)
          expect(read(text)).toEqual(samples.map(([, expected]) => expected))
        },
      ),
      { numRuns: 400 },
    )
  })

  it('never throws, orders its days, and leaves no word out', () => {
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ maxLength: 40, unit: 'grapheme' })), (text) => {
        for (const { kind, start, end } of readDeadlines(text, plan)) {
          if (start !== null && end !== null) expect(start <= end || kind === 'by').toBe(true)
          if (kind === 'unknown') expect([start, end]).toEqual([null, null])
        }
        for (const line of text.normalize('NFC').split('\n')) {
          const rest = remainder(
            collapse(line),
            readDeadlines(line, plan).map((item) => item.text),
          )
          expect(rest).not.toBeNull()
          expect(fold(rest ?? '').replace(/(?<!\p{L})(?:va|hoac)(?!\p{L})|[^\p{L}\p{N}]/gu, '')).toBe('')
        }
      }),
      { numRuns: 600 },
    )
  })
})
