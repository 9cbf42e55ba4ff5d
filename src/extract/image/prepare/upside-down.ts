import type { RecognisedWord, Recogniser } from '../../../../schemas/recogniser.js'
import type { Rule, Rules } from '../../page/ink.js'
import { toSourceOf } from '../../page/placement.js'
import { cut, darkPixels, onItsHead } from './picture-parts.js'
import type { PreparedPage } from './prepare-page.js'

/** A strip of this many inches tells which way letters stand. */
const stripInches = 1.2
/** A page that lies on its head is turned: a strip of it is read both ways. */
export async function onItsFeet(page: PreparedPage, recogniser: Recogniser): Promise<PreparedPage> {
  const strip = densestStrip(page)
  const { words } = await recogniser.recognise(strip, 'cells', page.dpi)
  const turned = await recogniser.recognise(onItsHead(strip), 'cells', page.dpi)
  return weightOf(turned.words) > 1.3 * weightOf(words) ? turnedAround(page) : page
}

/** Where most ink is, rules aside; at most half of the page's width. */
function densestStrip({ grey, dpi }: PreparedPage): PreparedPage['grey'] {
  const height = Math.min(grey.height, Math.round(stripInches * dpi))
  const [left, right] = [Math.round(grey.width * 0.2), Math.round(grey.width * 0.8)]
  let best = { ink: -1, strip: cut(grey, [left, 0, right, height]) }
  for (let top = Math.round(grey.height * 0.1); top + height <= grey.height * 0.9; top += height) {
    const strip = cut(grey, [left, top, right, top + height])
    const ink = darkPixels(strip)
    if (ink > best.ink) best = { ink, strip }
  }
  return best.strip
}

function lettersOf(word: RecognisedWord): number {
  return word.text.replace(/[^\p{L}\d]/gu, '').length
}

/** So many letters tell at once which way a page lies. */
const manyLetters = 60
/** Fewer say nothing at all. */
const fewestLetters = 10
/** Letters that stand upright are this sure on the average, mild and hard scans alike; on their head they are not. */
const upright = 0.7

/** A recogniser that reads a page no further than until it is known to lie on its head. */
export interface FeetWatch {
  recogniser: Recogniser
  /** The page turned around when all is read that was read of it; null where it stands on its feet. */
  turned(): Promise<PreparedPage | null>
}

/**
 * Looks at what is read of a page's running text and tables: when the first letters are unsure, the page may lie on its
 * head. Where it does, the answer is a failure, so that its doubtful lines and numbers are not read in vain.
 */
export function watchFeet(page: PreparedPage, recogniser: Recogniser): FeetWatch {
  const seen: RecognisedWord[] = []
  let settled: PreparedPage | null = null
  const settle = async (): Promise<PreparedPage> => {
    settled ??= await onItsFeet(page, recogniser)
    return settled
  }
  return {
    recogniser: {
      engine: recogniser.engine,
      parallel: recogniser.parallel,
      recognise: async (picture, mode, dpi) => {
        const answer = await recogniser.recognise(picture, mode, dpi)
        if (settled !== null || (mode !== 'text' && mode !== 'cells')) return answer
        seen.push(...answer.words)
        if (lettersIn(seen) < manyLetters) return answer
        if (areUpright(seen)) settled = page
        else if ((await settle()) !== page) return { words: [], failure: 'the page lies on its head' }
        return answer
      },
    },
    turned: async () => {
      if (settled === null && lettersIn(seen) >= fewestLetters && areUpright(seen)) return null
      const found = await settle()
      return found === page ? null : found
    },
  }
}

function areUpright(words: readonly RecognisedWord[]): boolean {
  return weightOf(words) >= upright * lettersIn(words)
}

function lettersIn(words: readonly RecognisedWord[]): number {
  return words.reduce((sum, word) => sum + lettersOf(word), 0)
}

function weightOf(words: readonly RecognisedWord[]): number {
  return words.reduce((sum, word) => sum + lettersOf(word) * word.confidence, 0)
}

function turnedAround(page: PreparedPage): PreparedPage {
  const width = (page.grey.width * 72) / page.dpi
  const height = (page.grey.height * 72) / page.dpi
  const placement = { ...page.placement, onItsHead: true }
  return {
    ...page,
    grey: onItsHead(page.grey),
    rules: turnedRules(page.rules, width, height),
    turn: ((page.turn + 2) % 4) as PreparedPage['turn'],
    placement,
    toSource: toSourceOf(placement),
  }
}

function turnedRules({ horizontal, vertical }: Rules, width: number, height: number): Rules {
  const turn = (along: number, across: number) => (rule: Rule) => ({
    at: across - rule.at,
    from: along - rule.to,
    to: along - rule.from,
  })
  return { horizontal: horizontal.map(turn(width, height)), vertical: vertical.map(turn(height, width)) }
}
