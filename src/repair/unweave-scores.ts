import { special } from './language-model.js'
import type { WovenLine, WovenToken } from './unweave-lines.js'

const decimal = /^\d{1,2}[.,]\d+$/u
const lostComma = /^0\d{3,4}$/u
const likeOne = /^[lI!]$/u

/**
 * Scores on the first line of a row: a comma that was lost after 0, a 1 that was taken for a letter or, standing
 * where the rules of the table stand, for one of them.
 */
export function readScores(line: WovenLine): void {
  const { tokens } = line
  for (const token of tokens) if (lostComma.test(token.text)) setNumber(token, `0,${token.text.slice(1)}`)
  const at = tokens.findIndex(({ text }, index) => index > 0 && decimal.test(text))
  const score = tokens[at]
  const before = tokens[at - 1]
  if (score === undefined || before === undefined || before.numeric || tokens[at + 1]?.numeric === true)
    return
  if (likeOne.test(before.text)) setNumber(before, '1')
  else if (score.bar) {
    tokens.splice(at, 0, { ...score, text: '1', end: score.start, numeric: true, id: special.number })
    score.bar = false
  }
}

function setNumber(token: WovenToken, text: string): void {
  token.text = text
  token.numeric = true
  token.id = special.number
}
