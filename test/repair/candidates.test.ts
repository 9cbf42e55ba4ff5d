import { describe, expect, it } from 'vitest'
import { specialCount } from '../../src/language/model/language-model.js'
import { CandidateSearch } from '../../src/repair/decode/candidates.js'
import { loadChannel } from '../../src/repair/model/channel.js'

/** Letters that are read as themselves or without marks, and some misreadings. */
const table = [
  ...[...'abcdeghiklmnopqrstuvxy'].flatMap((letter) => [
    `${letter}\t${letter}\t990`,
    `${letter.toUpperCase()}\t${letter.toUpperCase()}\t990`,
  ]),
  'ổ\t6\t400',
  'ổ\to\t100',
  'ứ\tir\t300',
  'ứ\tu\t100',
  'ủ\tu\t200',
  'ủ\tti\t100',
  'ố\t6\t100',
  'Ố\tO\t100',
  'đ\td\t100',
  'Đ\tD\t90',
  'Đ\tP\t10',
  'ộ\tG\t40',
  'ộ\to\t60',
].join('\n')
const words = ['chức', 'chúc', 'của', 'cua', 'độc', 'hội', 'số', 'tổ']
const vocabulary = [...Array.from({ length: specialCount }, (_, index) => `<${index}>`), ...words]
const search = new CandidateSearch(
  vocabulary,
  loadChannel(table),
  new Float64Array(vocabulary.length).fill(1e-4),
)

const best = (token: string): string | undefined => vocabulary[search.of(token)[0]?.id ?? -1]

describe('CandidateSearch', () => {
  it.each([
    ['t6', 'tổ'],
    ['chirc', 'chức'],
    ['ctia', 'của'],
    ['s6', 'số'],
    ['SO', 'số'],
    ['Poc', 'độc'],
    ['hGi', 'hội'],
    ['HGi', 'hội'],
    ['cua', 'cua'],
  ])('%s may be %s', (token, word) => expect(best(token)).toBe(word))

  it('orders candidates by cost, each once', () => {
    const found = search.of('cua')
    expect(found.map(({ id }) => vocabulary[id]).slice(0, 2)).toEqual(['cua', 'của'])
    expect([...found].sort((a, b) => a.cost - b.cost)).toEqual(found)
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length)
  })

  it('has none for what is far too long', () => {
    expect(search.of('x'.repeat(60))).toEqual([])
  })
})
