import { beforeAll, describe, expect, it } from 'vitest'
import type { CellKey, Correction } from '../../schemas/corrections.js'
import type { Plan } from '../../schemas/plan.js'
import {
  applyCorrections,
  type CellReaders,
  cellValue,
  findCriterion,
  fitCorrections,
  mergeCorrections,
} from '../../src/corrections/index.js'
import { planWithout } from '../check/sound-plan.js'

const when = '2026-11-21T06:00:00.000Z'
const readers: CellReaders = {
  deadlines: (text) => [
    { text, kind: 'within', start: null, end: '2024-12-31', period: null, relativeTo: null },
  ],
  agencies: (text) => text.split('; ').map((name) => ({ name, id: null })),
}

let plan: Plan
beforeAll(async () => {
  plan = await planWithout('', '')
})

const cell = (field: CellKey['field'], action: number | null = 0, criterion = 'pl1/1.1'): CellKey => ({
  criterion,
  action,
  field,
})
const correction = (key: CellKey, old: string | null, typed: string | null): Correction => ({
  ...key,
  old,
  new: typed,
  when,
})

/** The plan with one cell corrected. */
function withCell(key: CellKey, typed: string | null): Plan {
  const old = cellValue(plan, key) ?? null
  const file = {
    schemaVersion: '1.0' as const,
    plan: plan.id,
    sha256: '',
    corrections: [correction(key, old, typed)],
  }
  return applyCorrections(plan, file, readers).plan
}

describe('the value of a cell', () => {
  it.each([
    [cell('code', null), '1.1'],
    [cell('name', null), 'Ban hành kế hoạch cải cách hành chính'],
    [cell('maxScore', null, 'pl1/1.2'), '2'],
    [cell('achievedScore', null, 'pl1/1.2'), '1.5'],
    [cell('targetScore', null), null],
    [cell('task'), 'Xây dựng và ban hành kế hoạch năm'],
    [cell('requirement'), null],
    [cell('deliverable'), 'Kế hoạch'],
    [cell('deadline'), 'Quý II/2024'],
    [cell('lead'), 'Sở Nội vụ'],
    [cell('coordinating'), 'Các sở, ban, ngành'],
    [cell('implementing'), null],
  ])('is what a reader sees: %o', (key, value) => {
    expect(cellValue(plan, key)).toBe(value)
  })

  it.each([cell('task', 7), cell('task', null), cell('name', 0), cell('name', null, 'pl1/9.9')])(
    'is none where the plan has no such cell: %o',
    (key) => {
      expect(cellValue(plan, key)).toBeUndefined()
    },
  )
})

describe('a correction', () => {
  it.each([
    [cell('code', null), '1.1a'],
    [cell('name', null), 'Tên khác'],
    [cell('maxScore', null), '2.5'],
    [cell('achievedScore', null), '1.25'],
    [cell('targetScore', null), '2'],
    [cell('task'), 'Một\nHai'],
    [cell('note'), 'Ghi chú'],
    [cell('deadline'), 'Quý IV/2024'],
    [cell('lead'), 'Sở Tài chính; Thanh tra tỉnh'],
    [cell('implementing'), 'Sở Tài chính'],
  ])('stands in its cell and leaves the plan given as it was: %o', (key, typed) => {
    const before = structuredClone(plan)
    expect(cellValue(withCell(key, typed), key)).toBe(typed)
    expect(plan).toEqual(before)
  })

  it.each(['name', 'maxScore', 'achievedScore'] as const)('makes a cell blank: %s', (field) => {
    expect(cellValue(withCell(cell(field, null), null), cell(field, null))).toBeNull()
  })

  it.each(['task', 'deliverable', 'deadline', 'lead'] as const)('makes a cell blank: %s', (field) => {
    expect(cellValue(withCell(cell(field), null), cell(field))).toBeNull()
  })

  it('is data again: numbers with comma, the year of the score, deadlines and agencies', () => {
    const scored = findCriterion(withCell(cell('achievedScore', null), '1,75'), 'pl1/1.1')
    expect(scored?.scores?.achieved).toEqual([{ year: 2023, value: 1.75 }])
    const led = findCriterion(withCell(cell('lead'), 'Sở Tài chính; Thanh tra tỉnh'), 'pl1/1.1')
    expect(led?.actions[0]?.lead?.agencies.map(({ name }) => name)).toEqual([
      'Sở Tài chính',
      'Thanh tra tỉnh',
    ])
    const due = findCriterion(withCell(cell('deadline'), 'Quý IV/2024'), 'pl1/1.1')
    expect(due?.actions[0]?.deadline?.items[0]?.end).toBe('2024-12-31')
  })

  it('makes its cell sure', () => {
    const doubtful = structuredClone(plan)
    const evidence = findCriterion(doubtful, 'pl1/1.1')?.actions[0]?.evidence ?? []
    for (const entry of evidence) entry.confidence = 0.4
    const file = {
      schemaVersion: '1.0' as const,
      plan: plan.id,
      sha256: '',
      corrections: [correction(cell('lead'), 'Sở Nội vụ', 'Sở Y tế')],
    }
    const applied = findCriterion(applyCorrections(doubtful, file, readers).plan, 'pl1/1.1')?.actions[0]
    expect(applied?.evidence.find(({ role }) => role === 'lead')?.confidence).toBe(1)
    expect(applied?.evidence.find(({ role }) => role === 'task')?.confidence).toBe(0.4)
  })
})

describe('corrections that do not fit', () => {
  it('are told with the reason and what stands there now', () => {
    const typed = [
      correction(cell('lead'), 'Sở Nội vụ', 'Sở Y tế'),
      correction(cell('lead'), 'Sở Xây dựng', 'Sở Y tế'),
      correction(cell('lead', 5), 'Sở Nội vụ', 'Sở Y tế'),
      correction(cell('maxScore', null), '2', 'hai'),
    ]
    const { fitting, refused } = fitCorrections(plan, typed)
    expect(fitting).toEqual([typed[0]])
    expect(refused).toEqual([
      { key: cell('lead'), reason: 'value-changed', current: 'Sở Nội vụ' },
      { key: cell('lead', 5), reason: 'no-such-cell', current: null },
      { key: cell('maxScore', null), reason: 'not-a-number', current: '2' },
    ])
  })
})

describe('corrections that are known', () => {
  const known = [correction(cell('lead'), 'Sở Nội vụ', 'Sở Y tế')]
  const later = '2026-11-22T06:00:00.000Z'

  it('stay with their time when they are typed again', () => {
    expect(mergeCorrections(known, known, later)).toEqual(known)
  })

  it('give way to another text for the same cell, and stand beside those of other cells', () => {
    const other = correction(cell('lead'), 'Sở Nội vụ', 'Sở Xây dựng')
    const task = correction(cell('task'), 'a', 'b')
    expect(mergeCorrections(known, [other, task], later)).toEqual([
      { ...other, when: later },
      { ...task, when: later },
    ])
  })
})
