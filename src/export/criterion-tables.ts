import type { YearScore } from '../../schemas/plan.js'
import { planKey } from '../../schemas/plan-key.js'
import type { FlatTable } from './flat-table.js'
import { correctedIn, integer, json, leastSure, number, ofPlan, placed, placeOf, text } from './flat-table.js'

export const criteria: FlatTable = {
  name: 'criteria',
  columns: [
    ofPlan,
    text('criterion_id', 'key within the plan: pl1/1.3.1'),
    integer('ordinal', 'place in the document, from 1'),
    text('appendix_id', 'pl1, pl2 …'),
    text('appendix_kind', 'tasks, scores or assignment'),
    text('appendix_label', 'as printed'),
    text('appendix_title', 'title of the appendix'),
    text('code', 'number, without closing dot'),
    text('code_printed', 'as printed; null where none is'),
    text('kind', 'domain, item or total'),
    integer('level', '1 is a domain'),
    text('parent_id', 'the enclosing criterion'),
    text('name', 'name'),
    text('framework', 'the official list it has a place in'),
    text('standard_code', 'its code there'),
    text('standard_name', 'its name there'),
    number('max_score', 'points to be had'),
    integer('achieved_year', 'year of the last result; null where none is printed'),
    number('achieved_score', 'the last result'),
    integer('target_year', 'year of the last target'),
    number('target_score', 'the last target'),
    json('scores', 'all results and targets'),
    number('confidence', 'of its least sure cell'),
    json('corrected', 'its cells that a reader corrected'),
    ...placed,
  ],
  rows: (exported) => {
    const { plan } = exported
    let ordinal = 0
    return plan.appendices.flatMap((appendix) =>
      appendix.criteria.map((criterion) => {
        ordinal++
        const { scores, standard } = criterion
        const achieved = latest(scores?.achieved)
        const target = latest(scores?.target)
        return [
          planKey(plan),
          criterion.id,
          ordinal,
          appendix.id,
          appendix.kind,
          appendix.label,
          appendix.title,
          criterion.code,
          criterion.codePrinted,
          criterion.kind,
          criterion.level,
          criterion.parent,
          criterion.name,
          standard?.framework ?? null,
          standard?.code ?? null,
          standard?.name ?? null,
          scores?.max ?? null,
          achieved?.year ?? null,
          achieved?.value ?? null,
          target?.year ?? null,
          target?.value ?? null,
          scores === null ? null : JSON.stringify(scores),
          leastSure(criterion.evidence),
          correctedIn(exported, criterion.id, null),
          ...placeOf(criterion.evidence[0]?.at ?? criterion.actions[0]?.evidence[0]?.at),
        ]
      }),
    )
  },
}

function latest(scores: readonly YearScore[] | undefined): YearScore | undefined {
  return scores?.toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0)).at(-1)
}
