import type { Bond, DoubtDetails, RaisedDoubt, Signed } from '../../schemas/related.js'
import { labelOrdinal } from '../language/captions.js'
import {
  type Relative,
  sameDate,
  sameFolder,
  sameIssuer,
  sameNumber,
  sameYears,
  yearsIn,
} from './agreement.js'

/** A plan and the files that hold its appendices, in the order in which these follow one another. */
export interface Family {
  main: Relative
  appendices: { relative: Relative; bonds: Bond[] }[]
}

export interface FoundFamilies {
  families: Family[]
  doubts: RaisedDoubt[]
}

/**
 * Finds the plan that each file of appendices belongs to: the caption names its number and date, and issuer or folder
 * agree. Where captions, labels or years speak against it, or two plans fit, the file is left alone and a doubt raised.
 */
export function findFamilies(relatives: readonly Relative[]): FoundFamilies {
  const mains = relatives.filter(({ kin }) => !kin.appendixOnly)
  const doubts: RaisedDoubt[] = []
  const families = new Map<Relative, Family>()
  for (const child of relatives.filter(({ kin }) => kin.appendixOnly)) {
    const parent = parentOf(child, mains)
    if ('details' in parent) {
      doubts.push({ kind: 'appendix', ...parent })
      continue
    }
    const family = families.get(parent.main) ?? { main: parent.main, appendices: [] }
    family.appendices.push({ relative: child, bonds: parent.bonds })
    families.set(parent.main, family)
  }
  const whole = [...families.values()].map((family) => withoutRivals(family, doubts))
  return { families: whole.filter(({ appendices }) => appendices.length > 0), doubts }
}

type Unsure = Omit<RaisedDoubt, 'kind'>

function parentOf(child: Relative, mains: readonly Relative[]): { main: Relative; bonds: Bond[] } | Unsure {
  const captions = child.kin.appendices.flatMap(({ attachedTo }) => attachedTo ?? [])
  const numbers = new Set(captions.flatMap(({ number }) => number ?? []))
  const dates = new Set(captions.flatMap(({ date }) => date ?? []))
  if (numbers.size > 1 || dates.size > 1) return unsure([child], { reason: 'captions-differ' })
  if (numbers.size === 0) return unsure([child], { reason: 'no-number-in-caption' })
  const bound = mains.flatMap((main) => {
    const bonds = bondsOf(child, main)
    return bonds === null ? [] : [{ main, bonds }]
  })
  // A plan that has the appendix already may be another format of the one that lacks it.
  const open = bound.filter(({ main }) => objection(child, main) === null)
  const fitting = open.length > 0 ? open : bound
  const [only] = fitting
  if (fitting.length > 1)
    return unsure([child, ...fitting.map(({ main }) => main)], {
      ...{ reason: 'several-plans', number: child.kin.number ?? '' },
    })
  if (only === undefined) return withoutParent(child, mains)
  const against = objection(child, only.main)
  return against === null ? only : unsure([child, only.main], against)
}

function unsure(relatives: Relative[], details: DoubtDetails): Unsure {
  return { files: relatives.map(({ file }) => file), details }
}

/** What binds an appendix to a plan; null where that is too little. */
function bondsOf(child: Relative, main: Relative): Bond[] | null {
  if (sameNumber(child.kin.number, main.kin.number) !== 'same') return null
  const date = sameDate(child.kin.issuedOn, main.kin.issuedOn)
  const issuer = sameIssuer(child.kin.issuer, main.kin.issuer)
  if (date === 'different' || issuer === 'different') return null
  if (date === 'same' && issuer === 'same') return ['number', 'date', 'issuer']
  if (!sameFolder(child, main)) return null
  if (date === 'same') return ['number', 'date', 'folder']
  const years = child.kin.appendices.flatMap(({ title }) => yearsIn(title))
  if (issuer === 'same' && sameYears(years, main.kin.planYears) === 'same')
    return ['number', 'issuer', 'years', 'folder']
  return null
}

/** What speaks against a plan whose number and date fit: a caption may be misprinted and hit another plan. */
function objection(child: Relative, main: Relative): DoubtDetails | null {
  const rival = child.kin.appendices.find((appendix) =>
    main.kin.appendices.some((other) => isSamePlace(appendix, other)),
  )
  if (rival !== undefined) return { reason: 'appendix-there', appendix: rival.label ?? rival.title ?? '' }
  const years = child.kin.appendices.flatMap(({ title }) => yearsIn(title))
  const nearby = main.kin.planYears.flatMap((year) => [year - 1, year, year + 1])
  if (sameYears(years, nearby) === 'different')
    return { reason: 'other-years', years: [...new Set(years)], planYears: main.kin.planYears }
  return null
}

interface Labelled {
  label: string | null
  title: string | null
}

/** The same number, or neither has one and the titles are the same. */
function isSamePlace(a: Labelled, b: Labelled): boolean {
  const [left, right] = [labelOrdinal(a.label), labelOrdinal(b.label)]
  if (left !== null || right !== null) return left === right
  return a.label !== null && b.label !== null && a.title?.toLowerCase() === b.title?.toLowerCase()
}

/** Says what came near, so that a misprint is found. */
function withoutParent(child: Relative, mains: readonly Relative[]): Unsure {
  const { number, issuedOn } = child.kin
  const near = mains.filter((main) => {
    const issuer = sameIssuer(child.kin.issuer, main.kin.issuer)
    const others = [sameNumber(number, main.kin.number), sameDate(issuedOn, main.kin.issuedOn)]
    const same = others.filter((agreement) => agreement === 'same').length
    if (issuer === 'same' || same === 2) return same > 0
    return issuer === 'open' && sameFolder(child, main) && (same > 0 || !others.includes('different'))
  })
  if (near.length === 0)
    return unsure([child], { reason: 'plan-missing', number: number ?? '', date: issuedOn })
  const plans = near.map(({ kin, file }) => ({ file, ...signed(kin) }))
  return unsure([child, ...near], { reason: 'other-plans', caption: signed(child.kin), plans })
}

function signed({ number, issuedOn, issuer }: Relative['kin']): Signed {
  return { number, date: issuedOn, issuer }
}

/** Two files that claim one place in a plan are both left out: which one holds is not for us to say. */
function withoutRivals(family: Family, doubts: RaisedDoubt[]): Family {
  const isRival = (a: Relative, b: Relative): boolean =>
    a !== b && a.kin.appendices.some((left) => b.kin.appendices.some((right) => isSamePlace(left, right)))
  const rivals = family.appendices.filter(({ relative }) =>
    family.appendices.some((other) => isRival(relative, other.relative)),
  )
  if (rivals.length > 0)
    doubts.push({
      kind: 'appendix',
      files: [...rivals.map(({ relative }) => relative.file), family.main.file],
      details: { reason: 'rivals' },
    })
  const rest = family.appendices.filter((entry) => !rivals.includes(entry))
  return { ...family, appendices: rest.toSorted((a, b) => placeOf(a.relative) - placeOf(b.relative)) }
}

function placeOf({ kin, index }: Relative): number {
  const ordinals = kin.appendices.flatMap(({ label }) => labelOrdinal(label) ?? [])
  return (ordinals[0] ?? 1000) * 1e6 + index
}
