import type { Details } from '../../../schemas/details.js'
import { vietnameseShare } from '../../language/letters.js'
import type { Box, Glyph, PageInk } from '../page/ink.js'

type LayerFault = Extract<Details['unreadable'], { what: 'no-text-layer' }>

/** Whether a page's own text can be read, and why (not). */
export interface TextLayer {
  /** What makes it unusable; null where it can be read. */
  fault: Pick<LayerFault, 'fault' | 'percent'> | null
  /** Nothing is printed on the page: there is nothing to recognise either. */
  blank: boolean
  reason: string
}

/** A few signs over a picture of the whole page are a stamp or a signature, not its text. */
const fewestSigns = 80
const scanShare = 0.6
/** More signs without a meaning than this spoil a text. */
const brokenShare = 0.05
/** Letters of other scripts come from wrong character maps; look-alikes typed by mistake are far fewer. */
const foreignShare = 0.05
/** Clean plans have half of their syllables with letters that only Vietnamese writes. */
const leastVietnamese = 0.15

/** Judges the text layer of one page. */
export function judgeTextLayer(ink: PageInk): TextLayer {
  const signs = ink.glyphs.filter((glyph) => glyph.text.trim() !== '')
  const isScan = ink.images.some((box) => areaOf(box) >= scanShare * ink.width * ink.height)
  if (signs.length === 0) return withoutText(ink, isScan)
  const broken = shareOf(signs, isBroken)
  if (broken > brokenShare) return unusable('unknown-letters', broken)
  const foreign = shareOf(signs, isForeign)
  if (foreign > foreignShare) return unusable('foreign-letters', foreign)
  if (isScan && signs.length < fewestSigns) return unusable('stamp')
  const hidden = signs.filter((glyph) => glyph.hidden).length
  const share = vietnameseShare(ink.glyphs.map((glyph) => glyph.text).join(''))
  if ((isScan || hidden > signs.length / 2) && signs.length >= fewestSigns && share < leastVietnamese)
    return unusable('other-recognition')
  return { fault: null, blank: false, reason: isScan ? 'text layer over a scan' : 'text layer' }
}

function withoutText(ink: PageInk, isScan: boolean): TextLayer {
  const isBlank =
    !isScan && ink.images.length === 0 && ink.rules.horizontal.length + ink.rules.vertical.length < 4
  if (isBlank) return { ...unusable('no-text'), blank: true, reason: 'blank page' }
  return unusable(isScan ? 'scan' : 'no-text')
}

const reasons: Record<LayerFault['fault'], string> = {
  'unknown-letters': 'of the signs have no known letter: the fonts carry no usable character map',
  'foreign-letters': 'of the signs are letters of other scripts: the fonts carry a wrong character map',
  stamp: 'only a short text, a stamp perhaps, stands over a scan',
  'other-recognition': 'the text under the scan was recognised by another program and is not Vietnamese',
  scan: 'no text layer: a scan',
  'no-text': 'no text layer',
}

function unusable(fault: LayerFault['fault'], share: number | null = null): TextLayer {
  const percent = share === null ? null : Math.round(share * 100)
  const reason = `${percent === null ? '' : `${percent} % `}${reasons[fault]}`
  return { fault: { fault, percent }, blank: false, reason }
}

/** No letter at all: private use, unassigned, control or replacement signs. */
function isBroken(text: string): boolean {
  return /[\p{Co}\p{Cn}\p{Cc}\ufffd]/u.test(text) && !/[\uf0a7\uf0b7\uf02d\uf0fc\uf0d8]/u.test(text)
}

function isForeign(text: string): boolean {
  return /(?!\p{Script=Latin})\p{L}/u.test(text)
}

function shareOf(signs: Glyph[], test: (text: string) => boolean): number {
  return signs.filter((glyph) => test(glyph.text)).length / signs.length
}

function areaOf(box: Box): number {
  return (box[2] - box[0]) * (box[3] - box[1])
}
