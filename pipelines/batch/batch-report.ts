import type { ImportReport, LeftOut, ReportEntry } from '../../schemas/report.js'
import { version } from '../system/package-root.js'
import type { RelatedDocuments } from './related-documents.js'

/** What is said of documents that nobody held against each other. */
const unrelated = { joined: [], twins: [], doubts: [] }

/**
 * The report of a run that came to its end; entries in the order of the inputs. What was joined or is a twin is counted
 * with the plan that speaks for it.
 */
export function batchReport(
  entries: ReportEntry[],
  leftOut: LeftOut[],
  related: Omit<RelatedDocuments, 'entries'> = unrelated,
): ImportReport {
  const shown = entries.filter(({ outcome }) => outcome !== 'joined' && outcome !== 'twin')
  const inputs = entries.filter(({ ordinal }) => ordinal === 1)
  const count = (outcome: ReportEntry['outcome']): number =>
    inputs.filter((entry) => entry.outcome === outcome).length
  const sum = (value: (entry: ReportEntry) => number): number =>
    shown.reduce((total, entry) => total + value(entry), 0)
  return {
    schemaVersion: '1.0',
    generator: { name: 'phuluc', version },
    totals: {
      inputs: inputs.length,
      imported: count('imported'),
      failed: count('failed'),
      skipped: count('skipped'),
      joined: count('joined'),
      twins: count('twin'),
      furtherPlans: entries.length - inputs.length,
      criteria: sum((entry) => entry.criteria),
      needReview: shown.filter((entry) => entry.needsReview).length,
      pagesByRoute: tally(
        inputs.flatMap(({ route, pages }) => (route === null ? [] : [[route, pages ?? 0]])),
      ),
      issues: tally(shown.flatMap((entry) => Object.entries(entry.issues))),
      severities: {
        error: sum((entry) => entry.severities.error),
        warning: sum((entry) => entry.severities.warning),
        info: sum((entry) => entry.severities.info),
      },
    },
    entries,
    leftOut,
    joined: related.joined,
    twins: related.twins,
    doubts: related.doubts,
  }
}

/** Sums by name, the names in code-point order. */
function tally(counts: [string, number][]): Record<string, number> {
  const sums = new Map<string, number>()
  for (const [name, count] of counts) sums.set(name, (sums.get(name) ?? 0) + count)
  return Object.fromEntries([...sums].sort(([a], [b]) => (a < b ? -1 : 1)))
}
