import { describe, expect, it } from 'vitest'
import { checkTools } from '../../pipelines/plan/checks.js'
import { suspectDroppedWords } from '../../src/check/wording/dropped-words.js'
import { type PlanText, phrasesOf } from '../../src/check/wording/plan-texts.js'
import { cellOf } from '../../src/result.js'

const suspect = (texts: PlanText[]) => suspectDroppedWords(phrasesOf(texts), checkTools.phraseScore)
const text = (words: string, criterion: string) => ({
  ...{ text: words, at: null, times: 1 },
  subject: cellOf(criterion, 'task', 0),
})
const usual = [
  text('cung ứng dịch vụ sự nghiệp công theo cơ chế thị trường', 'pl1/1'),
  text('giá dịch vụ sự nghiệp công sử dụng ngân sách', 'pl1/2'),
]

describe('a word that is missing', () => {
  it('is told where the plan has it among the same neighbours', () => {
    const issues = suspect([...usual, text('danh mục dịch vụ nghiệp công', 'pl1/3')])
    expect(issues).toEqual([
      expect.objectContaining({ code: 'suspected-typo', subject: cellOf('pl1/3', 'task', 0) }),
    ])
  })

  it('is none where the phrase is as good without it', () => {
    const issues = suspect([
      text('các cơ quan chuyên môn thuộc huyện thực hiện', 'pl1/1'),
      text('tại cơ quan chuyên môn thuộc huyện và xã', 'pl1/2'),
      text('lãnh đạo cơ quan thuộc huyện thực hiện', 'pl1/3'),
    ])
    expect(issues).toEqual([])
  })
})
