import type { RecognisedWord } from '../../../../schemas/recogniser.js'
import { type Box, centreX, centreY, type Rules } from '../../page/ink.js'

/** No plan prints an upright stroke. */
const uprightOnly = /^[|¦]+$/u
/** Dust is taken for points and quotes: none of these stands by itself, or before a word. */
const speckOnly = /^[.,'’‘`„“”"¡~^°]+$/u
const leadingSpecks = /^[.,'’`„¡~^°]+(?=\p{L})/u
/** Signs for which printed lines are taken. */
const ruleLike = /^[|¦_\-—–=~'’‘`"“”.,:;!()[\]{}\\/<>«»°*+^]+$/u
const uprightLike = /^[|¦[\]{}!]+|[|¦[\]{}!]+$/gu
const near = 2.5

/**
 * Recognition takes pieces of rules for signs: words that are nothing but such signs on a rule go, and such signs at
 * the end of a word that touches one.
 */
export function withoutRuleMarks(words: readonly RecognisedWord[], rules: Rules): RecognisedWord[] {
  return words.flatMap((word) => {
    if (speckOnly.test(word.text)) return []
    if (uprightOnly.test(word.text) || (ruleLike.test(word.text) && liesOnRule(word.box, rules))) return []
    const whole = touchesUpright(word.box, rules) ? word.text.replace(uprightLike, '') : word.text
    const text = whole.replace(leadingSpecks, '')
    return text === '' ? [] : [{ ...word, text }]
  })
}

function liesOnRule(box: Box, { horizontal, vertical }: Rules): boolean {
  const [x, y] = [centreX(box), centreY(box)]
  return (
    vertical.some((rule) => within(y, rule) && Math.abs(x - rule.at) < near) ||
    horizontal.some((rule) => within(x, rule) && Math.abs(y - rule.at) < near)
  )
}

function touchesUpright(box: Box, { vertical }: Rules): boolean {
  return vertical.some(
    (rule) =>
      within(centreY(box), rule) && (Math.abs(box[0] - rule.at) < near || Math.abs(box[2] - rule.at) < near),
  )
}

function within(value: number, { from, to }: { from: number; to: number }): boolean {
  return value >= from - near && value <= to + near
}
