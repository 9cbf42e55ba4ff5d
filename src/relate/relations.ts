import type { RaisedDoubt } from '../../schemas/related.js'
import type { Relative } from './agreement.js'
import { type Family, findFamilies } from './parents.js'
import { unionOf } from './sketch.js'
import { findTwins, type TwinPair } from './twins.js'

export interface Relations {
  families: Family[]
  twins: TwinPair[]
  doubts: RaisedDoubt[]
}

/**
 * Decides which documents of a batch belong together. First twins, so that a plan and its appendix are joined once
 * though each was given in two formats; then appendices; then twins again, because a plan put together may be the twin
 * of one that holds everything in one file.
 */
export function relate(relatives: readonly Relative[]): Relations {
  const single = findTwins(relatives)
  const { families, doubts } = findFamilies(single.kept)
  const children = new Set(families.flatMap(({ appendices }) => appendices.map(({ relative }) => relative)))
  const joined = new Map(families.map((family) => [family.main, withAppendices(family)]))
  const whole = single.kept.filter((relative) => !children.has(relative))
  const again = findTwins(whole.map((relative) => joined.get(relative) ?? relative))
  const twins = [...single.pairs, ...again.pairs].map((pair) => keptLast(pair, again.pairs))
  const all = [
    ...doubts,
    ...again.doubts,
    ...single.doubts.filter(({ files }) => aboutAppendices(files, single.kept)),
  ]
  return {
    families,
    twins: twins.toSorted((a, b) => a.twin.index - b.twin.index),
    doubts: all.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
  }
}

/** A plan with its appendices, as it is held against others. */
function withAppendices({ main, appendices }: Family): Relative {
  const kins = appendices.map(({ relative }) => relative.kin)
  return {
    ...main,
    kin: {
      ...main.kin,
      appendices: [main.kin, ...kins].flatMap((kin) => kin.appendices),
      sketch: kins.reduce((sketch, kin) => unionOf(sketch, kin.sketch), main.kin.sketch),
    },
  }
}

/** A twin of a document that turned out to be another one's twin is that one's. */
function keptLast(pair: TwinPair, later: readonly TwinPair[]): TwinPair {
  const above = later.find(({ twin }) => twin.index === pair.kept.index)
  return above === undefined || above === pair ? pair : { ...pair, kept: above.kept }
}

/** Doubts about plans are raised once, when their appendices have been joined. */
function aboutAppendices(files: readonly string[], kept: readonly Relative[]): boolean {
  return kept.some(({ file, kin }) => kin.appendixOnly && files.includes(file))
}

function keyOf({ kind, files }: RaisedDoubt): string {
  return `${files[0]} ${kind} ${files.join(' ')}`
}
