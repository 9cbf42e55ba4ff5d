import { describe, expect, it } from 'vitest'
import { Comparison } from '../../schemas/evaluation/comparison.js'
import type { ExpectedAction } from '../../schemas/evaluation/expectation.js'
import type { Criterion, Plan } from '../../schemas/plan.js'
import { type CompareOptions, comparePlan } from '../../src/evaluate/index.js'
import { planFromExpected } from './plan-from-expected.js'
import { samplePlan } from './sample.js'

/** Every figure of a comparison that a damage can move. */
function figures(one: Comparison): Record<string, number> {
  return {
    criteriaPrecision: one.criteria.precision,
    criteriaRecall: one.criteria.recall,
    found: one.criteria.found / one.criteria.expected,
    cellsExact: one.cells.exact.share,
    similarity: one.cells.similarity,
    sameItems: one.cells.sameItems.share,
    agencies: one.agencies.f1,
    scores: one.scores.share,
    deadlines: one.deadlines.share,
    header: one.header.share,
    citations: one.citations.f1,
    citationDates: one.citations.dates.share,
    citationTypes: one.citations.types.share,
    outline: one.outline.f1,
    paragraphs: one.outline.paragraphs.share,
    footnotes: one.footnotes.f1,
    appendices: one.appendices.share,
    columns: one.columns.share,
    anomalies: one.anomalies.raised.share,
    noAlarm: one.anomalies.alarms.length === 0 ? 1 : 0,
    noUnplaced: one.unplacedCharacters === 0 ? 1 : 0,
  }
}

function compareDamaged(damage: (plan: Plan) => void, options: CompareOptions = {}): Comparison {
  const expected = samplePlan()
  const plan = planFromExpected(expected)
  damage(plan)
  return comparePlan(plan, expected, options)
}

function moved(damage: (plan: Plan) => void, options: CompareOptions = {}): string[] {
  const all = Object.entries(figures(compareDamaged(damage, options)))
  return all.filter(([, value]) => value !== 1).map(([name]) => name)
}

function criterionOf(plan: Plan, id: string): Criterion {
  const found = plan.appendices.flatMap((appendix) => appendix.criteria).find((one) => one.id === id)
  if (found === undefined) throw new Error(`no criterion ${id}`)
  return found
}

function actionOf(plan: Plan, id: string, ordinal = 1): ExpectedAction {
  const action = criterionOf(plan, id).actions[ordinal - 1]
  if (action === undefined) throw new Error(`no action ${ordinal} under ${id}`)
  return action
}

describe('a plan as expected', () => {
  it('is right in everything', () => {
    expect(moved(() => {})).toEqual([])
  })

  it('gives a comparison that its schema knows', () => {
    const comparison = compareDamaged(() => {})
    expect(Comparison.parse(comparison)).toEqual(comparison)
    expect(comparison.cells.exact.of).toBe(18)
    expect(comparison.scores.of).toBe(6)
    expect(comparison.header.of).toBe(14)
  })

  it('stays right where only bullets, white space, form and closing punctuation differ', () => {
    const differing = (plan: Plan) => {
      actionOf(plan, 'pl1/1.1').task = [
        '- Xây dựng  kế hoạch trình phê duyệt.\n- Gửi các đơn vị thực hiện'.normalize('NFD'),
      ]
      criterionOf(plan, 'pl1/1.2').name = 'Báo cáo định kỳ.'
    }
    expect(moved(differing)).toEqual(['sameItems'])
  })
})

describe('one damage moves the figures it should and no other', () => {
  const damages: [string, (plan: Plan) => void, string[]][] = [
    [
      'a criterion lost',
      (plan) => void plan.appendices[0]?.criteria.pop(),
      ['criteriaRecall', 'found', 'cellsExact', 'similarity', 'agencies', 'scores'],
    ],
    [
      'a heading lost',
      (plan) => void plan.appendices[1]?.criteria.splice(2, 1),
      ['criteriaRecall', 'found', 'cellsExact', 'similarity'],
    ],
    [
      'a criterion too many',
      (plan) => {
        const copy = structuredClone(criterionOf(plan, 'pl2/I/~2'))
        plan.appendices[1]?.criteria.push({ ...copy, id: 'pl2/I/~3', name: 'Trang 12' })
      },
      ['criteriaPrecision', 'cellsExact', 'similarity'],
    ],
    [
      'a parent changed',
      (plan) => {
        criterionOf(plan, 'pl1/1.2').parent = 'pl1/1.1'
      },
      ['criteriaPrecision', 'criteriaRecall'],
    ],
    [
      'a level changed',
      (plan) => {
        criterionOf(plan, 'pl2/I/1').level = 1
      },
      ['criteriaPrecision', 'criteriaRecall'],
    ],
    [
      'a kind changed',
      (plan) => {
        criterionOf(plan, 'pl2/I').kind = 'item'
      },
      ['criteriaPrecision', 'criteriaRecall'],
    ],
    [
      'a code and with it the id misread',
      (plan) => {
        Object.assign(criterionOf(plan, 'pl1/1.2'), { id: 'pl1/7.2', code: '7.2' })
      },
      ['criteriaPrecision', 'criteriaRecall'],
    ],
    [
      'two rows out of order',
      (plan) => void plan.appendices[0]?.criteria.reverse(),
      ['criteriaPrecision', 'criteriaRecall'],
    ],
    [
      'a name changed',
      (plan) => {
        criterionOf(plan, 'pl1/1.1').name = 'Lập kế hoạc'
      },
      ['cellsExact', 'similarity'],
    ],
    [
      'a task changed',
      (plan) => {
        actionOf(plan, 'pl2/I/1', 2).task = ['Công bố']
      },
      ['cellsExact', 'similarity'],
    ],
    [
      'a cell of a column without a role lost',
      (plan) => {
        actionOf(plan, 'pl2/I/1').other = []
      },
      ['cellsExact', 'similarity'],
    ],
    [
      'paragraphs joined',
      (plan) => {
        const action = actionOf(plan, 'pl1/1.1')
        action.task = [action.task.join(' ')]
      },
      ['sameItems'],
    ],
    [
      'two actions run into one',
      (plan) => {
        const [first, second] = criterionOf(plan, 'pl2/I/1').actions
        if (first === undefined || second === undefined) throw new Error('two actions expected')
        first.task.push(...second.task)
        criterionOf(plan, 'pl2/I/1').actions.pop()
      },
      ['cellsExact', 'similarity'],
    ],
    [
      'agencies merged',
      (plan) => {
        const list = actionOf(plan, 'pl1/1.1').coordinating
        if (list !== null) list.agencies = [{ name: list.text, id: null }]
      },
      ['agencies'],
    ],
    [
      'a lead taken for an implementer',
      (plan) => {
        const action = actionOf(plan, 'pl1/1.2')
        action.implementing = action.lead
        action.lead = null
      },
      ['cellsExact', 'similarity', 'agencies'],
    ],
    [
      'a score off',
      (plan) => {
        const scores = criterionOf(plan, 'pl1/1.2').scores
        if (scores) scores.max = 10
      },
      ['scores'],
    ],
    [
      'a score under another year',
      (plan) => {
        const [achieved] = criterionOf(plan, 'pl1/1.2').scores?.achieved ?? []
        if (achieved) achieved.year = 2031
      },
      ['scores'],
    ],
    [
      'a deadline misunderstood',
      (plan) => {
        const [item] = actionOf(plan, 'pl2/I/1').deadline?.items ?? []
        if (item) item.end = '2031-12-31'
      },
      ['deadlines'],
    ],
    [
      'the number misread',
      (plan) => {
        plan.header.number = '1/KH-UBND'
      },
      ['header'],
    ],
    [
      'no signatory',
      (plan) => {
        plan.header.signatory = null
      },
      ['header'],
    ],
    ['a recipient lost', (plan) => void plan.header.recipients.pop(), ['header']],
    ['a citation lost', (plan) => void plan.citations.pop(), ['citations']],
    [
      'a citation under another date',
      (plan) => {
        const [citation] = plan.citations
        if (citation) citation.date = '2020-07-15'
      },
      ['citationDates'],
    ],
    [
      'a citation of another type',
      (plan) => {
        const [citation] = plan.citations
        if (citation) citation.type = 'Quyết định'
      },
      ['citationTypes'],
    ],
    ['a heading of the body lost', (plan) => void plan.outline[0]?.children.pop(), ['outline']],
    ['a paragraph of the body lost', (plan) => void plan.outline[0]?.paragraphs.pop(), ['paragraphs']],
    ['a footnote lost', (plan) => void plan.footnotes.pop(), ['footnotes']],
    [
      'a title misread',
      (plan) => {
        const [appendix] = plan.appendices
        if (appendix) appendix.title = 'CHÍ TIÊU'
      },
      ['appendices'],
    ],
    [
      'a column given another role',
      (plan) => {
        const column = plan.appendices[0]?.columns[4]
        if (column) column.role = 'requirement'
      },
      ['columns'],
    ],
    [
      'text left over',
      (plan) => {
        plan.quality.unplacedCharacters = 4
      },
      ['noUnplaced'],
    ],
    ['an anomaly not reported', (plan) => void plan.issues.shift(), ['anomalies']],
    [
      'an anomaly reported of another row',
      (plan) => {
        const [issue] = plan.issues
        if (issue) issue.target = 'pl1/1.1'
      },
      ['anomalies', 'noAlarm'],
    ],
    [
      'a false alarm',
      (plan) => {
        const [issue] = plan.issues
        if (issue) plan.issues.push({ ...issue, code: 'code-gap', details: null })
      },
      ['noAlarm'],
    ],
    [
      'a remark',
      (plan) => {
        const [issue] = plan.issues
        if (issue) plan.issues.push({ ...issue, code: 'code-gap', severity: 'info', details: null })
      },
      [],
    ],
  ]

  it.each(damages)('%s', (_, damage, expected) => {
    expect(moved(damage)).toEqual(expected)
  })

  it('an appendix lost takes its own along and leaves the other as it is', () => {
    const comparison = compareDamaged((plan) => void plan.appendices.shift())
    expect(comparison.criteria).toMatchObject({ matched: 4, expected: 7, got: 4 })
    expect(comparison.criteria.faults.map((fault) => fault.kind)).toEqual(['missing', 'missing', 'missing'])
    expect(comparison.appendices.right).toBe(5)
  })
})

describe('faults are named', () => {
  it('a lost row among uncoded ones is missing itself, and those after it have moved up', () => {
    const comparison = compareDamaged((plan) => {
      plan.appendices[1]?.criteria.splice(2, 1)
      criterionOf(plan, 'pl2/I/~2').id = 'pl2/I/~1'
    })
    expect(comparison.criteria.faults).toMatchObject([
      { kind: 'missing', id: 'pl2/I/~1', text: 'Tuyên truyền trên loa truyền thanh' },
      { kind: 'wrong', id: 'pl2/I/~2', fields: [{ field: 'id', expected: 'pl2/I/~2', got: 'pl2/I/~1' }] },
    ])
    expect(comparison.criteria.found).toBe(6)
  })

  it('an inexact cell with its action, both texts and their likeness', () => {
    const comparison = compareDamaged((plan) => {
      actionOf(plan, 'pl2/I/1', 2).deliverable = ['Quyết địn']
    })
    expect(comparison.cells.inexact).toEqual([
      {
        ...{ criterion: 'pl2/I/1', action: 2, role: 'deliverable', header: null },
        ...{ expected: 'Quyết định', got: 'Quyết địn', similarity: 0.9 },
      },
    ])
  })

  it('a wrong header field with both values', () => {
    const comparison = compareDamaged((plan) => {
      plan.header.issuedOn = null
    })
    expect(comparison.header.faults).toEqual([{ field: 'issuedOn', expected: '2031-02-03', got: null }])
  })

  it('agencies on either side, at their role', () => {
    const comparison = compareDamaged((plan) => {
      const list = actionOf(plan, 'pl1/1.2').lead
      if (list !== null) list.agencies = [{ name: 'Nội vụ', id: null }]
    })
    expect(comparison.agencies.faults).toEqual([
      { criterion: 'pl1/1.2', field: 'action 1, lead', expected: 'Phòng Nội vụ', got: null },
      { criterion: 'pl1/1.2', field: 'action 1, lead', expected: null, got: 'Nội vụ' },
    ])
  })
})

describe('what cannot be judged', () => {
  it('capitals, where case is folded', () => {
    const capitals = (plan: Plan) => {
      criterionOf(plan, 'pl1/1.1').name = 'LẬP KẾ HOẠCH'
    }
    expect(moved(capitals)).toEqual(['cellsExact', 'similarity'])
    expect(moved(capitals, { foldCase: true })).toEqual([])
  })

  it('a cell whose print nobody can read counts nowhere', () => {
    const expected = samplePlan()
    const plan = planFromExpected(expected)
    const criterion = expected.appendices[0]?.criteria[1]
    if (criterion) criterion.name = 'Lập ⟦?⟧ hoạch'
    const { cells } = comparePlan(plan, expected)
    expect(cells.notJudged).toBe(1)
    expect(cells.exact).toMatchObject({ right: 17, of: 17 })
  })
})
