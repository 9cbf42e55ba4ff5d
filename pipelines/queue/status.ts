import type { Saying } from '../../schemas/saying.js'
import { saying, timeLeft } from '../../src/messages/index.js'
import { version } from '../system/package-root.js'
import type { Sql } from './database.js'

/** How far a queue is. Times are in seconds, rates a minute over the last ten minutes. */
export interface QueueStatus {
  documents: { all: number; waiting: number; active: number; done: number; failed: number; dead: number }
  /** Of finished documents; those of the others are not known before they are read. */
  pages: number
  parts: { all: number; recognised: number }
  rate: { documents: number; pages: number }
  secondsLeft: number | null
  workers: { worker: string; file: string; pages: [number, number] | null; seconds: number }[]
  imports: { number: number; paths: string[]; inputs: number; finished: number }[]
  /** Documents that wait for workers of another version of phuluc. */
  otherVersions: number
}

/** Reads the status of a queue in one look. */
export async function queueStatus(sql: Sql): Promise<QueueStatus> {
  const [counts = {}] = await sql.run(countsSql)
  const [parts = {}] = await sql.run(partsSql)
  const [recent = {}] = await sql.run(rateSql)
  const workers = await sql.run(workersSql)
  const imports = await sql.run(importsSql)
  const [others] = await sql.run(othersSql, [version])
  const number = (value: unknown): number => Number(value ?? 0)
  const open = number(counts.waiting) + number(counts.active)
  const minutes = Math.max(number(recent.minutes), 1 / 60)
  const rate = { documents: number(recent.documents) / minutes, pages: number(recent.pages) / minutes }
  return {
    documents: {
      all: number(counts.all),
      waiting: number(counts.waiting),
      active: number(counts.active),
      done: number(counts.done),
      failed: number(counts.failed),
      dead: number(counts.dead),
    },
    pages: number(counts.pages),
    parts: { all: number(parts.all), recognised: number(parts.recognised) },
    rate,
    secondsLeft: open === 0 ? 0 : rate.documents === 0 ? null : Math.round((60 * open) / rate.documents),
    workers: workers.map(({ worker, file, first, last, seconds }) => ({
      worker: String(worker),
      file: String(file),
      pages: first === null ? null : [number(first), number(last)],
      seconds: number(seconds),
    })),
    imports: imports.map(({ number: id, paths, inputs, finished }) => ({
      number: number(id),
      paths: paths as string[],
      inputs: number(inputs),
      finished: number(finished),
    })),
    otherVersions: number(others?.count),
  }
}

const countsSql = `
  SELECT count(*) AS all,
    count(*) FILTER (WHERE state IN ('waiting', 'split') AND NOT held) AS waiting,
    count(*) FILTER (WHERE state IN ('waiting', 'split') AND held) AS active,
    count(*) FILTER (WHERE state = 'done') AS done,
    count(*) FILTER (WHERE state = 'failed') AS failed,
    count(*) FILTER (WHERE state = 'dead') AS dead,
    COALESCE(sum((outcome -> 'entry' ->> 'pages')::integer), 0) AS pages
  FROM (
    SELECT state, outcome, document_key IN (SELECT document_key FROM phuluc.holds WHERE until > now()) AS held
    FROM phuluc.documents
  ) d`

const partsSql = `SELECT count(*) AS all, count(*) FILTER (WHERE finished) AS recognised FROM phuluc.page_ranges`

/** Over the last ten minutes, or since the first document was finished in them. */
const rateSql = `
  SELECT count(*) AS documents, COALESCE(sum((outcome -> 'entry' ->> 'pages')::integer), 0) AS pages,
    EXTRACT(epoch FROM now() - min(finished_at - COALESCE((outcome -> 'timing' ->> 'milliseconds')::float8, 0) * interval '1 ms')) / 60 AS minutes
  FROM phuluc.documents WHERE finished_at > now() - interval '10 minutes'`

const workersSql = `
  SELECT h.worker, d.file, h.first, h.last, floor(EXTRACT(epoch FROM now() - h.taken_at)) AS seconds
  FROM phuluc.holds h JOIN phuluc.documents d USING (document_key) WHERE h.until > now() ORDER BY h.worker, h.taken_at`

const importsSql = `
  SELECT b.number, b.paths, count(*) AS inputs,
    count(*) FILTER (WHERE e.entry IS NOT NULL OR d.state NOT IN ('waiting', 'split')) AS finished
  FROM phuluc.batches b JOIN phuluc.batch_entries e USING (batch) LEFT JOIN phuluc.documents d USING (document_key)
  GROUP BY b.number, b.paths ORDER BY b.number`

const othersSql = `SELECT count(*) FROM phuluc.documents WHERE state IN ('waiting', 'split') AND version <> $1`

/** The status on one screen, line for line. */
export function statusLines(place: Saying, status: QueueStatus): Saying[] {
  const { documents, pages, parts, rate, workers, imports, otherVersions } = status
  const { all, dead } = documents
  const finished = documents.done + documents.failed + dead
  const share = all === 0 ? 0 : Math.floor((100 * finished) / all)
  const perMinute = { documents: rate.documents.toFixed(1), pages: rate.pages.toFixed(1) }
  return [
    saying('status.documents', { place, finished, all, share }),
    saying('status.states', { ...documents, pages }),
    ...(parts.all > 0 ? [saying('status.parts', parts)] : []),
    ...(rate.documents > 0
      ? [saying('status.rate', { ...perMinute, left: timeLeft(status.secondsLeft) })]
      : []),
    ...workers.map(({ worker, file, pages: range, seconds }) =>
      saying('status.worker', { worker, name: partName(file, range), seconds }),
    ),
    ...imports.map(({ paths, ...one }) => saying('status.import', { ...one, paths: paths.join(', ') })),
    ...(otherVersions > 0 ? [saying('status.other-versions', { count: otherVersions, version })] : []),
    ...(dead > 0 ? [saying('status.dead')] : []),
  ]
}

/** A document, or some pages of it. */
export function partName(file: string, pages: [number, number] | null): string | Saying {
  if (pages === null) return file
  const [first, last] = pages
  return saying('worker.pages', { file, first, last })
}
