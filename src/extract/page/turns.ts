import type { Box, Glyph, PageInk, Rule } from './ink.js'

/** Quarter turns clockwise. */
export type Turn = Glyph['turn']

interface Frame {
  width: number
  height: number
}

/** Turns a point of a frame clockwise by quarter turns. */
function turnPoint([x, y]: [number, number], { width, height }: Frame, turn: Turn): [number, number] {
  switch (turn) {
    case 0:
      return [x, y]
    case 1:
      return [height - y, x]
    case 2:
      return [width - x, height - y]
    case 3:
      return [y, width - x]
  }
}

export function turnBox(box: Box, frame: Frame, turn: Turn): Box {
  const [x1, y1] = turnPoint([box[0], box[1]], frame, turn)
  const [x2, y2] = turnPoint([box[2], box[3]], frame, turn)
  return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)]
}

/** The turn that undoes another. */
export function back(turn: Turn): Turn {
  return ((4 - turn) % 4) as Turn
}

/** A sign as it stands when its frame is turned. */
export function turnGlyph(glyph: Glyph, frame: Frame, turn: Turn): Glyph {
  if (turn === 0) return glyph
  const along = glyph.turn % 2 === 0
  const foot: [number, number] = along ? [glyph.box[0], glyph.baseline] : [glyph.baseline, glyph.box[1]]
  const turned = ((glyph.turn + turn) % 4) as Turn
  const [x, y] = turnPoint(foot, frame, turn)
  return { ...glyph, box: turnBox(glyph.box, frame, turn), baseline: turned % 2 === 0 ? y : x, turn: turned }
}

/** The whole page turned: text that ran upwards stands upright. */
export function turnInk(ink: PageInk, turn: Turn): PageInk {
  if (turn === 0) return ink
  const horizontal = ink.rules.horizontal.map((rule) => turnRule(rule, true, ink, turn))
  const vertical = ink.rules.vertical.map((rule) => turnRule(rule, false, ink, turn))
  const swapped = turn % 2 === 1
  return {
    width: swapped ? ink.height : ink.width,
    height: swapped ? ink.width : ink.height,
    glyphs: ink.glyphs.map((glyph) => turnGlyph(glyph, ink, turn)),
    rules: swapped ? { horizontal: vertical, vertical: horizontal } : { horizontal, vertical },
    images: ink.images.map((box) => turnBox(box, ink, turn)),
  }
}

function turnRule(rule: Rule, isHorizontal: boolean, frame: Frame, turn: Turn): Rule {
  const box: Box = isHorizontal
    ? [rule.from, rule.at, rule.to, rule.at]
    : [rule.at, rule.from, rule.at, rule.to]
  const [left, top, right, bottom] = turnBox(box, frame, turn)
  const staysHorizontal = isHorizontal === (turn % 2 === 0)
  return staysHorizontal ? { at: top, from: left, to: right } : { at: left, from: top, to: bottom }
}

/** The turn in which most of a page's text stands. */
export function mainTurn(glyphs: Glyph[]): Turn {
  const counts = [0, 0, 0, 0]
  for (const glyph of glyphs) if (glyph.text.trim() !== '') counts[glyph.turn] = (counts[glyph.turn] ?? 0) + 1
  return counts.indexOf(Math.max(...counts)) as Turn
}
