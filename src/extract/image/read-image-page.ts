import type { GreyPicture, RgbaPicture } from '../../../schemas/picture.js'
import type { RecognisedWord, Recogniser } from '../../../schemas/recogniser.js'
import { findGrids, type TableGrid } from '../page/grid.js'
import { outermost } from '../page/page-blocks.js'
import type { ImagePage } from '../page/read-pages.js'
import { withoutDust } from './prepare/dust.js'
import { coarse, cut, darkPixels, pixelBox, without } from './prepare/picture-parts.js'
import { inPoints } from './prepare/points.js'
import { type PreparedPage, preparePage } from './prepare/prepare-page.js'
import { onItsFeet, watchFeet } from './prepare/upside-down.js'
import { mendColumnNumbers } from './recognise/column-numbers.js'
import { rereadDoubtful } from './recognise/doubtful-lines.js'
import { settleEndMarks } from './recognise/end-marks.js'
import { partGlued } from './recognise/glued-words.js'
import { readNumbers } from './recognise/number-cells.js'
import { recognisedInk } from './recognise/recognised-ink.js'
import { rereadRoman } from './recognise/roman-numbers.js'
import { textAreas } from './recognise/text-areas.js'
import { readUnreadInk } from './recognise/unread-ink.js'
import { withoutRuleMarks } from './rules/rule-marks.js'

/** Fewer dark pixels at 200 dpi are dust. */
const leastInk = 60

/**
 * Straightens a page's picture, finds its ruled tables, and recognises tables and running text each in its own way.
 * `dpi` says how many pixels an inch of paper has. A page that lies on its head is turned.
 */
export async function readImagePage(
  image: RgbaPicture,
  dpi: number,
  recogniser: Recogniser,
): Promise<ImagePage> {
  const prepared = preparePage(image, dpi)
  if (prepared.blank) return imagePage(prepared, { words: [], failure: null })
  // A page that ran sideways was turned one way or the other: which is right is not known yet.
  if (prepared.turn !== 0) return whole(await onItsFeet(prepared, recogniser), recogniser)
  const feet = watchFeet(prepared, recogniser)
  const read = await readPrepared(prepared, feet.recogniser)
  const turned = await feet.turned()
  return turned === null ? imagePage(prepared, read) : whole(turned, recogniser)
}

async function whole(page: PreparedPage, recogniser: Recogniser): Promise<ImagePage> {
  return imagePage(page, await readPrepared(page, recogniser))
}

function imagePage(
  { grey, dpi, rules, placement, blank }: PreparedPage,
  { words, failure }: Part,
): ImagePage {
  const size = { width: (grey.width * 72) / dpi, height: (grey.height * 72) / dpi }
  return { ink: recognisedInk(words, rules, size), placement, blank, failure }
}

async function readPrepared(page: PreparedPage, recogniser: Recogniser): Promise<Part> {
  const grids = outermost(findGrids(page.rules))
  const parts = [await runningText(page, grids, recogniser)]
  for (const grid of grids) parts.push(await tableText(page, grid, recogniser))
  const failure = parts.find((part) => part.failure !== null)?.failure ?? null
  if (failure !== null) return { words: [], failure }
  const words = partGlued(numbered(parts.map((part) => part.words)))
  return { words: await rereadRoman(page, words, recogniser), failure }
}

interface Part {
  words: RecognisedWord[]
  failure: string | null
}

/** What stands outside the tables: where they leave little of a page, only the places of that little are recognised. */
async function runningText(page: PreparedPage, grids: TableGrid[], recogniser: Recogniser): Promise<Part> {
  const { grey, dpi } = page
  if (grids.length === 0) return areaText(page, grey, [0, 0], recogniser)
  const rest = without(
    grey,
    grids.map((grid) => coarse(pixelBox(grid.box, grey, dpi, dpi / 66), grey, 4)),
  )
  if (darkPixels(rest) < leastInk * (dpi / 200) ** 2) return { words: [], failure: null }
  const parts: Part[] = []
  for (const area of textAreas(rest, dpi)) {
    const part = await areaText(page, cut(rest, area), [area[0], area[1]], recogniser)
    if (part.failure !== null) return part
    parts.push(part)
  }
  return { words: numbered(parts.map(({ words }) => words)), failure: null }
}

/** Running text of a part of the page, of which the left upper corner is given in pixels. */
async function areaText(
  page: PreparedPage,
  picture: GreyPicture,
  corner: [number, number],
  recogniser: Recogniser,
): Promise<Part> {
  const { words, failure } = await recogniser.recognise(picture, 'text', page.dpi)
  if (failure !== null) return { words: [], failure }
  const found = withoutRuleMarks(
    words.map((word) => inPoints(word, corner, 72 / page.dpi)),
    page.rules,
  )
  const again = await rereadDoubtful(page, [], found, recogniser)
  return { words: withoutDust(page, settleEndMarks(page, [], again)), failure: null }
}

/** A table's words, its isolated numbers read by themselves. */
async function tableText(page: PreparedPage, grid: TableGrid, recogniser: Recogniser): Promise<Part> {
  const { grey, dpi } = page
  const box = coarse(pixelBox(grid.box, grey, dpi, dpi / 20), grey, 16)
  const { words, failure } = await recogniser.recognise(cut(grey, box), 'cells', dpi)
  if (failure !== null) return { words: [], failure }
  const found = withoutRuleMarks(
    words.map((word) => inPoints(word, [box[0], box[1]], 72 / dpi)),
    page.rules,
  )
  const read = await readNumbers(page, grid, found, recogniser)
  if (read.failure !== null) return read
  const settled = new Set(read.words.filter((word) => !found.includes(word)))
  const doubted = await rereadDoubtful(page, grid.cells, read.words, recogniser, settled)
  const again = settleEndMarks(page, grid.cells, doubted, settled)
  const rest = await readUnreadInk(page, grid, again, recogniser)
  const whole = withoutDust(page, [...again, ...rest])
  return { words: mendColumnNumbers(grid, whole), failure: null }
}

/** Lines of different parts get different numbers. */
function numbered(parts: readonly RecognisedWord[][]): RecognisedWord[] {
  let next = 0
  return parts.flatMap((words) => {
    const first = next
    next += Math.max(0, ...words.map((word) => word.line + 1))
    return words.map((word) => ({ ...word, line: word.line + first }))
  })
}
