import type { Finding } from '../../../schemas/message.js'
import { letterDistance } from '../../language/align.js'
import { fold, vietnameseShare } from '../../language/letters.js'
import type { PlanText } from './plan-texts.js'

/** Abbreviations that administrative documents use throughout, as they are written. */
const usual =
  `UBND HĐND MTTQ UBMTTQ TTHC CCHC QPPL VBQPPL PAKN ĐVSN ĐVSNCL CBCC CBCCVC CCVC CNTT CSDL DVCTT TTĐT GTĐT LĐTBXH LĐTB
   GDĐT GTVT TNMT KHĐT KHCN VHTT VHTTDL NNPTNT ANTT GPMB QSDĐ GCNQSDĐ KHSDĐ QHSDĐ HĐLĐ LĐHĐ BHXH BHYT TSCĐ XDCB NSNN
   KTXH HTQLCL TCVN PCTN PCCC TDTT HTTT HSCV ĐMST CPĐT CQĐT CQĐP TTPVHCC BPMC TTHCC VPUBND VPĐKĐĐ ĐKKD ĐVHC HCNN`
    .trim()
    .split(/\s+/u)
const byFolded = new Map(usual.map((text) => [fold(text), text]))
const known = new Set(usual)
/** So long must a word be for one letter more, less or other to be a slip. */
const longEnough = 6
const shortest = 4
const marked = 0.2

/** 'GTDT' for 'GTĐT', 'ĐVSNNCL' for 'ĐVSNCL': abbreviations one mark or letter away from a usual one. */
export function checkAbbreviations(texts: PlanText[]): Finding[] {
  if (vietnameseShare(texts.map(({ text }) => text).join(' ')) < marked) return []
  const words = texts.map(({ text }) => wordsOf(text))
  const own = countOf(words.flat())
  return texts.flatMap(({ subject, at }, index) =>
    [...new Set(words[index])].flatMap((word): Finding[] => {
      const likely = (own.get(word) ?? 0) > mostOften ? null : likelier(word)
      if (likely === null) return []
      const words = [{ printed: word, likely }]
      return [
        {
          severity: 'info',
          code: 'suspected-typo',
          at,
          subject,
          details: { what: 'words', words, more: false },
        },
      ]
    }),
  )
}

/** What a plan writes again and again is its own abbreviation. */
const mostOften = 4

function wordsOf(text: string): string[] {
  if (!/\p{Lu}{4}/u.test(text)) return []
  return text.match(/(?<![\p{L}\p{N}/.-])\p{Lu}{4,}(?![\p{L}\p{N}/-])/gu) ?? []
}

function countOf(words: string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** A usual abbreviation that a word misses by a mark or, where it is long, by a letter. */
function likelier(word: string): string | null {
  if (known.has(word) || word.length < shortest) return null
  const folded = fold(word)
  const same = byFolded.get(folded)
  if (same !== undefined) return same
  if (word.length < longEnough) return null
  return usual.find((text) => text.length >= shortest + 1 && letterDistance(fold(text), folded) === 1) ?? null
}
