import type { ImportReport, LeftOut, ReportEntry } from '../schemas/report.js'
import { version } from './package-root.js'

/** The report of a run that came to its end; entries in the order of the inputs. */
export function batchReport(entries: ReportEntry[], leftOut: LeftOut[]): ImportReport {
  const count = (outcome: ReportEntry['outcome']): number =>
    entries.filter((entry) => entry.outcome === outcome).length
  const sum = (value: (entry: ReportEntry) => number): number =>
    entries.reduce((total, entry) => total + value(entry), 0)
  return {
    schemaVersion: '1.0',
    generator: { name: 'phuluc', version },
    totals: {
      inputs: entries.length,
      imported: count('imported'),
      failed: count('failed'),
      skipped: count('skipped'),
      criteria: sum((entry) => entry.criteria),
      needReview: entries.filter((entry) => entry.needsReview).length,
      pagesByRoute: tally(
        entries.flatMap(({ route, pages }) => (route === null ? [] : [[route, pages ?? 0]])),
      ),
      issues: tally(entries.flatMap((entry) => Object.entries(entry.issues))),
      severities: {
        error: sum((entry) => entry.severities.error),
        warning: sum((entry) => entry.severities.warning),
        info: sum((entry) => entry.severities.info),
      },
    },
    entries,
    leftOut,
  }
}

/** Sums by name, the names in code-point order. */
function tally(counts: [string, number][]): Record<string, number> {
  const sums = new Map<string, number>()
  for (const [name, count] of counts) sums.set(name, (sums.get(name) ?? 0) + count)
  return Object.fromEntries([...sums].sort(([a], [b]) => (a < b ? -1 : 1)))
}
