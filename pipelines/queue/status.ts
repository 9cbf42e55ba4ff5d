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

/** The status on one screen. */
export function statusText(place: string, status: QueueStatus): string {
  const { all, waiting, active, done, failed, dead } = status.documents
  const finished = done + failed + dead
  const share = all === 0 ? 0 : Math.floor((100 * finished) / all)
  const lines = [
    `${place}: ${finished} of ${all} documents finished (${share} %)`,
    `waiting ${waiting}, active ${active}, done ${done}, failed ${failed}, dead ${dead}; ${status.pages} pages read`,
  ]
  if (status.parts.all > 0)
    lines.push(`long scans in parts: ${status.parts.recognised} of ${status.parts.all} parts are recognised`)
  if (status.rate.documents > 0)
    lines.push(
      `last ten minutes: ${status.rate.documents.toFixed(1)} documents and ${status.rate.pages.toFixed(1)} pages a minute${left(status.secondsLeft)}`,
    )
  for (const { worker, file, pages, seconds } of status.workers)
    lines.push(
      `  ${worker} at ${file}${pages === null ? '' : `, pages ${pages[0]}–${pages[1]}`}, ${seconds} s`,
    )
  for (const { number, paths, inputs, finished: ready } of status.imports)
    lines.push(`import ${number} of ${paths.join(', ')}: ${ready} of ${inputs} inputs`)
  if (status.otherVersions > 0)
    lines.push(
      `${status.otherVersions} documents wait for workers of another version of phuluc than this (${version})`,
    )
  if (dead > 0) lines.push('dead documents lost every worker that took them; phuluc queue retry tries again')
  return `${lines.join('\n')}\n`
}

function left(seconds: number | null): string {
  if (seconds === null || seconds === 0) return ''
  return `, about ${seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`} left`
}
