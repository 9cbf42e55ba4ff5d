import { describe, expect, it } from 'vitest'
import { countBigrams, countTrigrams } from '../../lab/train/count.js'
import { estimate } from '../../lab/train/estimate.js'
import { TokenStream } from '../../lab/train/token-stream.js'
import { type LanguageModel, loadLanguageModel } from '../../src/language/model/language-model.js'
import { packModel } from '../../src/language/model/model-file.js'
import { Lattice } from '../../src/repair/decode/lattice.js'

function train(lines: readonly string[]): LanguageModel {
  const stream = new TokenStream()
  for (const line of lines) for (let round = 0; round < 10; round++) stream.addLine(line, 1)
  const { vocabulary, text } = stream.finish()
  const bigrams = countBigrams(text, vocabulary.length)
  const trigrams = countTrigrams(text, vocabulary.length)
  const pruning = { bigram: 0, trigram: 0, share: 1 }
  return loadLanguageModel(
    packModel(estimate(vocabulary, stream.markedCodeParts(), bigrams, trigrams, pruning)),
  )
}

const model = train([
  'Ủy ban nhân dân thành phố.',
  'Nhận đơn của dân.',
  'Số 12/2018/NĐ-CP.',
  'Trường hợp này.',
  'Hiệu trưởng trường học.',
])

/** What the model gives the words that may follow two others, added up. */
function mass(first: string, second: string): number {
  const [u, v] = [model.ids.get(first) as number, model.ids.get(second) as number]
  const lattice = new Lattice(model)
  const last = model.vocabulary.length
  const readings = lattice.read(Uint16Array.from([u, v, 0]), Uint16Array.from([u + 1, v + 1, last]), 3)
  return readings.confidence[2] as number
}

describe('a trained and packed model', () => {
  it('groups the readings of a plain syllable', () => {
    const [first, end] = model.readings.get('truong') as readonly [number, number]
    expect(model.vocabulary.slice(first, end)).toEqual(['trường', 'trưởng'])
  })

  it('knows the parts of codes', () => {
    expect(model.codeParts.get('nd')).toBe('nđ')
  })

  it('gives a distribution over the readings', () => {
    expect(mass('ủy', 'ban')).toBeGreaterThan(0.5)
    expect(mass('ủy', 'ban')).toBeLessThanOrEqual(1)
  })

  it('chooses by both neighbours', () => {
    const id = (form: string): number => model.ids.get(form) as number
    const [first, end] = model.readings.get('truong') as readonly [number, number]
    const read = (before: string, after: string): string => {
      const from = Uint16Array.from([0, id(before), first, id(after), 0])
      const to = Uint16Array.from([1, id(before) + 1, end, id(after) + 1, 1])
      const { best } = new Lattice(model).read(from, to, 5)
      return model.vocabulary[best[2] as number] ?? ''
    }
    expect(read('hiệu', 'trường')).toBe('trưởng')
    expect(read('trưởng', 'học')).toBe('trường')
  })

  it('refuses bytes of something else', () => {
    expect(() => loadLanguageModel(new Uint8Array(40))).toThrow('not a language model')
  })

  it('is the same for the same text', () => {
    expect(train(['Ủy ban nhân dân.']).vocabulary).toEqual(train(['Ủy ban nhân dân.']).vocabulary)
  })
})
