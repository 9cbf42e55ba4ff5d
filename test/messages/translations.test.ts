import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ImportProgress } from '../../pipelines/batch/import-progress.js'
import { commands } from '../../pipelines/commands/index.js'
import { issueCodes } from '../../schemas/message.js'
import { inVietnamese, issueName, issueSentence } from '../../src/messages/index.js'
import { translations } from '../../src/messages/translate.js'

const root = join(import.meta.dirname, '../..')

const marks = /[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]/iu
const englishWords = /\b(?:the|this|that|is|are|was|were|with|not|cannot|file|folder|of|and|it|its|which)\b/iu

/** The sentences in the code that are made for a reader: what is thrown at one, said, or told of a document. */
function sentencesInCode(): [string, string][] {
  const files = ['src', 'pipelines'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(folder, name)),
  )
  // Issues of a plan are told by their codes; what is thrown, and what pipelines say, by its words
  const thrown = /new (?:UsageError|UnusableInputError|DatabaseError)\(|throw beyond\(/gu
  const said =
    /new (?:UsageError|DatabaseError|UnusableInputError)\(|\b(?:say|tell|told|wholeNumber)\(|const (?:message|reason|reasons|refusals|unreachable)\b[^=]*=/gu
  return files.flatMap((file) => {
    const code = readFileSync(join(root, file), 'utf8')
    return [...code.matchAll(file.startsWith('src') ? thrown : said)].flatMap((match) =>
      literals(argumentsFrom(code, match.index + match[0].length, match[0].endsWith('('))).map(
        (text): [string, string] => [text, file],
      ),
    )
  })
}

/** From behind an opening to where it closes: the call's parenthesis, or the blank line that ends a statement. */
function argumentsFrom(code: string, from: number, isCall: boolean): string {
  if (!isCall)
    return code.slice(from, from + Math.max(0, code.slice(from).search(/\n\s*(?:\n|const|return|throw|if)/u)))
  let depth = 1
  let at = from
  for (; at < code.length && depth > 0; at++) {
    if (code[at] === '(') depth++
    else if (code[at] === ')') depth--
  }
  return code.slice(from, at - 1)
}

/** String and template literals with several words, `{}` for what is put in. */
function literals(code: string): string[] {
  const found = code.matchAll(
    /'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\$]|\\.|\$(?!\{)|\$\{(?:[^{}`]|`[^`]*`|\{[^{}]*\})*\})*)`/gu,
  )
  return [...found]
    .map(([, quoted, template]) =>
      (quoted ?? template ?? '').replace(/\$\{(?:[^{}`]|`[^`]*`|\{[^{}]*\})*\}/gu, '{}'),
    )
    .filter((text) => /[a-z]{2,} [a-z]{2,}/u.test(text) && !/\b(?:SELECT|FROM|SET)\b/u.test(text))
}

/** The values of a sentence stand for something: a name that no message has. */
const filled = (text: string): string => text.replaceAll('{}', 'Kế-hoạch-5')

/** As it stands, as a reason that a sentence ends with, or after the name of a file. */
function isKnown(text: string): boolean {
  return [text, `${text}.`, `a.txt: ${text}`].some((form) => inVietnamese(form) !== form)
}

describe('messages', () => {
  it('are known in Vietnamese wherever the code makes one', () => {
    const sentences = sentencesInCode()
    expect(sentences.length).toBeGreaterThan(80)
    const missing = sentences.filter(([text]) => !isKnown(filled(text)))
    expect(missing).toEqual([])
  })

  it('are Vietnamese in every translation, with the values of the English one', () => {
    for (const [english, vietnamese] of translations) {
      const values = english.split('{}').length - 1
      for (const [, index] of vietnamese.matchAll(/\{(\d+)\}/gu))
        expect(Number(index), english).toBeLessThanOrEqual(values)
      if (
        !/[a-z]{3,}/iu.test(english.replaceAll('{}', '')) ||
        /^(?:✗|import: |=== page )?\{\}/u.test(english)
      )
        continue
      expect(vietnamese, english).not.toMatch(englishWords)
      if (
        /[a-z]{2,} [a-z]{2,}/u.test(english) &&
        !english.startsWith('F1') &&
        !english.startsWith('import: {}')
      )
        expect(vietnamese, english).toMatch(marks)
    }
  })

  it('have no key twice', () => {
    const keys = translations.map(([english]) => english)
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  })

  it('of the commands are all known', () => {
    for (const { summary } of Object.values(commands)) expect(inVietnamese(summary)).toMatch(marks)
  })

  it('keep the words of documents and names of files', () => {
    expect(inVietnamese('một: hai.pdf: the PDF has no pages.')).toBe(
      'một: hai.pdf: tệp PDF không có trang nào.',
    )
    expect(inVietnamese('không có gì ở đây')).toBe('không có gì ở đây')
    expect(inVietnamese('a.txt cannot be written: the disk is read-only; choose another folder.')).toBe(
      'không ghi được a.txt: đĩa chỉ cho đọc; chọn thư mục khác.',
    )
  })
})

describe('issues', () => {
  it.each(issueCodes)('%s is a sentence in each language and in no other', (code) => {
    const issue = {
      severity: 'warning',
      code,
      message: 'This is the message.',
      at: null,
      target: null,
    } as const
    const vietnamese = issueSentence({ ...issue, at: { page: 7, line: null, bbox: null } }, 'vi')
    expect(vietnamese).toMatch(marks)
    expect(vietnamese).not.toMatch(englishWords)
    expect(vietnamese).toMatch(/^Trang 7/u)
    expect(issueSentence(issue, 'en').replaceAll('“Cần kiểm tra”', '')).not.toMatch(marks)
    expect(issueName(code, 'vi')).toMatch(marks)
  })
})

describe('the progress of an import', () => {
  it('is told in one language', () => {
    const lines: string[] = []
    const output = { isTTY: true, columns: 200, write: (text: string) => void lines.push(text) }
    const progress = new ImportProgress(output, 'ra', 'vi')
    progress.show({ type: 'found', documents: 3, bytes: 1, leftOut: [] })
    progress.show({ type: 'started', file: 'a.txt', index: 0, worker: 0 })
    progress.show({
      type: 'retried',
      file: 'a.txt',
      index: 0,
      reason: 'a.txt: it took longer than 30 s. Raise --timeout, or import it by parts with --pages.',
    })
    progress.show({ type: 'stopped', done: 1, remaining: 2 })
    const said = lines.join('')
    expect(said).toContain('0/3 văn bản, 0 trang; đang đọc a.txt')
    expect(said).toContain('a.txt: đọc lâu hơn 30 giây')
    expect(said).toContain('Đã dừng: 1 văn bản đã xong, 2 chưa xong.')
    expect(said).not.toMatch(englishWords)
  })
})
