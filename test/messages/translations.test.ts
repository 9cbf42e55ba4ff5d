import { describe, expect, it } from 'vitest'
import { ImportProgress } from '../../pipelines/batch/import-progress.js'
import { commands } from '../../pipelines/commands/index.js'
import { catalogue } from '../../src/messages/catalogue.js'
import { type MessageKey, saying, sentence } from '../../src/messages/index.js'
import { englishWords, marks } from '../support/vietnamese.js'

const keys = Object.keys(catalogue) as MessageKey[]

/** The names of the facts that a text states, and which of them are grouped figures. */
function factsIn(text: string): [name: string, isNumber: boolean][] {
  return [...text.matchAll(/\{(\w+)(, number)?\}/gu)].map(([, name = '', number]) => [
    name,
    number !== undefined,
  ])
}

/** A value for each fact that no sentence has by itself. */
function madeFacts(text: string): Record<string, string | number> {
  return Object.fromEntries(
    factsIn(text).map(([name, isNumber], index) => [name, isNumber ? 7_000_001 + index : `«${name}»`]),
  )
}

describe('the catalogue', () => {
  it.each(keys)('says %s in both languages, with the same facts', (key) => {
    const facts = madeFacts(catalogue[key].en)
    const said = { key, facts }
    const [english, vietnamese] = [sentence(said, 'en'), sentence(said, 'vi')]
    expect(factsIn(catalogue[key].vi).sort()).toEqual(factsIn(catalogue[key].en).sort())
    for (const value of Object.values(facts)) {
      const figure = (locale: string): string => value.toLocaleString(locale)
      expect(english).toContain(typeof value === 'string' ? value : figure('en-US'))
      expect(vietnamese).toContain(typeof value === 'string' ? value : figure('vi-VN'))
    }
    expect(english + vietnamese).not.toMatch(/\{|\}/u)
  })

  it('is Vietnamese in the Vietnamese column, and English in the other', () => {
    for (const key of keys) {
      const { en, vi } = catalogue[key]
      const words = vi.replaceAll(/\{[^}]*\}|phuluc \w+|--[\w-]+/gu, '')
      expect(words, key).not.toMatch(englishWords)
      const isSentence = /[a-z]{2,} [a-z]{2,}/u.test(en.replaceAll(/\{[^}]*\}|\bphuluc \w+|--[\w-]+/gu, ''))
      if (isSentence) expect(vi, key).toMatch(marks)
      expect(en.replaceAll('Cần kiểm tra', ''), key).not.toMatch(marks)
    }
  })

  it('groups figures as the language does', () => {
    const said = {
      key: 'text-too-long',
      facts: { file: 'a.txt', count: 4_000_000, most: 3_000_000, limit: 'x' },
    }
    expect(sentence(said, 'en')).toContain('4,000,000 characters, above the limit of 3,000,000')
    expect(sentence(said, 'vi')).toContain('4.000.000 ký tự, quá giới hạn 3.000.000')
  })

  it('says what stands within a saying in the same language', () => {
    const reason = saying('system.ENOSPC', { again: saying('again.resume') })
    const said = saying('place.unwritten', { place: 'một: hai.json', reason })
    expect(sentence(said, 'en')).toBe(
      'một: hai.json cannot be written: the disk is full; make room and go on with --resume.',
    )
    expect(sentence(said, 'vi')).toBe(
      'không ghi được một: hai.json: đĩa đầy; dọn chỗ rồi tiếp tục với --resume.',
    )
  })

  it('has the help of every command', () => {
    for (const name of Object.keys(commands)) expect(keys).toContain(`summary.${name}`)
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
      saying: saying('document.timeout', { file: 'a.txt', seconds: 30 }),
    })
    progress.show({ type: 'stopped', done: 1, remaining: 2 })
    const said = lines.join('')
    expect(said).toContain('0/3 văn bản, 0 trang; đang đọc a.txt')
    expect(said).toContain('a.txt: đọc lâu hơn 30 giây')
    expect(said).toContain('Đã dừng: 1 văn bản đã xong, 2 chưa xong.')
    expect(said).not.toMatch(englishWords)
  })
})
