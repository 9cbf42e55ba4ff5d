import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tracesAt, tracesOfCell } from '../../pipelines/inspect/find-traces.js'
import { traceText } from '../../pipelines/inspect/trace-text.js'
import { walkThrough } from '../../pipelines/inspect/walk.js'
import { sourceOf } from '../../pipelines/plan/import-plan.js'
import type { ImportOptions } from '../../pipelines/plan/options.js'
import { packageRoot } from '../../pipelines/system/package-root.js'
import { Trace, type TraceStep } from '../../schemas/trace.js'

async function walkOf(file: string, options: ImportOptions = {}, ordinal = 1) {
  const bytes = readFileSync(join(packageRoot, 'fixtures', file))
  return (await walkThrough(sourceOf(file, bytes), options, ordinal)).walk
}

function step(trace: Trace | undefined, stage: string): TraceStep {
  const found = trace?.steps.find((own) => own.stage === stage)
  if (found === undefined) throw new Error(`no stage ${stage}`)
  return found
}

const stageNames = ['extract', 'repair', 'columns', 'tables', 'criteria', 'normalize', 'check', 'meaning']

describe('a cell on its way', () => {
  it('shows what was repaired in it, from and to, and in which column and row it stands', async () => {
    const [trace, ...others] = tracesOfCell(
      await walkOf('hai-phong-229-2023/source.md'),
      'pl1/8.3/requirement',
    )
    expect(others).toEqual([])
    expect(trace).toMatchObject({ cell: 'pl1/8.3/requirement', plan: 'hai-phong-229-kh-ubnd-2023' })
    expect(trace?.steps.map(({ stage }) => stage)).toEqual(stageNames)
    expect(step(trace, 'extract').texts[0]?.text).toContain('топ')
    expect(step(trace, 'repair').texts[0]).toMatchObject({
      text: 'Duy trì trong top 05 địa phương cao nhất cả nước',
      repairs: [{ from: 'топ', to: 'top', method: 'form', confidence: 1 }],
    })
    expect(step(trace, 'tables').pieces).toMatchObject([
      { appendix: 'pl1', column: 4, header: 'Yêu cầu', role: 'requirement', use: 'data' },
    ])
    expect(step(trace, 'criteria').value).toEqual(['Duy trì trong top 05 địa phương cao nhất cả nước'])
    expect(step(trace, 'check').issues.map(({ code }) => code)).toEqual(['encoding-converted'])
  })

  it('shows on what evidence a row that a page break cut was joined', async () => {
    const walk = await walkOf('papers/gia-nghia-52-2024/source.pdf')
    const cut = walk
      .at(-1)
      ?.draft.plan?.appendices[0]?.criteria.find(
        ({ actions }) => (actions[0]?.evidence.filter(({ role }) => role === 'task').length ?? 0) > 1,
      )
    const [trace] = tracesOfCell(walk, `${cut?.id}/task`)
    const tables = step(trace, 'tables')
    expect(new Set(tables.pieces.map(({ table }) => table)).size).toBe(2)
    expect(tables.joins).toContainEqual(
      expect.objectContaining({
        verdict: 'joined',
        splitRow: true,
        evidence: expect.arrayContaining(['line goes on in task']),
      }),
    )
  })

  it('says why a cell is less sure than its text', async () => {
    const walk = await walkOf('ha-noi-157-2023/source.md')
    const traces = tracesOfCell(walk, 'pl2/6/~3')
    const task = traces.find(({ cell }) => cell?.includes('/task'))
    expect(step(task, 'criteria').confidence).toBe(1)
    expect(step(task, 'check')).toMatchObject({
      confidence: 0.6,
      weights: [{ reason: 'page-missing-suspected', factor: 0.6 }],
    })
  })
})

describe('what stands at a place', () => {
  it('is every cell of the row', async () => {
    const walk = await walkOf('papers/gia-nghia-52-2024/source.pdf')
    const cells = tracesAt(walk, '6:9').map(({ cell }) => cell)
    expect(cells).toContain('pl1/1.2/name')
    expect(cells).toContain('pl1/1.2/lead')
  })

  it('is a text of the body, or a header, where it is no cell of a criterion', async () => {
    const walk = await walkOf('hai-phong-229-2023/source.md')
    const first = walk[0]?.draft.document.pages[0]?.blocks[0]?.at.line
    const [title] = tracesAt(walk, String(first))
    expect(title?.cell).toBeNull()
    const header = walk.at(-1)?.draft.tables[0]?.tables[0]?.rows.find(({ use }) => use === 'header')
    const [traced] = tracesAt(walk, String(header?.at.line))
    expect(step(traced, 'tables').pieces[0]).toMatchObject({ use: 'header', column: null })
  })

  it('is told in one sentence where nothing is there', async () => {
    const walk = await walkOf('hai-phong-229-2023/source.md')
    expect(() => tracesAt(walk, '99999')).toThrow(/nothing stands at 99999; the document has no pages/u)
    expect(() => tracesAt(walk, 'x')).toThrow(/--at takes page:line/u)
    expect(() => tracesOfCell(walk, 'pl1/99/lead')).toThrow(/no criterion "pl1\/99"; it has pl1\/1/u)
    expect(() => tracesOfCell(walk, 'pl1/1.2/lead')).toThrow(/nothing is printed in pl1\/1.2\/lead/u)
  })
})

describe('a file with several plans', () => {
  it('is followed plan by plan', async () => {
    const text = readFileSync(join(packageRoot, 'fixtures/held-out/lang-son-so-gtvt-2023/source.md'), 'utf8')
    const other = readFileSync(
      join(packageRoot, 'fixtures/made/ha-noi-so-noi-vu-sipas-2025/source.md'),
      'utf8',
    )
    const source = sourceOf('both.md', new TextEncoder().encode(`${text}\n${other}`))
    const { walk, plans } = await walkThrough(source, {}, 2)
    expect(plans).toBe(2)
    expect(walk.at(-1)?.draft.plan?.header.province?.name).toBe('Hà Nội')
    await expect(walkThrough(source, {}, 3)).rejects.toThrow('holds 2 plans, there is no plan 3')
  })
})

describe('a trace for a terminal', () => {
  it('is a line for each stage, in either language, and follows the published schema', async () => {
    const traces = tracesOfCell(await walkOf('hai-phong-229-2023/source.md'), 'pl1/8.3/requirement')
    expect(Trace.array().parse(JSON.parse(JSON.stringify(traces)))).toEqual(
      JSON.parse(JSON.stringify(traces)),
    )
    for (const language of ['vi', 'en'] as const) {
      const lines = traceText(traces, language).split('\n')
      expect(lines.filter((line) => stageNames.some((name) => line.startsWith(`  ${name}`)))).toHaveLength(8)
      expect(lines).toContain('            “топ” → “top” (form)')
    }
  })
})
