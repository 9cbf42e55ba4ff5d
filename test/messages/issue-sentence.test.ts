import { describe, expect, it } from 'vitest'
import type { Finding, Issue, RaisedCode } from '../../schemas/message.js'
import { Issue as IssueSchema, issueCodes } from '../../schemas/message.js'
import { fieldNames } from '../../src/language/field-names.js'
import { issueName, issueSentence, languageOf, reasonOf, written } from '../../src/messages/index.js'
import { type Leaf, madeDetails } from '../support/made-details.js'

const marks = /[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]/iu
const englishWords = /\b(?:the|this|that|is|are|was|were|with|not|cannot|file|folder|of|and|it|its|which)\b/iu

const unparsed = written({
  severity: 'warning',
  code: 'deadline-unparsed',
  at: { page: 7, line: 12, bbox: null },
  subject: { appendix: 'pl1', criterion: 'pl1/1.2', action: 0, field: 'deadline' },
  details: { printed: 'Qúy nào đó' },
})

/** How a language writes a figure or a date; words stand as they are. */
function spoken({ value, isDate }: Leaf, language: 'vi' | 'en'): string {
  if (language === 'en') return String(value)
  return isDate ? String(value).split('-').reverse().join('/') : String(value).replace('.', ',')
}

const made = madeDetails().map(({ code, details, leaves }, index) => ({
  name: `${code} ${(details as { what?: string }).what ?? ''} ${index}`,
  issue: written({ severity: 'warning', code, at: null, subject: null, details } as Finding),
  leaves,
}))

describe('an issue as a sentence', () => {
  it('names place, reason, the words of the document and the remedy in Vietnamese', () => {
    expect(issueSentence(unparsed, 'vi')).toBe(
      'Trang 7, dòng 12: Không hiểu thời hạn “Qúy nào đó”. Mở bản gốc và nhập giá trị đúng ở trang tính “Cần kiểm tra”.',
    )
  })

  it('keeps the message of the plan in English', () => {
    expect(issueSentence(unparsed, 'en')).toBe(
      'Page 7, line 12: The deadline "Qúy nào đó" was not understood. Open the source and type the right value into the sheet “To check” (“Cần kiểm tra”).',
    )
  })

  it('aims at the criterion of its subject', () => {
    expect(unparsed.target).toBe('pl1/1.2')
  })

  it('says in Vietnamese what kind it is where an older plan keeps no details', () => {
    expect(reasonOf({ ...unparsed, details: null } as Issue, 'vi')).toBe('Không hiểu thời hạn.')
  })

  it('says which column has a score that cannot be read', () => {
    const unreadable = written({
      ...{ severity: 'warning', code: 'score-unreadable', at: null, subject: null },
      details: { header: 'Điểm tối đa', printed: 'hai' },
    })
    expect(reasonOf(unreadable, 'vi')).toContain('Cột “Điểm tối đa”: “hai”')
  })
})

describe('the sentences of every code and of every kind of details', () => {
  it('are made of details that the schema takes', () => {
    for (const { name, issue } of made) expect(IssueSchema.safeParse(issue).success, name).toBe(true)
  })

  it('say in Vietnamese every figure, date and word that they say in English', () => {
    for (const { name, issue, leaves } of made)
      for (const leaf of leaves)
        if (issue.message.includes(spoken(leaf, 'en')))
          expect(reasonOf(issue, 'vi'), `${name} ${leaf.key}`).toContain(spoken(leaf, 'vi'))
  })

  it('say every fact in Vietnamese', () => {
    for (const { name, issue, leaves } of made) {
      // A row is told by its name, else its number, else its id
      const shown = leaves.filter(({ key }) => key !== 'criterion' && key !== 'code')
      for (const leaf of shown)
        expect(reasonOf(issue, 'vi'), `${name} ${leaf.key}`).toContain(spoken(leaf, 'vi'))
    }
  })

  it('name fields as readers know them', () => {
    for (const { name, issue } of made) {
      const { field } = { field: null, ...issue.details } as { field: keyof typeof fieldNames.vi | null }
      if (field === null) continue
      expect(reasonOf(issue, 'vi').toLocaleLowerCase('vi'), name).toContain(
        fieldNames.vi[field].toLocaleLowerCase('vi'),
      )
    }
  })

  it('are each in one language', () => {
    for (const { name, issue } of made) {
      const words = (text: string): string => text.replace(/[“"']?Chữ\d+x[”"']?|“[^”]*”|Văn bản/gu, '')
      expect(words(issueSentence(issue, 'vi')), name).toMatch(marks)
      expect(words(issueSentence(issue, 'vi')), name).not.toMatch(englishWords)
      expect(words(issueSentence(issue, 'en')), name).not.toMatch(marks)
    }
  })

  it('are there for every code that a plan is told', () => {
    const refusals = ['unsupported', 'encrypted', 'too-large', 'empty']
    const raised = new Set<RaisedCode>(made.map(({ issue }) => issue.code))
    expect(issueCodes.filter((code) => !raised.has(code as RaisedCode))).toEqual(refusals)
    for (const code of issueCodes) expect(issueName(code, 'vi')).toMatch(marks)
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
