import { describe, expect, it } from 'vitest'
import { issueCodes } from '../../schemas/message.js'
import { issueSentence, languageOf } from '../../src/messages/index.js'
import { issueTexts } from '../../src/messages/issue-texts.js'

const unparsed = {
  severity: 'warning',
  code: 'deadline-unparsed',
  message: 'The deadline "Qúy nào đó" was not understood.',
  at: { page: 7, line: 12, bbox: null },
  target: 'pl1/1.2',
} as const

describe('an issue as a sentence', () => {
  it('names place, reason, the words of the document and the remedy in Vietnamese', () => {
    expect(issueSentence(unparsed, 'vi')).toBe(
      'Trang 7, dòng 12: không hiểu thời hạn ở cột Thời gian: “Qúy nào đó”. Mở bản gốc và nhập giá trị đúng ở trang tính “Cần kiểm tra”.',
    )
  })

  it('keeps the message of the plan in English', () => {
    expect(issueSentence(unparsed, 'en')).toBe(
      'Page 7, line 12: The deadline "Qúy nào đó" was not understood. Open the source and type the right value into the sheet “To check” (“Cần kiểm tra”).',
    )
  })

  it('begins with a capital where no place is known', () => {
    const issue = { ...unparsed, code: 'no-appendix', message: 'No appendix.', at: null } as const
    expect(issueSentence(issue, 'vi')).toBe(
      'Không tìm thấy phụ lục hay bảng nhiệm vụ. Tìm tệp phụ lục và nhập cùng.',
    )
  })

  it('has a Vietnamese reason for every code', () => {
    for (const code of issueCodes) expect(issueTexts[code].reason.vi, code).not.toBe('')
  })
})

describe('the language', () => {
  it('is that of the locale unless it is asked for', () => {
    expect(languageOf(undefined, 'vi_VN.UTF-8')).toBe('vi')
    expect(languageOf(undefined, 'en_US.UTF-8')).toBe('en')
    expect(languageOf(undefined, 'view')).toBe('en')
    expect(languageOf('vi', 'C')).toBe('vi')
    expect(languageOf('fr', 'C')).toBeNull()
  })
})
