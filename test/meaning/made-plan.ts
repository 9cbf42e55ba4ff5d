import type { Appendix, Criterion, Header, Plan } from '../../schemas/plan.js'
import { headerOf } from './reference.js'

/** A plan with one appendix, for what a test is about. */
export function planWith(header: Partial<Header>, appendix: Partial<Appendix>): Plan {
  return {
    schemaVersion: '1.1',
    id: 'ke-hoach',
    source: {
      file: 'ke-hoach.md',
      sha256: '0'.repeat(64),
      mediaType: 'text/markdown',
      route: 'markdown',
      convertedFrom: null,
      ocrEngine: null,
      pages: null,
      generator: { name: 'phuluc', version: '0.0.0' },
    },
    sources: [],
    header: headerOf(header),
    outline: [],
    footnotes: [],
    citations: [],
    facts: [],
    appendices: [
      {
        id: 'pl1',
        kind: 'tasks',
        label: null,
        title: null,
        indices: [],
        attachedTo: null,
        columns: [],
        criteria: [],
        notes: [],
        tables: [],
        ...appendix,
      },
    ],
    issues: [],
    quality: { confidence: 1, needsReview: false, syllables: 0, repairedSyllables: 0, unplacedCharacters: 0 },
  }
}

/** A criterion by code and name; what has no dot in its code is a domain. */
export function row(code: string | null, name: string, parent: string | null = null, ordinal = 1): Criterion {
  const above = parent === null ? 'pl1' : parent
  return {
    id: `${above}/${code ?? `~${ordinal}`}`,
    code,
    codePrinted: code,
    kind: parent === null ? 'domain' : 'item',
    level: parent === null ? 1 : 2,
    parent,
    name,
    standard: null,
    scores: null,
    actions: [],
    evidence: [],
  }
}

/** A criterion with one action that the named agencies lead. */
export function ledBy(code: string, ...names: string[]): Criterion {
  const agencies = names.map((name) => ({ name, id: null }))
  return {
    ...row(code, 'Nhiệm vụ'),
    actions: [
      {
        task: [],
        requirement: [],
        deliverable: [],
        note: [],
        deadline: null,
        lead: { text: names.join('; '), agencies },
        coordinating: null,
        implementing: null,
        other: [],
        quantities: [],
        mergedFrom: [],
        sharedFrom: [],
        evidence: [],
      },
    ],
  }
}
