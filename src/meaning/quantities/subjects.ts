import { isOneOf, longestPhrase, type QuantityToken, wordSet } from './lexer.js'

const stops = /^(?:[;.:()]|nhưng)$/u
const earlyStops = /^(?:,|và)$/u
const openings = [
  'phấn đấu',
  'bảo đảm',
  'đảm bảo',
  'duy trì',
  'nâng cao',
  'nâng',
  'trong đó',
  'trong số đó',
  'kiểm tra',
  'tổ chức',
  'hoàn thành',
  'thực hiện',
]
const closings = wordSet('đạt là bằng đứng xếp nằm thuộc được giữ có khi')
const longest = 24

/** What a figure is said of where nothing counted stands behind it: the words before it in its clause, as tokens. */
export function subjectBefore(
  tokens: readonly QuantityToken[],
  end: number,
  figure: number,
): [number, number] | null {
  let to = end
  while (to > 0 && isOneOf(tokens[to - 1], closings)) to--
  let from = to
  const isPredicated = tokens.slice(to, figure).some((token) => isOneOf(token, closings))
  while (from > 0 && to - from < longest && !isStop(tokens[from - 1], isPredicated)) from--
  while (from < to && tokens[from]?.kind === 'mark') from++
  for (let skip = 1; skip > 0 && from < to; from += skip) skip = longestPhrase(tokens, from, openings)
  return from >= to || to - from >= longest ? null : [from, to]
}

/** Before 'đạt' the subject may be a list; without it a comma ends what belongs together. */
function isStop(token: QuantityToken | undefined, isPredicated: boolean): boolean {
  if (token === undefined || token.kind === 'number' || stops.test(token.word)) return true
  return !isPredicated && earlyStops.test(token.word)
}
