import { beforeAll, describe, expect, it } from 'vitest'
import { auditPlan } from '../../pipelines/validate-plan.js'
import type { Plan } from '../../schemas/plan.js'
import type { Signal } from '../../schemas/suspicion.js'
import { audit, type RawSource, readRaw } from '../../src/audit/index.js'
import { soundPlan } from '../check/sound-plan.js'
import { importText } from '../support/import-text.js'

let source: RawSource
let right: Plan

/** The signals that a change of a right plan raises beyond those of the plan itself. */
function raisedBy(spoil: (plan: Plan) => void): Set<Signal> {
  const spoilt = structuredClone(right)
  spoil(spoilt)
  const key = (one: ReturnType<typeof audit>[number]): string =>
    JSON.stringify([one.signal, one.criterion, one.field, one.examples])
  const before = new Set(audit(source, [right]).map(key))
  return new Set(
    audit(source, [spoilt])
      .filter((one) => !before.has(key(one)))
      .map(({ signal }) => signal),
  )
}

const criteria = (plan: Plan): Plan['appendices'][number]['criteria'] => plan.appendices[0]?.criteria ?? []

beforeAll(async () => {
  source = await readRaw({ bytes: new TextEncoder().encode(soundPlan) })
  right = await importText(soundPlan, 'kế hoạch.md')
})

describe('the auditor', () => {
  it('reads a source without its marks: lines, and the cells of its tables', () => {
    expect(source.rows.length).toBeGreaterThan(5)
    expect(source.lines.map(({ text }) => text).join(' ')).not.toContain('|')
  })

  it('finds nothing to alarm about in the cells of a right plan', () => {
    const alarms = audit(source, [right]).filter(
      ({ weight, criterion }) => weight === 'alarm' && criterion !== null,
    )
    expect(alarms).toEqual([])
  })

  it('misses a row that was lost', () => {
    const raised = raisedBy((plan) => criteria(plan).splice(3, 1))
    expect([...raised].some((signal) => signal === 'table-text-lost' || signal === 'code-gap')).toBe(true)
  })

  it('sees a value that the source does not have', () => {
    const raised = raisedBy((plan) => {
      const named = criteria(plan).find(({ name }) => (name?.split(' ').length ?? 0) > 3)
      if (named !== undefined) named.name = 'Một tên hoàn toàn khác được đặt vào'
    })
    expect(raised).toContain('field-foreign')
  })

  it('sees a number, a date and a title that the letterhead does not print', () => {
    expect(raisedBy(({ header }) => Object.assign(header, { number: '99/KH-UBND' }))).toContain(
      'header-differs',
    )
    expect(raisedBy(({ header }) => Object.assign(header, { issuedOn: '2001-01-01' }))).toContain(
      'header-differs',
    )
    expect(raisedBy(({ header }) => Object.assign(header, { signatory: null }))).toContain('header-unread')
  })

  it('sees a maximum far beyond the others', () => {
    const raised = raisedBy((plan) => {
      const scored = criteria(plan).find(({ kind, scores }) => kind === 'item' && scores?.max != null)
      if (scored?.scores != null) scored.scores.max = 430
    })
    expect(raised).toContain('maximum-beyond-others')
  })

  it('sees signs of a converter, and stretches without marks', () => {
    const first = (plan: Plan): void => {
      const named = criteria(plan).find(({ name }) => name !== null)
      if (named !== undefined) named.name = `**${named.name}**`
    }
    expect(raisedBy(first)).toContain('markup-in-values')
  })

  it('sees the table of tasks that a plan does not have', () => {
    const raised = raisedBy((plan) => {
      for (const appendix of plan.appendices) Object.assign(appendix, { kind: 'other', criteria: [] })
    })
    expect(raised.size).toBeGreaterThan(0)
  })

  it('gives its doubts as issues with their cell, in both languages', async () => {
    const spoilt = structuredClone(right)
    spoilt.header.number = '99/KH-UBND'
    const issues = await auditPlan(spoilt, { bytes: new TextEncoder().encode(soundPlan) })
    const [issue] = issues.filter(({ subject }) => subject?.field === 'number')
    expect(issue).toMatchObject({
      severity: 'warning',
      code: 'suspected-misreading',
      details: { signal: 'header-differs', examples: ['45/KH-UBND', '99/KH-UBND'] },
      message: 'The source prints something else (1 of 1): "45/KH-UBND", "99/KH-UBND".',
    })
  })

  it('says nothing of a source without text', () => {
    const blank = audit({ ...source, lines: [], rows: [] }, [right])
    expect(blank.filter(({ signal }) => signal === 'text-lost' || signal === 'words-foreign')).toEqual([])
  })
})
