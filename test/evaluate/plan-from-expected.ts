import type { ExpectedCriterion, ExpectedPlan } from '../../schemas/evaluation/expectation.js'
import type { Plan } from '../../schemas/plan.js'

const nowhere = { page: null, line: null, bbox: null }

/** The plan that a faultless import of the source would give: what is expected, and nothing reported but the anomalies. */
export function planFromExpected(expected: ExpectedPlan): Plan {
  const { id, header, outline, footnotes, citations, appendices, anomalies } = structuredClone(expected)
  return {
    schemaVersion: '1.1',
    id,
    source: {
      ...{ file: 'source.txt', sha256: '0'.repeat(64), mediaType: 'text/plain', route: 'text' },
      ...{
        convertedFrom: null,
        ocrEngine: null,
        pages: null,
        generator: { name: 'phuluc', version: '0.0.0' },
      },
    },
    sources: [],
    header: { ...header, issuerPrinted: null },
    outline,
    footnotes: footnotes.map((note) => ({ ...note, at: nowhere })),
    citations: citations.map((citation) => ({ ...citation, text: citation.number, at: nowhere })),
    facts: [],
    appendices: appendices.map((appendix) => ({
      ...appendix,
      criteria: appendix.criteria.map(withoutEvidence),
      tables: [],
      notes: [],
    })),
    issues: anomalies.map(({ code, target, note }) => ({
      ...{ severity: 'warning', code, message: note, at: nowhere, target, subject: null, details: null },
    })) as Plan['issues'],
    quality: { confidence: 1, needsReview: false, syllables: 0, repairedSyllables: 0, unplacedCharacters: 0 },
  }
}

function withoutEvidence(criterion: ExpectedCriterion): Plan['appendices'][number]['criteria'][number] {
  const actions = criterion.actions.map((action) => ({
    ...action,
    deadline: action.deadline && {
      text: action.deadline.text,
      items: action.deadline.items.map((item) => ({ text: '', relativeTo: null, ...item })),
    },
    quantities: [],
    sharedFrom: [],
    evidence: [],
  }))
  return { ...criterion, standard: null, actions, evidence: [] }
}
