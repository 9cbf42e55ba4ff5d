import type { Action, Appendix, Criterion } from '../../schemas/plan.js'
import type { Signal } from '../../schemas/suspicion.js'
import { isRoman } from '../language/codes.js'
import type { AuditCase } from './case.js'
import { placeOf } from './plan-fields.js'
import {
  isClosingWord,
  isOnlyFigures,
  isOnlyTime,
  isSurelyAgency,
  mayBeAgency,
  maySayWhen,
} from './shapes.js'
import { type SuspectedPlace, type Suspicion, suspect } from './suspicion.js'
import { thresholds } from './thresholds.js'
import { keyOf } from './words.js'

/** Rows and cells that are unlike what they should be, or unlike their neighbours. */
export function judgeRows({ plans }: AuditCase): Suspicion[] {
  return plans
    .flatMap(({ appendices }) => appendices)
    .filter(({ criteria }) => criteria.length > 0)
    .flatMap((appendix) => [
      ...judgeCells(appendix),
      ...judgeLikeness(appendix),
      ...judgeRepetition(appendix),
      ...judgeScores(appendix),
      ...judgeColumns(appendix),
    ])
}

type Hit = { criterion: Criterion; text: string } & Omit<SuspectedPlace, 'criterion'>

/** Hits of one kind: pointers while they are few, alarms from a share of the rows on. */
function weigh(
  signal: Signal,
  hits: readonly Hit[],
  of: number,
  { share, least = 1 }: { share: number; least?: number },
): Suspicion[] {
  const weight = hits.length >= Math.max(least, share * of) ? 'alarm' : 'pointer'
  return hits.map(({ criterion, text, ...place }) =>
    suspect(
      signal,
      weight,
      { count: hits.length, of, examples: [text] },
      { criterion: criterion.id, at: placeOf(criterion), ...place },
    ),
  )
}

const agencyFields = ['lead', 'coordinating', 'implementing'] as const

function judgeCells(appendix: Appendix): Suspicion[] {
  const { criteria } = appendix
  const roles = new Set(appendix.columns.map(({ role }) => role))
  const hasAgencies = agencyFields.some((field) => roles.has(field))
  const others: Hit[] = []
  const agencies: Hit[] = []
  const deadlines: Hit[] = []
  for (const criterion of criteria) {
    const name = criterion.name ?? ''
    const isOdd = isOnlyFigures(name) || isRoman(name.replace(/\.$/u, '')) || isClosingWord(name)
    if (name !== '' && (isOdd || (hasAgencies && isSurelyAgency(name))))
      others.push({ criterion, text: name, field: 'name' })
    criterion.actions.forEach((action, index) => {
      const place = { action: index, appendix: appendix.id }
      others.push(
        ...foreignTexts(action, hasAgencies, roles.has('deadline')).map((hit) => ({
          criterion,
          ...place,
          ...hit,
        })),
      )
      for (const field of agencyFields) {
        const text = action[field]?.text
        if (text === undefined) continue
        if (isOnlyTime(text)) deadlines.push({ criterion, text, field, ...place })
        else if (!mayBeAgency(text)) agencies.push({ criterion, text, field, ...place })
      }
      const when = action.deadline?.text
      if (when !== undefined && (!maySayWhen(when) || isSurelyAgency(when)))
        deadlines.push({ criterion, text: when, field: 'deadline', ...place })
    })
  }
  const items = criteria.filter(({ kind }) => kind === 'item').length
  return [
    ...weigh('cell-of-other-column', others, items, { share: thresholds.otherColumn }),
    ...weigh('agency-doubtful', agencies, items, { share: thresholds.doubtfulAgencies }),
    ...weigh('deadline-doubtful', deadlines, items, { share: 0 }),
  ]
}

function foreignTexts(
  action: Action,
  hasAgencies: boolean,
  hasDeadlines: boolean,
): { text: string; field: 'task' | 'deliverable' | 'requirement' }[] {
  return (['task', 'deliverable', 'requirement'] as const).flatMap((field) =>
    action[field]
      .filter(
        (text) =>
          (hasAgencies && isSurelyAgency(text)) ||
          (hasDeadlines && field === 'task' && isOnlyTime(text)) ||
          (field === 'task' && isOnlyFigures(text)),
      )
      .map((text) => ({ text, field })),
  )
}

/** Appendices of fewer rows have no habits. */
const fewestRows = 4

/** Rows without what all others have: a code, a maximum, an agency, anything to do. */
function judgeLikeness(appendix: Appendix): Suspicion[] {
  const { criteria } = appendix
  const items = criteria.filter(({ kind }) => kind === 'item')
  if (items.length < fewestRows) return []
  const parents = new Set(criteria.map(({ parent }) => parent))
  const leaves = items.filter(({ id }) => !parents.has(id))
  const coded = items.filter(({ code }) => code !== null)
  const hasMaximum = ({ scores }: Criterion): boolean => scores !== null && scores.max !== null
  const hasAgency = ({ actions }: Criterion): boolean =>
    actions.some(({ lead, implementing }) => lead !== null || implementing !== null)
  const hit = (criterion: Criterion, field: Hit['field'] = null): Hit => ({
    criterion,
    appendix: appendix.id,
    field: field ?? null,
    text: criterion.name ?? criterion.actions[0]?.task[0] ?? criterion.id,
  })
  const unlike: Hit[] = []
  const lacking = (
    all: readonly Criterion[],
    has: (criterion: Criterion) => boolean,
    share: number,
    field: Hit['field'],
  ): void => {
    if (all.filter(has).length >= share * all.length)
      unlike.push(...all.filter((criterion) => !has(criterion)).map((criterion) => hit(criterion, field)))
  }
  lacking(items, ({ code }) => code !== null, 0.5, 'code')
  const isScored =
    leaves.filter(hasMaximum).length >= 0.5 * leaves.length ||
    (coded.length > 0 && coded.filter(hasMaximum).length >= 0.7 * coded.length)
  if (isScored) lacking(leaves, hasMaximum, 0, 'maxScore')
  lacking(leaves, hasAgency, 0.8, 'lead')
  const empty = [
    ...criteria.filter(
      ({ kind, name, actions }) =>
        kind !== 'total' && name === null && actions.every(({ task }) => task.length === 0),
    ),
    ...(leaves.filter(({ actions }) => actions.length > 0).length >= 0.8 * leaves.length
      ? leaves.filter(({ actions }) => actions.length === 0)
      : []),
  ]
  return [
    ...weigh('row-unlike-others', unlike, items.length, thresholds.unlikeRows),
    ...weigh(
      'row-empty',
      empty.map((criterion) => hit(criterion)),
      items.length,
      { share: thresholds.emptyRows },
    ),
  ]
}

function judgeRepetition({ id, criteria }: Appendix): Suspicion[] {
  const items = criteria.filter(({ kind }) => kind === 'item')
  const seen = new Set<string>()
  const repeated: Hit[] = []
  let above = ''
  for (const criterion of criteria) {
    const name = keyOf(criterion.name ?? '')
    const text = criterion.actions.flatMap(({ task }) => task).join(' ')
    const key = [name, criterion.code ?? '', keyOf(text)].join('|')
    const isTwin = criterion.kind === 'item' && (name !== '' || text !== '') && seen.has(key)
    if (isTwin || (name.length > 8 && name === above))
      repeated.push({ criterion, appendix: id, text: criterion.name ?? text })
    seen.add(key)
    above = name
  }
  const { count, share } = thresholds.repeatedRows
  return [
    ...weigh('row-repeated', repeated, items.length, { share, least: count }),
    ...repeatedGroups(id, criteria),
  ]
}

/** One name over three groups or more is a column that was taken for headings. */
const timesOfGroup = 3

function repeatedGroups(appendix: string, criteria: readonly Criterion[]): Suspicion[] {
  const parents = new Set(criteria.map(({ parent }) => parent))
  const groups = new Map<string, Criterion[]>()
  for (const criterion of criteria) {
    if (criterion.name === null || !parents.has(criterion.id)) continue
    const key = keyOf(criterion.name)
    groups.set(key, [...(groups.get(key) ?? []), criterion])
  }
  return [...groups.values()]
    .filter((group) => group.length >= timesOfGroup)
    .map((group) =>
      suspect(
        'row-repeated',
        'alarm',
        { count: group.length, of: criteria.length, examples: [group[0]?.name ?? ''] },
        { appendix, criterion: group[1]?.id ?? null, field: 'name' },
      ),
    )
}

function judgeScores({ id, criteria }: Appendix): Suspicion[] {
  const scored = criteria.flatMap((criterion) =>
    criterion.kind === 'item' && criterion.scores?.max != null
      ? [{ criterion, max: criterion.scores.max }]
      : [],
  )
  const found: Suspicion[] = []
  if (scored.length >= 3) {
    const middle = scored.map(({ max }) => max).sort((a, b) => a - b)[scored.length >> 1] ?? 0
    const bound = Math.max(thresholds.maximum.times * middle, thresholds.maximum.least)
    const beyond = scored.filter(({ max }) => max > bound)
    const hits = beyond.map(
      ({ criterion, max }): Hit => ({ criterion, appendix: id, field: 'maxScore', text: String(max) }),
    )
    found.push(...weigh('maximum-beyond-others', hits, scored.length, { share: 0 }))
  }
  const pairs = scored.flatMap(({ criterion, max }) =>
    (criterion.scores?.achieved ?? []).map(({ value }) => value === max),
  )
  if (pairs.length >= fewestRows && pairs.every((isSame) => isSame))
    found.push(
      suspect(
        'maximum-is-achieved',
        'alarm',
        { count: pairs.length, of: pairs.length },
        { appendix: id, field: 'achievedScore' },
      ),
    )
  return found
}

const filled = ['lead', 'coordinating', 'implementing', 'deadline', 'deliverable', 'task'] as const

function judgeColumns({ id, columns, criteria }: Appendix): Suspicion[] {
  const actions = criteria.flatMap((criterion) => criterion.actions)
  const roles = new Set(columns.map(({ role }) => role))
  const isFilled = (action: Action, field: (typeof filled)[number]): boolean => {
    const value = action[field]
    return value !== null && (!Array.isArray(value) || value.length > 0)
  }
  const empty =
    actions.length >= fewestRows
      ? filled.filter((field) => roles.has(field) && !actions.some((action) => isFilled(action, field)))
      : []
  const items = criteria.filter(({ kind }) => kind === 'item')
  const hasNoCode = roles.has('code') && items.length >= 3 && criteria.every(({ code }) => code === null)
  const found = [...empty, ...(hasNoCode ? (['code'] as const) : [])].map((field) =>
    suspect('column-empty', 'alarm', {}, { appendix: id, field }),
  )
  if (leadsAreCollective(actions))
    found.push(
      suspect(
        'columns-exchanged',
        'alarm',
        { count: actions.length, of: actions.length },
        { appendix: id, field: 'lead' },
      ),
    )
  return found
}

const collective = /^\W*(?:các|cơ quan, đơn vị|sở, ban)(?!\p{L})/iu

/** One office leads and many coordinate; where it is the other way round, the columns are. */
function leadsAreCollective(actions: readonly Action[]): boolean {
  const both = actions.flatMap(({ lead, coordinating }) =>
    lead !== null && coordinating !== null ? [{ lead, coordinating }] : [],
  )
  if (both.length < fewestRows) return false
  let balance = 0
  let [led, joined] = [0, 0]
  for (const { lead, coordinating } of both) {
    balance += Number(collective.test(lead.text)) - Number(collective.test(coordinating.text))
    led += lead.agencies.length
    joined += coordinating.agencies.length
  }
  return balance > 0.25 * both.length && led >= joined
}
