import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tracesOfCell } from '../../pipelines/inspect/find-traces.js'
import { walkThrough } from '../../pipelines/inspect/walk.js'
import { sourceOf } from '../../pipelines/plan/import-plan.js'
import { packageRoot } from '../../pipelines/system/package-root.js'
import type { Trace, TraceStep } from '../../schemas/trace.js'
import { recorded, scan } from '../support/recognised.js'

function step(trace: Trace | undefined, stage: string): TraceStep {
  const found = trace?.steps.find((own) => own.stage === stage)
  if (found === undefined) throw new Error(`no stage ${stage}`)
  return found
}

describe('a cell of a scan on its way', () => {
  it('shows where it stands on the page and how sure it is after each stage', async () => {
    const file = 'gia-nghia-mild-200.pdf'
    const recogniser = recorded(file)
    const { walk } = await walkThrough(scan(file), { recogniser }, 1)
    await recogniser.close()
    const repaired = walk.find(({ stage }) => stage === 'repair')?.draft.document
    expect(repaired?.pages[0]?.textQuality).toBe('recognised')
    const criterion = walk
      .at(-1)
      ?.draft.plan?.appendices[0]?.criteria.find(({ actions }) => actions.length > 0)
    const [trace] = tracesOfCell(walk, `${criterion?.id}/task`)
    const [extract, repair] = trace?.steps ?? []
    expect(extract?.texts[0]?.at).toMatchObject({ page: expect.any(Number), bbox: expect.any(Array) })
    expect(extract?.confidence).toBeGreaterThan(0)
    expect(repair?.confidence).not.toBe(extract?.confidence)
    expect(trace?.steps.at(-1)?.confidence).toBe(
      Math.min(
        ...(criterion?.actions[0]?.evidence ?? [])
          .filter(({ role }) => role === 'task')
          .map(({ confidence }) => confidence),
      ),
    )
  })
})

describe('a cell of misrecognised text on its way', () => {
  it('finds the lines that columns ran through, and what the cutting made of them', async () => {
    const file = join(packageRoot, 'fixtures/can-tho-121-2023/source.txt')
    const { walk } = await walkThrough(sourceOf('source.txt', readFileSync(file)), {}, 1)
    const [trace] = tracesOfCell(walk, 'pl1/2.4.1/name')
    expect(step(trace, 'extract').texts.map(({ at }) => at.line)).toEqual([200, 201, 202, 203])
    expect(step(trace, 'repair').texts[0]?.repairs).toContainEqual(
      expect.objectContaining({ from: 'thong', to: 'thống', method: 'ocr' }),
    )
    const cut = step(trace, 'columns').texts
    expect(cut.map(({ text }) => text.split('\n')[1])).toEqual(['của hệ thống VBQPPL'])
    expect(cut[0]?.repairs.map(({ method }) => method)).toContain('unweave')
    expect(step(trace, 'check').confidence).toBeLessThan(step(trace, 'criteria').confidence ?? 0)
    expect(step(trace, 'check').weights.map(({ reason }) => reason)).toContain('columns-cut')
  })
})
