import type { Details } from '../../../schemas/details.js'
import type { Finding } from '../../../schemas/message.js'
import type { Plan } from '../../../schemas/plan.js'
import { fold } from '../../language/letters.js'
import { cellOf } from '../../result.js'
import type { PlanText } from './plan-texts.js'

type Doubt = (text: string) => Details['suspected-typo'] | null

/** Sentences in which something stands twice, runs backwards or breaks off. */
export function checkWording(texts: PlanText[], plan: Pick<Plan, 'appendices'>): Finding[] {
  const doubts: Doubt[] = [repetition, reversedYears]
  const doubted = texts.flatMap((text) => doubts.flatMap((doubt) => issueOf(text, doubt(text.text))))
  return [...doubted, ...brokenLists(plan)]
}

function issueOf({ subject, at }: PlanText, details: Details['suspected-typo'] | null): Finding[] {
  return details === null ? [] : [{ severity: 'info', code: 'suspected-typo', at, subject, details }]
}

const leastWords = 3
const mostWords = 12

/** 'và các quy định khác của Chính phủ và các quy định khác của Chính phủ': several words at once again. */
function repetition(text: string): Details['suspected-typo'] | null {
  const printed = text.match(/[\p{L}\p{N}]+/gu) ?? []
  if (printed.length < 2 * leastWords) return null
  const words = printed.map((word) => word.toLowerCase())
  for (let at = 0; at < words.length; at++)
    for (let size = Math.min(mostWords, Math.floor((words.length - at) / 2)); size >= leastWords; size--)
      if (words[at] === words[at + size] && isRepeated(words, at, size))
        return { what: 'repeated', text: printed.slice(at, at + 2 * size).join(' ') }
  return null
}

function isRepeated(words: string[], at: number, size: number): boolean {
  for (let index = 0; index < size; index++) if (words[at + index] !== words[at + size + index]) return false
  const first = words.slice(at, at + size)
  // 'từng bước, từng bước một'; figures in a row are a list
  return !first.some((word) => /\d/u.test(word)) && new Set(first).size >= leastWords
}

const outlook =
  /(?:den|nam)\s+(?:nam\s+)?(20\d\d)\s*,?\s*(?:tam nhin|dinh huong)\s+(?:den\s+)?(?:nam\s+)?(20\d\d)/u
const period = /giai doan\s+(20\d\d)\s*[-–—]\s*(20\d\d)/u

/** 'đến năm 2030, tầm nhìn đến năm 2025', 'giai đoạn 2025-2021': the end lies before the beginning. */
function reversedYears(text: string): Details['suspected-typo'] | null {
  const folded = fold(text)
  for (const pattern of [outlook, period]) {
    const match = pattern.exec(folded)
    if (match === null || Number(match[2]) >= Number(match[1])) continue
    return { what: 'reversed-years', text: text.slice(match.index, match.index + match[0].length) }
  }
  return null
}

/** A list of documents ('Nghị quyết; Quyết') whose last one is a single syllable breaks off. */
function brokenLists({ appendices }: Pick<Plan, 'appendices'>): Finding[] {
  return appendices.flatMap(({ criteria }) =>
    criteria.flatMap((criterion) =>
      criterion.actions.flatMap((action, index) =>
        action.deliverable.filter(breaksOff).map(
          (text): Finding => ({
            severity: 'info',
            code: 'suspected-typo',
            at: action.evidence.find(({ role }) => role === 'deliverable')?.at ?? null,
            subject: cellOf(criterion.id, 'deliverable', index),
            details: { what: 'broken-list', text: text.slice(-60) },
          }),
        ),
      ),
    ),
  )
}

function breaksOff(text: string): boolean {
  const parts = text.split(';').map((part) => part.trim())
  const last = parts.at(-1) ?? ''
  const before = parts.slice(0, -1)
  if (before.length === 0 || !/^\p{Lu}\p{Ll}{2,}$/u.test(last)) return false
  return before.every((part) => part.includes(' '))
}
