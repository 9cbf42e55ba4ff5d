import {
  flatTables,
  postgresTable,
  postgresTables,
  postgresSchemaName as schema,
} from '../../src/export/index.js'
import { saying } from '../../src/messages/index.js'
import type { Database, Sql } from './database.js'
import { DatabaseError } from './database-errors.js'

/** Raised with every change of the tables. */
const schemaVersion = 3

const queueTables = `-- One row: which version of these tables this is.
CREATE TABLE phuluc.version (version integer NOT NULL);

-- The bytes of documents, once each, in pieces.
CREATE TABLE phuluc.contents (
  sha256 text PRIMARY KEY,
  bytes bigint NOT NULL
);
CREATE TABLE phuluc.content_pieces (
  sha256 text NOT NULL REFERENCES phuluc.contents ON DELETE CASCADE,
  ordinal integer NOT NULL,
  data bytea NOT NULL,
  PRIMARY KEY (sha256, ordinal)
);
ALTER TABLE phuluc.content_pieces ALTER COLUMN data SET STORAGE EXTERNAL;

-- A document to be read, by its content, name, product version and options. It is done once.
CREATE TABLE phuluc.documents (
  document_key text PRIMARY KEY,
  sha256 text NOT NULL REFERENCES phuluc.contents,
  file text NOT NULL,
  bytes bigint NOT NULL,
  version text NOT NULL,
  options json NOT NULL,
  pages_per_job integer NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'split', 'done', 'failed', 'dead')),
  outcome json,
  plan_key text,
  plan_file bytea,
  enqueued_at timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz,
  finished_by text
);
CREATE INDEX ON phuluc.documents (finished_at);
COMMENT ON COLUMN phuluc.documents.outcome IS 'entry: what became of it, as in import-report.json; timing; lasting: false for failures that another try may not meet, as a crash or a time-out';
COMMENT ON COLUMN phuluc.documents.plan_file IS 'the plan file, gzip';

-- The other plans of a file that holds several; ordinal counts from 2.
CREATE TABLE phuluc.further_plans (
  document_key text NOT NULL REFERENCES phuluc.documents ON DELETE CASCADE,
  ordinal integer NOT NULL,
  plan_key text NOT NULL,
  plan_file bytea NOT NULL,
  PRIMARY KEY (document_key, ordinal)
);

-- Pages of a long scan that are recognised in a job of their own.
CREATE TABLE phuluc.page_ranges (
  document_key text NOT NULL REFERENCES phuluc.documents ON DELETE CASCADE,
  first integer NOT NULL,
  last integer NOT NULL,
  finished boolean NOT NULL DEFAULT false,
  pages bytea,
  PRIMARY KEY (document_key, first)
);
COMMENT ON COLUMN phuluc.page_ranges.pages IS 'as they were recognised, JSON, gzip; empty once the document is finished';

-- One import of a folder: its inputs in order. Documents that several imports share are done once.
CREATE TABLE phuluc.batches (
  batch text PRIMARY KEY,
  number bigint GENERATED ALWAYS AS IDENTITY,
  paths text[] NOT NULL,
  left_out json NOT NULL,
  enqueued_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE phuluc.batch_entries (
  batch text NOT NULL REFERENCES phuluc.batches ON DELETE CASCADE,
  ordinal integer NOT NULL,
  file text NOT NULL,
  document_key text REFERENCES phuluc.documents,
  entry json,
  PRIMARY KEY (batch, ordinal)
);
CREATE INDEX ON phuluc.batch_entries (document_key);

-- Who is at which job, and until when it is believed without a word.
CREATE TABLE phuluc.holds (
  job_id uuid PRIMARY KEY,
  holder uuid NOT NULL,
  worker text NOT NULL,
  document_key text NOT NULL,
  first integer,
  last integer,
  taken_at timestamptz NOT NULL DEFAULT now(),
  until timestamptz NOT NULL
);

-- import-report.json of each import as rows: one an input, and one more for each further plan of it.
CREATE VIEW phuluc.report AS
SELECT b.batch, b.number AS batch_number, e.ordinal, e.file, d.state,
  CASE WHEN x.plan = 1 THEN d.plan_key ELSE f.plan_key END AS plan_key, x.plan,
  x.entry ->> 'outcome' AS outcome,
  (x.entry ->> 'pages')::integer AS pages,
  (x.entry ->> 'criteria')::integer AS criteria,
  (x.entry ->> 'actions')::integer AS actions,
  (x.entry ->> 'confidence')::double precision AS confidence,
  (x.entry ->> 'needsReview')::boolean AS needs_review,
  x.entry -> 'failure' ->> 'message' AS failure,
  d.finished_at, d.finished_by
FROM phuluc.batches b
  JOIN phuluc.batch_entries e USING (batch)
  LEFT JOIN phuluc.documents d USING (document_key)
  CROSS JOIN LATERAL (
    SELECT COALESCE(e.entry, d.outcome -> 'entry') AS entry, 1 AS plan
    UNION ALL
    SELECT value -> 'entry', ordinality::integer + 1
    FROM json_array_elements(d.outcome -> 'further') WITH ORDINALITY
  ) x
  LEFT JOIN phuluc.further_plans f ON f.document_key = d.document_key AND f.ordinal = x.plan;
`

/** The published SQL: everything that phuluc makes in a database, but for the queue's own schema. */
export function databaseSql(): string {
  return `CREATE SCHEMA IF NOT EXISTS ${schema};\n\n${postgresTables()}\n${queueTables}\nINSERT INTO ${schema}.version VALUES (${schemaVersion});\n`
}

/** Makes the tables where there are none, once, whoever else is about to; then as `requireTables`. */
export async function makeTables(database: Database): Promise<void> {
  await database.transaction(async (sql) => {
    await sql.run(`SELECT pg_advisory_xact_lock(hashtextextended('phuluc tables', 0))`)
    const [found] = await sql.run(`SELECT to_regclass('${schema}.version') AS version`)
    if (found?.version === null) await sql.run(databaseSql())
    else await carryOver(sql)
  })
  await requireTables(database)
}

/** Version 3 has keys of 128 bits of the checksum: tables of version 2 get them, and keep all else. */
async function carryOver(sql: Sql): Promise<void> {
  const [row] = await sql.run(`SELECT version FROM ${schema}.version`)
  if (Number(row?.version) !== 2) return
  for (const table of flatTables.filter(({ name }) => name !== 'plans').map(postgresTable)) {
    const constraint = `${table.slice(schema.length + 1)}_plan_key_fkey`
    await sql.run(
      `ALTER TABLE ${table} DROP CONSTRAINT ${constraint}, ADD CONSTRAINT ${constraint}
       FOREIGN KEY (plan_key) REFERENCES ${schema}.plans ON DELETE CASCADE ON UPDATE CASCADE`,
    )
  }
  await sql.run(`CREATE TEMPORARY TABLE renamed ON COMMIT DROP AS
    SELECT plan_key AS former, left(id, 96) || '-' || left(sha256, 32) ||
      COALESCE('-' || NULLIF((plan -> 'source' -> 'part' ->> 'ordinal')::integer, 1), '') AS key
    FROM ${schema}.plans`)
  for (const table of ['plans', 'documents', 'further_plans'])
    await sql.run(`UPDATE ${schema}.${table} SET plan_key = key FROM renamed WHERE plan_key = former`)
  await sql.run(`UPDATE ${schema}.version SET version = 3`)
}

/** Throws DatabaseError where the tables are not there, or are of another version. */
export async function requireTables(database: Database): Promise<void> {
  const { place } = database
  const [found] = await database.run(`SELECT to_regclass('${schema}.version') AS version`)
  if (found?.version === null) throw new DatabaseError(saying('database.no-tables', { place }), false)
  const [row] = await database.run(`SELECT version FROM ${schema}.version`)
  const [theirs, ours] = [Number(row?.version ?? 0), schemaVersion]
  if (theirs < ours) throw new DatabaseError(saying('database.older', { place, theirs, ours, schema }), false)
  if (theirs > ours) throw new DatabaseError(saying('database.newer', { place, theirs, ours }), false)
}
