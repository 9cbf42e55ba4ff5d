import type { Action, AgencyList, Appendix, Criterion, Plan, Section } from '../../../schemas/plan.js'
import { fold } from '../../../src/language/letters.js'
import type { Random } from '../../random.js'

/** A fault put into a right plan; false where the plan has nothing that can be spoilt so. */
export interface Fault {
  name: string
  /** Systematic ones spoil the document, single ones a row or a field. */
  extent: 'systematic' | 'single'
  put(plan: Plan, random: Random): boolean
}

type Row = { appendix: Appendix; criterion: Criterion }
type Deed = Row & { action: Action }

const appendicesOf = (plan: Plan): Appendix[] =>
  plan.appendices.filter(({ criteria }) => criteria.length >= 4)

function rowsOf(plan: Plan, fits: (row: Row) => boolean = () => true): Row[] {
  return appendicesOf(plan)
    .flatMap((appendix) => appendix.criteria.map((criterion) => ({ appendix, criterion })))
    .filter(({ criterion }) => criterion.kind === 'item')
    .filter(fits)
}

function deedsOf(plan: Plan, fits: (deed: Deed) => boolean = () => true): Deed[] {
  return appendicesOf(plan)
    .flatMap((appendix) =>
      appendix.criteria.flatMap((criterion) =>
        criterion.actions.map((action) => ({ appendix, criterion, action })),
      ),
    )
    .filter(fits)
}

const isLeaf = ({ appendix, criterion }: Row): boolean =>
  appendix.criteria.every(({ parent }) => parent !== criterion.id)

function drop({ appendix, criterion }: Row): void {
  for (const child of appendix.criteria) if (child.parent === criterion.id) child.parent = criterion.parent
  appendix.criteria.splice(appendix.criteria.indexOf(criterion), 1)
}

const wordsIn = (text: string): string[] => text.split(/\s+/u)
const firstHalf = (text: string): string =>
  wordsIn(text)
    .slice(0, wordsIn(text).length >> 1)
    .join(' ')
const isLong = (text: string | null | undefined): text is string => text != null && wordsIn(text).length > 9

/** One of several at random, spoilt; false where there is none. */
function spoilOne<T>(items: readonly T[], random: Random, spoil: (item: T) => void): boolean {
  if (items.length === 0) return false
  spoil(random.pick(items))
  return true
}

function spoilAll<T>(items: readonly T[], least: number, spoil: (item: T) => void): boolean {
  if (items.length < least) return false
  items.forEach(spoil)
  return true
}

const list = (text: string): AgencyList => ({ text, agencies: [] })

function exchangeAgencies({ action }: Deed): void {
  const { lead, coordinating } = action
  action.lead = coordinating
  action.coordinating = lead
}

const hasBoth = ({ action: { lead, coordinating } }: Deed): boolean =>
  lead !== null && coordinating !== null && lead.text !== coordinating.text

function paragraphsOf(sections: readonly Section[]): { of: string[]; text: string }[] {
  return sections.flatMap(({ paragraphs, children }) => [
    ...paragraphs.filter((text) => text.length > 60).map((text) => ({ of: paragraphs, text })),
    ...paragraphsOf(children),
  ])
}

const withMaximum = (plan: Plan): Row[] => rowsOf(plan, ({ criterion }) => (criterion.scores?.max ?? 0) > 0)

const systematic: Record<string, Fault['put']> = {
  'a third of the rows lost': (plan, random) =>
    spoilOne(appendicesOf(plan), random, (appendix) => {
      for (const criterion of appendix.criteria.slice(Math.floor(appendix.criteria.length * 0.7)).reverse())
        drop({ appendix, criterion })
    }),
  'lead and coordinating exchanged': (plan) => spoilAll(deedsOf(plan, hasBoth), 4, exchangeAgencies),
  'roots nested': (plan, random) =>
    spoilOne(
      appendicesOf(plan).filter(
        ({ criteria }) => criteria.filter(({ kind }) => kind === 'domain').length >= 3,
      ),
      random,
      ({ criteria }) => {
        const domains = criteria.filter(({ kind }) => kind === 'domain')
        domains.slice(1).forEach((domain, index) => {
          domain.parent = domains[index]?.id ?? null
          domain.level = index + 2
        })
      },
    ),
  'marks stripped': (plan, random) =>
    spoilOne(appendicesOf(plan), random, ({ criteria }) => {
      for (const criterion of criteria) {
        if (criterion.name !== null) criterion.name = fold(criterion.name)
        for (const action of criterion.actions) {
          action.task = action.task.map(fold)
          action.deliverable = action.deliverable.map(fold)
          for (const agencies of [action.lead, action.coordinating])
            if (agencies !== null) agencies.text = fold(agencies.text)
        }
      }
    }),
  'table gone': (plan) =>
    spoilAll(appendicesOf(plan), 1, (appendix) => {
      appendix.kind = 'other'
      appendix.criteria = []
    }),
  'title without its year': ({ header }) => {
    const cut = header.title?.replace(/\s*\d{4}(?:\s?[-–]\s?\d{4})?$/u, '') ?? null
    if (cut === header.title) return false
    header.title = cut
    return true
  },
  'half of the codes lost': (plan) =>
    spoilAll(
      rowsOf(plan, ({ criterion }) => criterion.code !== null).filter((_, index) => index % 2 === 0),
      2,
      ({ criterion }) => {
        criterion.code = null
        criterion.codePrinted = null
      },
    ),
  'deadlines without dates': (plan) =>
    spoilAll(
      deedsOf(plan, ({ action }) => action.deadline?.items.some(({ end }) => end !== null) ?? false),
      3,
      ({ action }) => {
        for (const item of action.deadline?.items ?? [])
          Object.assign(item, { kind: 'conditional', start: null, end: null, period: null })
      },
    ),
  'deadline and lead exchanged': (plan) =>
    spoilAll(
      deedsOf(plan, ({ action }) => action.lead !== null && action.deadline !== null),
      3,
      ({ action }) => {
        const text = action.lead?.text ?? ''
        action.lead = list(action.deadline?.text ?? '')
        action.deadline = { text, items: [] }
      },
    ),
  'section lost': (plan, random) =>
    spoilOne(
      plan.outline.filter((section) => JSON.stringify(section).length > 600),
      random,
      (section) => plan.outline.splice(plan.outline.indexOf(section), 1),
    ),
}

const single: Record<string, Fault['put']> = {
  'a row lost': (plan, random) => spoilOne(rowsOf(plan, isLeaf), random, drop),
  'two rows glued': (plan, random) => {
    const pairs = appendicesOf(plan).flatMap((appendix) =>
      appendix.criteria.slice(1).flatMap((second, index) => {
        const first = appendix.criteria[index]
        const fits =
          first !== undefined &&
          first.actions.length > 0 &&
          second.actions.length > 0 &&
          [first, second].every((criterion) => isLeaf({ appendix, criterion }))
        return fits ? [{ appendix, first, second }] : []
      }),
    )
    return spoilOne(pairs, random, ({ appendix, first, second }) => {
      const [above, below] = [first.actions[0], second.actions[0]]
      if (first.name !== null && second.name !== null) first.name += ` ${second.name}`
      if (above === undefined || below === undefined) return
      above.task.push(...below.task)
      above.deliverable.push(...below.deliverable)
      for (const field of ['lead', 'coordinating', 'deadline'] as const) {
        const [own, other] = [above[field], below[field]]
        if (own !== null && other !== null) own.text += ` ${other.text}`
      }
      drop({ appendix, criterion: second })
    })
  },
  'a name cut, its rest a row': (plan, random) =>
    spoilOne(
      rowsOf(plan, ({ criterion }) => criterion.code !== null && isLong(criterion.name)),
      random,
      ({ appendix, criterion }) => {
        const name = criterion.name ?? ''
        criterion.name = firstHalf(name)
        const rest: Criterion = {
          ...structuredClone(criterion),
          id: `${criterion.id}/~1`,
          code: null,
          codePrinted: null,
          parent: criterion.id,
          level: criterion.level + 1,
          name: name.slice(criterion.name.length).trim(),
          scores: null,
          actions: [],
          evidence: [],
        }
        appendix.criteria.splice(appendix.criteria.indexOf(criterion) + 1, 0, rest)
      },
    ),
  'a task cut': (plan, random) =>
    spoilOne(
      deedsOf(plan, ({ action }) => isLong(action.task[0])),
      random,
      ({ action }) => {
        action.task[0] = firstHalf(action.task[0] ?? '')
      },
    ),
  'an agency cut': (plan, random) =>
    spoilOne(
      deedsOf(plan, ({ action }) => wordsIn(action.lead?.text ?? '').length >= 3),
      random,
      ({ action }) => {
        if (action.lead !== null) action.lead.text = wordsIn(action.lead.text).slice(0, -1).join(' ')
      },
    ),
  'a code wrong': (plan, random) =>
    spoilOne(
      rowsOf(plan, ({ criterion }) => /\d$/u.test(criterion.code ?? '')),
      random,
      ({ criterion }) => {
        const wrong = (criterion.code ?? '').replace(/\d+$/u, (number) => String(Number(number) + 3))
        criterion.code = wrong
        criterion.codePrinted = wrong
      },
    ),
  "a row's cells shifted": (plan, random) =>
    spoilOne(
      deedsOf(plan, (deed) => hasBoth(deed) && deed.action.deliverable.length > 0),
      random,
      ({ action }) => {
        action.lead = action.coordinating
        action.coordinating = list(action.deliverable.join(' '))
        action.deliverable = []
      },
    ),
  'an agency as task': (plan, random) =>
    spoilOne(
      deedsOf(plan, ({ action }) => action.lead !== null && action.task.length > 0),
      random,
      ({ action }) => {
        action.task = [action.lead?.text ?? '']
        action.lead = action.coordinating
        action.coordinating = null
      },
    ),
  'a maximum far too high': (plan, random) =>
    spoilOne(withMaximum(plan), random, ({ criterion }) => {
      if (criterion.scores !== null) criterion.scores.max = (criterion.scores.max ?? 0) + 40
    }),
  'a maximum half too high': (plan, random) =>
    spoilOne(withMaximum(plan), random, ({ criterion }) => {
      if (criterion.scores !== null) criterion.scores.max = (criterion.scores.max ?? 0) + 0.5
    }),
  'a maximum lost': (plan, random) =>
    spoilOne(withMaximum(plan), random, ({ criterion }) => {
      if (criterion.scores !== null) criterion.scores.max = null
    }),
  'a row twice': (plan, random) =>
    spoilOne(rowsOf(plan, isLeaf), random, ({ appendix, criterion }) => {
      const twin = { ...structuredClone(criterion), id: `${criterion.id}#2` }
      appendix.criteria.splice(appendix.criteria.indexOf(criterion) + 1, 0, twin)
    }),
  'a row under a wrong parent': (plan, random) =>
    spoilOne(
      rowsOf(plan, ({ criterion }) => criterion.parent !== null && /^\d+\.\d+/u.test(criterion.code ?? '')),
      random,
      ({ appendix, criterion }) => {
        const others = appendix.criteria.filter(
          ({ id, kind }) => kind === 'domain' && id !== criterion.parent,
        )
        if (others.length > 0) criterion.parent = random.pick(others).id
      },
    ),
  'a word changed': (plan, random) =>
    spoilOne(
      deedsOf(plan, ({ action }) => isLong(action.task[0])),
      random,
      ({ action }) => {
        const words = wordsIn(action.task[0] ?? '')
        words[words.length >> 1] = 'thẳm'
        action.task[0] = words.join(' ')
      },
    ),
  'a paragraph lost': (plan, random) =>
    spoilOne(paragraphsOf(plan.outline), random, ({ of, text }) => of.splice(of.indexOf(text), 1)),
  'a digit of the number': ({ header }) => {
    if (header.number === null) return false
    header.number = header.number.replace(/^\d/u, (digit) => String((Number(digit) + 1) % 10))
    return true
  },
  'the number lost': ({ header }) => {
    const has = header.number !== null
    header.number = null
    return has
  },
  'the date wrong': ({ header }) => {
    if (header.issuedOn === null) return false
    header.issuedOn = header.issuedOn.slice(0, 8) + (header.issuedOn.endsWith('11') ? '12' : '11')
    return true
  },
  'half of the title': ({ header }) => {
    if (!isLong(header.title)) return false
    header.title = firstHalf(header.title)
    return true
  },
  'the signatory lost': ({ header }) => {
    const has = header.signatory !== null
    header.signatory = null
    return has
  },
  'half of the recipients': ({ header }) => {
    if (header.recipients.length < 4) return false
    header.recipients.splice(header.recipients.length >> 1)
    return true
  },
  'a deadline a year off': (plan, random) =>
    spoilOne(
      deedsOf(plan, ({ action }) => action.deadline?.items.some(({ end }) => end !== null) ?? false),
      random,
      ({ action }) => {
        const later = (date: string | null): string | null =>
          date === null ? null : `${Number(date.slice(0, 4)) + 1}${date.slice(4)}`
        for (const item of action.deadline?.items ?? []) {
          item.start = later(item.start)
          item.end = later(item.end)
        }
      },
    ),
  'lead and coordinating of one row exchanged': (plan, random) =>
    spoilOne(deedsOf(plan, hasBoth), random, exchangeAgencies),
}

export const faults: readonly Fault[] = [
  ...Object.entries(systematic).map(([name, put]): Fault => ({ name, extent: 'systematic', put })),
  ...Object.entries(single).map(([name, put]): Fault => ({ name, extent: 'single', put })),
]
