import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadChannel, loadLanguageModel, repairText } from '../../src/repair/index.js'

const root = join(import.meta.dirname, '..', '..')
const model = loadLanguageModel(readFileSync(join(root, 'models', 'syllables.lm')))
const ocrChannel = loadChannel(readFileSync(join(root, 'models', 'ocr-eng.tsv'), 'utf8'))
const pages = readFileSync(join(root, 'fixtures', 'repair', 'hai-phong-times.tsv'), 'utf8')
  .split('\n')
  .filter(Boolean)
  .slice(0, 60)
  .map((pair) => pair.split('\t')[0])
  .join('\n')

/** The last line as it is read below a page of the same recognition, and what was changed in it. */
function read(line: string): { text: string; changes: { from: string; to: string; confidence: number }[] } {
  const { text, changes } = repairText(`${pages}\n\n${line}`, { mode: 'auto', model, ocrChannel }).value
  const number = text.split('\n').length
  return { text: text.split('\n').at(-1) ?? '', changes: changes.filter((change) => change.line === number) }
}

describe('words that recognition destroyed', () => {
  it.each([
    ['giai n_zwm thu tuc hanh chinh', 'giải quyết thủ tục hành chính'],
    ['cai cach hanh w%:m nha nuéc', 'cải cách hành chính nhà nước'],
    ['Uy ban nhan dan om@ huyén', 'Ủy ban nhân dân cấp huyện'],
  ])('%s', (found, print) => {
    expect(read(found).text).toBe(print)
  })

  it('writes down what stood there', () => {
    const change = read('giai n_zwm thu tuc hanh chinh').changes.find(({ to }) => to === 'quyết')
    expect(change?.from).toBe('n_zwm')
  })

  it.each(['UBND TP, BQL KCX&CN', 'Zalo, Fanpage, Youtube'])('leaves %s', (found) => {
    expect(read(found).text).toBe(found)
  })
})
