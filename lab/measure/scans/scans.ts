import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import {
  ExpectedPlan,
  importPlan,
  openRecognition,
  type Plan,
  type Recognition,
  type RecognitionOptions,
  sourceOf,
} from '../../../pipelines/index.js'
import type { Comparison } from '../../../schemas/evaluation/comparison.js'
import { comparePlan } from '../../../src/evaluate/index.js'
import { letterDistance } from '../../../src/language/align.js'
import { recordingOf } from '../../papers/recordings.js'
import { shareAmongDoubtful } from './scan-doubts.js'

/** A scan of a whole printed twin: `<folder>/<plan>/<kind>-<dpi>.pdf`, as `npm run make-papers -- --scans --all` makes them. */
export interface ScannedPaper {
  plan: string
  kind: string
  file: string
  expected: ExpectedPlan
}

export function scannedPapers(folder: string, fixtures: string, only: string): ScannedPaper[] {
  const plans = existsSync(folder) ? readdirSync(folder).sort() : []
  return plans.flatMap((plan) => {
    const truth = join(fixtures, plan, 'expected.plan.json')
    if (!existsSync(truth)) return []
    const expected = ExpectedPlan.parse(JSON.parse(readFileSync(truth, 'utf8')))
    return readdirSync(join(folder, plan))
      .filter((name) => name.endsWith('.pdf') && `${plan}/${name}`.includes(only))
      .sort()
      .map((name) => ({ plan, kind: name.replace(/\.pdf$/u, ''), file: join(folder, plan, name), expected }))
  })
}

/** What was read of each scan, before and after the repair of recognised text, and how long a page took. */
export async function scanFigures(
  papers: readonly ScannedPaper[],
  options: RecognitionOptions,
): Promise<string[][]> {
  const rows: string[][] = []
  const engine = openRecognition(options)
  for (const paper of papers) {
    const recogniser = recordingOf(engine, new Map<string, Recognition>())
    const source = sourceOf(paper.file, readFileSync(paper.file))
    const start = performance.now()
    const raw = (await importPlan(source, { recogniser, repair: 'never' })).value
    const seconds = (performance.now() - start) / 1000 / (raw.source.pages ?? 1)
    const repaired = (await importPlan(source, { recogniser })).value
    rows.push(...figureRows(paper, raw, repaired, seconds))
    console.error(
      rows
        .slice(-2)
        .map((row) => row.join('  '))
        .join('\n'),
    )
  }
  await engine.close()
  return rows
}

export const scanHeader = [
  'scan',
  'repair',
  'criteria P/R',
  'codes',
  'scores',
  'cells exact',
  'characters wrong',
  'wrong among least sure 15 %',
  's/page',
]

function figureRows(paper: ScannedPaper, raw: Plan, repaired: Plan, seconds: number): string[][] {
  return [raw, repaired].map((plan, index) => {
    const comparison = comparePlan(plan, paper.expected)
    const { criteria, scores, cells } = comparison
    return [
      `${paper.plan} ${paper.kind}`,
      index === 0 ? 'no' : 'yes',
      `${criteria.precision.toFixed(3)}/${criteria.recall.toFixed(3)}`,
      codesRight(comparison).toFixed(3),
      scores.of === 0 ? '–' : scores.share.toFixed(3),
      cells.exact.share.toFixed(3),
      `${(100 * characterError(comparison, paper.expected)).toFixed(2)} %`,
      shareAmongDoubtful(plan, comparison, 0.15).toFixed(2),
      index === 0 ? seconds.toFixed(1) : '',
    ]
  })
}

function codesRight({ criteria }: Comparison): number {
  const wrong = criteria.faults.filter(
    ({ kind, fields }) =>
      kind === 'missing' || (kind === 'wrong' && fields.some(({ field }) => /^(?:id|code)/u.test(field))),
  )
  return 1 - wrong.length / criteria.expected
}

/** Edit distance of the cells that are not exactly right, as a share of all that is expected. */
function characterError({ cells }: Comparison, expected: ExpectedPlan): number {
  const errors = cells.inexact.reduce((sum, cell) => sum + letterDistance(cell.expected, cell.got), 0)
  return errors / charactersOf(expected)
}

function charactersOf(expected: ExpectedPlan): number {
  const criteria = expected.appendices.flatMap((appendix) => appendix.criteria)
  const texts = criteria.flatMap(({ name, actions }) => [
    name ?? '',
    ...actions.flatMap((action) => [
      ...[action.task, action.requirement, action.deliverable, action.note].map((lines) => lines.join(' ')),
      ...[action.lead, action.coordinating, action.implementing, action.deadline].map(
        (value) => value?.text ?? '',
      ),
    ]),
  ])
  return texts.reduce((sum, text) => sum + text.length, 0)
}
