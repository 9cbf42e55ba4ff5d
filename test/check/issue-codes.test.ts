import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../pipelines/system/package-root.js'
import { type IssueCode, issueCodes } from '../../schemas/message.js'
import { doubtfulParts } from '../../src/extract/page/doubtful-parts.js'
import { planWithout, soundPlan } from './sound-plan.js'

/** What is exchanged in the sound plan, and the issue that follows: its code and the criterion it is aimed at. */
type Change = [what: string, passage: string, other: string, code: IssueCode, target: string | null]

/** The lines of the table's header, as a converter repeats them on a new page. */
const header = soundPlan.match(/^\| STT.*\n\| ---.*$/mu)?.[0]
const row11 = '| 1.1 | Ban hành kế hoạch cải cách hành chính | 2 | 2 |'
const changes: Change[] = [
  ['no signatory', 'PHÓ CHỦ TỊCH\nLê Thanh Bình\n', '', 'header-field-missing', null],
  ['another number in the caption', 'Kế hoạch số 45/KH', 'Kế hoạch số 54/KH', 'number-mismatch', null],
  ['a decision of 2002', '10/11/2022', '10/11/2002', 'date-implausible', null],
  ['a decision dated after the plan', '10/11/2022', '10/11/2024', 'date-implausible', null],
  ['a number left out', '| 2.2 | Giải', '| 2.5 | Giải', 'code-gap', 'pl1/2.5'],
  ['a number twice', '| 1.2 | Kiểm', '| 1.1 | Kiểm', 'code-duplicate', 'pl1/1.1#2'],
  ['numbers that run backwards', '| 2.1 | Công', '| 2.4 | Công', 'code-out-of-order', 'pl1/2.2'],
  [
    'parts that do not add up',
    '| 2 | THỦ TỤC HÀNH CHÍNH | 3 | 2,5',
    '| 2 | THỦ TỤC HÀNH CHÍNH | 3 | 2',
    'score-sum-mismatch',
    'pl1/2',
  ],
  [
    'more than the maximum',
    row11,
    '| 1.1 | Ban hành kế hoạch cải cách hành chính | 2 | 2,5 |',
    'score-exceeds-max',
    'pl1/1.1',
  ],
  [
    'a score that is no number',
    row11,
    '| 1.1 | Ban hành kế hoạch cải cách hành chính | 2 | hai |',
    'score-unreadable',
    'pl1/1.1',
  ],
  ['a wrong total', 'Tổng cộng | 11 | 9,5', 'Tổng cộng | 11 | 9,8', 'total-mismatch', 'pl1/total'],
  [
    'a total that the body tells otherwise',
    'tỉnh đạt 9,5 điểm',
    'Chỉ số CCHC của tỉnh đạt 9,2 điểm',
    'total-mismatch',
    'pl1/total',
  ],
  [
    'a domain that the body tells otherwise',
    'II. MỤC TIÊU',
    'Lĩnh vực 2: Thủ tục hành chính đạt 2,7/3 điểm.\n\nII. MỤC TIÊU',
    'score-sum-mismatch',
    'pl1/2',
  ],
  [
    'more criteria than are listed',
    'Năm 2023, tỉnh',
    'Bộ tiêu chí gồm 03 lĩnh vực, 12 tiêu chí.\nNăm 2023, tỉnh',
    'count-mismatch',
    null,
  ],
  [
    'more tasks than are listed',
    'II. MỤC TIÊU',
    'Thực hiện 12 nhiệm vụ tại Phụ lục kèm theo.\n\nII. MỤC TIÊU',
    'count-mismatch',
    null,
  ],
  [
    'five names for four districts',
    'Tổ chức kiểm tra tại các đơn vị',
    'Kiểm tra 04 huyện Cam Lộ, Gio Linh, Hải Lăng, Đakrông, Vĩnh Linh',
    'count-mismatch',
    'pl1/1.2',
  ],
  ['a time that is none', 'Quý II/2024', 'Ngày 45 tháng 13', 'deadline-unparsed', 'pl1/1.1'],
  ['a time before the plan', 'Quý II/2024', 'Quý II/2022', 'deadline-outside-plan', 'pl1/1.1'],
  ['a time after its last year', 'Trong năm 2024', 'Đến 31/01/2025', 'deadline-outside-plan', 'pl1/1.3'],
  [
    'an agency of another world',
    'Kho bạc Nhà nước tỉnh',
    'Vụ Tổng hợp Liên ngành Hỏa tinh',
    'agency-unknown',
    'pl1/3.1',
  ],
  ['no lead', 'Quý III/2024 | Sở Nội vụ', 'Quý III/2024 | ', 'agency-missing', 'pl1/1.2'],
  ['no coordinating agency', '| Thanh tra tỉnh |', '| |', 'agency-missing', 'pl1/1.2'],
  [
    'two tasks beside three products',
    '| Mở chuyên mục trên báo và đài | Trong năm 2024 | Sở Thông tin và Truyền thông | Báo Quảng Trị | Chuyên mục |',
    '| - Mở chuyên mục trên báo.<br>- Phát tin trên đài. | Trong năm 2024 | Sở Thông tin và Truyền thông | Báo Quảng Trị | - Chuyên mục.<br>- Bản tin.<br>- Báo cáo. |',
    'bullets-unpaired',
    'pl1/1.3',
  ],
  ['Cyrillic letters', 'Rà soát quy chế', 'Rà soát trong топ quy chế', 'encoding-converted', 'pl1/3.2'],
  ['a number that is not there', '| 2.2 | Giải', '| | Giải', 'code-inferred', 'pl1/2.2'],
  [
    'a task whose rest stands one row lower',
    '| Chấn chỉnh việc tiếp nhận hồ sơ | Thường xuyên | Văn phòng UBND tỉnh | UBND cấp huyện | Báo cáo |\n| 2.3 | Xin lỗi khi trễ hạn | 1 | 1 | Gửi thư xin lỗi đầy đủ |',
    '| Chấn chỉnh việc tiếp nhận hồ sơ | | | | |\n| 2.3 | Xin lỗi khi trễ hạn | 1 | 1 | |',
    'merged-cell-shift-suspected',
    'pl1/2.2',
  ],
  [
    'a task that speaks of the name above',
    'Rà soát quy chế sử dụng tài sản',
    'Đẩy nhanh giải ngân vốn đầu tư',
    'merged-cell-shift-suspected',
    'pl1/3.2',
  ],
  [
    'words twice',
    'Đôn đốc tiến độ từng dự án',
    'Đôn đốc tiến độ từng dự án, đôn đốc tiến độ từng dự án',
    'suspected-typo',
    'pl1/3.1',
  ],
  [
    'years that run backwards',
    'Trình công bố danh mục đúng hạn',
    'Trình quy hoạch đến năm 2030, tầm nhìn đến năm 2025',
    'suspected-typo',
    'pl1/2.1',
  ],
  [
    'a share without its sign',
    'Đôn đốc tiến độ từng dự án',
    'Giải ngân vốn đạt 95 theo kế hoạch',
    'suspected-typo',
    'pl1/3.1',
  ],
  ['a code with a comma', '| 2.2 | Giải', '| 2,2 | Giải', 'suspected-typo', 'pl1/2.2'],
  ['a list that breaks off', 'Thư xin lỗi |', 'Thư xin lỗi; Quyết |', 'suspected-typo', 'pl1/2.3'],
  [
    'a word that the plan writes otherwise',
    'Gửi thư xin lỗi đầy đủ',
    'Gửi kế hoạch cái cách hành chính',
    'suspected-typo',
    'pl1/2.3',
  ],
  [
    'an appendix that is not there',
    'II. MỤC TIÊU',
    'Chi tiết tại Phụ lục II kèm theo.\n\nII. MỤC TIÊU',
    'appendix-missing',
    null,
  ],
  [
    'a page that begins with another bullet',
    '| 2 | THỦ TỤC',
    `\n\n${header}\n| | | | | - Phát tin trên đài | | | | |\n| 2 | THỦ TỤC`,
    'table-join-uncertain',
    'pl1/1.3',
  ],
  ['no appendix at all', soundPlan.slice(soundPlan.indexOf('PHỤ LỤC')), '', 'no-appendix', null],
]

describe('a sound plan', () => {
  it('raises nothing', async () => {
    expect((await planWithout('', '')).issues).toEqual([])
  })
})

describe('one thing wrong', () => {
  it.each(changes)('%s', async (_, passage, other, code, target) => {
    const { issues } = await planWithout(passage, other)
    expect(issues.map((issue) => [issue.code, issue.target])).toContainEqual([code, target])
  })
})

describe('a cell that could not be recognised surely', () => {
  const at = { page: 1, line: null, bbox: null }
  const cell = (text: string, confidence: number) => ({
    lines: [{ text, start: 'paragraph' as const }],
    ...{ rowSpan: 1, colSpan: 1, strong: false, at, confidence },
  })
  const issuesOf = (confidence: number) =>
    doubtfulParts([
      {
        ...{ number: 1, routeReason: null, textQuality: 'printed' as const, width: null, height: null },
        blocks: [
          {
            kind: 'table',
            headerRows: 0,
            at,
            rows: [{ at, cells: [cell('1', 1), cell('Sở Nội vụ', confidence)] }],
          },
        ],
      },
    ])

  it('is pointed out, a sure one is not', () => {
    expect(issuesOf(0.4).map(({ code }) => code)).toEqual(['ocr-low-confidence'])
    expect(issuesOf(0.95)).toEqual([])
  })
})

/** Codes that need another kind of source, and the tests that raise them. */
const elsewhere: Partial<Record<IssueCode, string>> = {
  'page-missing-suspected': 'test/pipelines/fixtures.test.ts',
  'text-unplaced': 'test/check/unread-table.test.ts',
  'repair-uncertain': 'test/repair',
  'tracked-changes': 'test/extract/docx/text.test.ts',
  'appendix-alone': 'test/pipelines/related.slow.test.ts',
  'suspected-misreading': 'test/audit/audit.test.ts',
  'several-documents': 'test/pipelines/several-documents.slow.test.ts',
  unreadable: 'test',
  unsupported: 'test/extract',
  encrypted: 'test/extract',
  damaged: 'test/extract',
  'too-large': 'test',
  empty: 'test',
}

function textsIn(path: string): string {
  const full = join(packageRoot, path)
  if (!existsSync(full)) return ''
  if (path.endsWith('.ts')) return path.endsWith('issue-codes.test.ts') ? '' : readFileSync(full, 'utf8')
  const entries = readdirSync(full, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory() || entry.name.endsWith('.ts'))
    .map((entry) => textsIn(`${path}/${entry.name}`))
    .join('\n')
}

describe('every issue code', () => {
  const here = new Set<IssueCode>([...changes.map(([, , , code]) => code), 'ocr-low-confidence'])
  it.each(issueCodes.filter((code) => !here.has(code)))('%s is raised by a test of its own', (code) => {
    const path = elsewhere[code]
    expect(path, `no test raises ${code}`).toBeDefined()
    expect(textsIn(path ?? '')).toContain(code)
  })
})
