CREATE SCHEMA IF NOT EXISTS phuluc;

CREATE TABLE phuluc.plans (
  "plan_key" text,
  "id" text,
  "sha256" text,
  "file" text,
  "media_type" text,
  "route" text,
  "ocr_engine" text,
  "pages" integer,
  "issuer" text,
  "level" text,
  "province_code" text,
  "province" text,
  "unit" text,
  "unit_code" text,
  "number" text,
  "document_type" text,
  "place" text,
  "issued_on" date,
  "title" text,
  "plan_years" jsonb,
  "signatory" text,
  "signatory_position" text,
  "recipients" jsonb,
  "confidence" double precision,
  "needs_review" boolean,
  "syllables" integer,
  "repaired_syllables" integer,
  "unplaced_characters" integer,
  plan jsonb NOT NULL,
  PRIMARY KEY (plan_key)
);
COMMENT ON COLUMN phuluc.plans."plan_key" IS 'key: id, the first 32 signs of sha256, and from the second on which plan of the document';
COMMENT ON COLUMN phuluc.plans."id" IS 'readable id';
COMMENT ON COLUMN phuluc.plans."sha256" IS 'the document''s checksum';
COMMENT ON COLUMN phuluc.plans."file" IS 'the document, relative to the path that was imported';
COMMENT ON COLUMN phuluc.plans."media_type" IS 'of the document';
COMMENT ON COLUMN phuluc.plans."route" IS 'how it was read';
COMMENT ON COLUMN phuluc.plans."ocr_engine" IS 'what recognised pages that are pictures; null where none was';
COMMENT ON COLUMN phuluc.plans."pages" IS 'pages of the source';
COMMENT ON COLUMN phuluc.plans."issuer" IS 'issuing body, written out';
COMMENT ON COLUMN phuluc.plans."level" IS 'province, district, commune or ministry';
COMMENT ON COLUMN phuluc.plans."province_code" IS 'General Statistics Office code on the map of the plan’s date';
COMMENT ON COLUMN phuluc.plans."province" IS 'province';
COMMENT ON COLUMN phuluc.plans."unit" IS 'the issuing unit below the province';
COMMENT ON COLUMN phuluc.plans."unit_code" IS 'its code';
COMMENT ON COLUMN phuluc.plans."number" IS 'the document''s number';
COMMENT ON COLUMN phuluc.plans."document_type" IS 'Kế hoạch, Quyết định …';
COMMENT ON COLUMN phuluc.plans."place" IS 'place of issue';
COMMENT ON COLUMN phuluc.plans."issued_on" IS 'date of issue';
COMMENT ON COLUMN phuluc.plans."title" IS 'title';
COMMENT ON COLUMN phuluc.plans."plan_years" IS 'years the plan is for';
COMMENT ON COLUMN phuluc.plans."signatory" IS 'who signed';
COMMENT ON COLUMN phuluc.plans."signatory_position" IS 'as what';
COMMENT ON COLUMN phuluc.plans."recipients" IS 'who it was sent to';
COMMENT ON COLUMN phuluc.plans."confidence" IS 'how sure the values are, 0 to 1';
COMMENT ON COLUMN phuluc.plans."needs_review" IS 'a reader is asked for';
COMMENT ON COLUMN phuluc.plans."syllables" IS 'of the document';
COMMENT ON COLUMN phuluc.plans."repaired_syllables" IS 'of which a repair changed';
COMMENT ON COLUMN phuluc.plans."unplaced_characters" IS 'characters of the appendices that found no place';

CREATE TABLE phuluc.criterion_rows (
  "plan_key" text NOT NULL REFERENCES phuluc.plans ON DELETE CASCADE ON UPDATE CASCADE,
  "criterion_id" text,
  "ordinal" integer,
  "appendix_id" text,
  "appendix_kind" text,
  "appendix_label" text,
  "appendix_title" text,
  "code" text,
  "code_printed" text,
  "kind" text,
  "level" integer,
  "parent_id" text,
  "name" text,
  "framework" text,
  "standard_code" text,
  "standard_name" text,
  "max_score" double precision,
  "achieved_year" integer,
  "achieved_score" double precision,
  "target_year" integer,
  "target_score" double precision,
  "scores" jsonb,
  "confidence" double precision,
  "corrected" jsonb,
  "page" integer,
  "line" integer,
  PRIMARY KEY (plan_key, criterion_id)
);
COMMENT ON COLUMN phuluc.criterion_rows."plan_key" IS 'the plan: plans.plan_key';
COMMENT ON COLUMN phuluc.criterion_rows."criterion_id" IS 'key within the plan: pl1/1.3.1';
COMMENT ON COLUMN phuluc.criterion_rows."ordinal" IS 'place in the document, from 1';
COMMENT ON COLUMN phuluc.criterion_rows."appendix_id" IS 'pl1, pl2 …';
COMMENT ON COLUMN phuluc.criterion_rows."appendix_kind" IS 'tasks, scores or assignment';
COMMENT ON COLUMN phuluc.criterion_rows."appendix_label" IS 'as printed';
COMMENT ON COLUMN phuluc.criterion_rows."appendix_title" IS 'title of the appendix';
COMMENT ON COLUMN phuluc.criterion_rows."code" IS 'number, without closing dot';
COMMENT ON COLUMN phuluc.criterion_rows."code_printed" IS 'as printed; null where none is';
COMMENT ON COLUMN phuluc.criterion_rows."kind" IS 'domain, item or total';
COMMENT ON COLUMN phuluc.criterion_rows."level" IS '1 is a domain';
COMMENT ON COLUMN phuluc.criterion_rows."parent_id" IS 'the enclosing criterion';
COMMENT ON COLUMN phuluc.criterion_rows."name" IS 'name';
COMMENT ON COLUMN phuluc.criterion_rows."framework" IS 'the official list it has a place in';
COMMENT ON COLUMN phuluc.criterion_rows."standard_code" IS 'its code there';
COMMENT ON COLUMN phuluc.criterion_rows."standard_name" IS 'its name there';
COMMENT ON COLUMN phuluc.criterion_rows."max_score" IS 'points to be had';
COMMENT ON COLUMN phuluc.criterion_rows."achieved_year" IS 'year of the last result; null where none is printed';
COMMENT ON COLUMN phuluc.criterion_rows."achieved_score" IS 'the last result';
COMMENT ON COLUMN phuluc.criterion_rows."target_year" IS 'year of the last target';
COMMENT ON COLUMN phuluc.criterion_rows."target_score" IS 'the last target';
COMMENT ON COLUMN phuluc.criterion_rows."scores" IS 'all results and targets';
COMMENT ON COLUMN phuluc.criterion_rows."confidence" IS 'of its least sure cell';
COMMENT ON COLUMN phuluc.criterion_rows."corrected" IS 'its cells that a reader corrected';
COMMENT ON COLUMN phuluc.criterion_rows."page" IS 'page of the source, from 1; null where it has no pages';
COMMENT ON COLUMN phuluc.criterion_rows."line" IS 'line of the source, from 1';

CREATE TABLE phuluc.action_rows (
  "plan_key" text NOT NULL REFERENCES phuluc.plans ON DELETE CASCADE ON UPDATE CASCADE,
  "criterion_id" text,
  "action_index" integer,
  "task" text,
  "requirement" text,
  "deliverable" text,
  "note" text,
  "deadline" text,
  "due" date,
  "lead" text,
  "coordinating" text,
  "implementing" text,
  "other" jsonb,
  "merged_from" jsonb,
  "shared_from" jsonb,
  "confidence" double precision,
  "corrected" jsonb,
  "page" integer,
  "line" integer,
  PRIMARY KEY (plan_key, criterion_id, action_index)
);
COMMENT ON COLUMN phuluc.action_rows."plan_key" IS 'the plan: plans.plan_key';
COMMENT ON COLUMN phuluc.action_rows."criterion_id" IS 'the criterion: criteria.criterion_id within the plan';
COMMENT ON COLUMN phuluc.action_rows."action_index" IS 'the action among those of its criterion, from 0';
COMMENT ON COLUMN phuluc.action_rows."task" IS 'one line a bullet';
COMMENT ON COLUMN phuluc.action_rows."requirement" IS 'one line a bullet';
COMMENT ON COLUMN phuluc.action_rows."deliverable" IS 'one line a bullet';
COMMENT ON COLUMN phuluc.action_rows."note" IS 'one line a bullet';
COMMENT ON COLUMN phuluc.action_rows."deadline" IS 'as printed';
COMMENT ON COLUMN phuluc.action_rows."due" IS 'the last day that any of its deadlines names';
COMMENT ON COLUMN phuluc.action_rows."lead" IS 'leading agencies as printed';
COMMENT ON COLUMN phuluc.action_rows."coordinating" IS 'coordinating agencies as printed';
COMMENT ON COLUMN phuluc.action_rows."implementing" IS 'implementing agencies as printed';
COMMENT ON COLUMN phuluc.action_rows."other" IS 'columns without a role of their own';
COMMENT ON COLUMN phuluc.action_rows."merged_from" IS 'roles that one merged cell of the print gave to several rows';
COMMENT ON COLUMN phuluc.action_rows."shared_from" IS 'roles repeated from the first action of a row that was split';
COMMENT ON COLUMN phuluc.action_rows."confidence" IS 'of its least sure cell';
COMMENT ON COLUMN phuluc.action_rows."corrected" IS 'its cells that a reader corrected';
COMMENT ON COLUMN phuluc.action_rows."page" IS 'page of the source, from 1; null where it has no pages';
COMMENT ON COLUMN phuluc.action_rows."line" IS 'line of the source, from 1';

CREATE TABLE phuluc.agencies (
  "plan_key" text NOT NULL REFERENCES phuluc.plans ON DELETE CASCADE ON UPDATE CASCADE,
  "criterion_id" text,
  "action_index" integer,
  "role" text,
  "ordinal" integer,
  "name" text,
  "agency_id" text,
  PRIMARY KEY (plan_key, criterion_id, action_index, role, ordinal)
);
COMMENT ON COLUMN phuluc.agencies."plan_key" IS 'the plan: plans.plan_key';
COMMENT ON COLUMN phuluc.agencies."criterion_id" IS 'the criterion: criteria.criterion_id within the plan';
COMMENT ON COLUMN phuluc.agencies."action_index" IS 'the action among those of its criterion, from 0';
COMMENT ON COLUMN phuluc.agencies."role" IS 'lead, coordinating or implementing';
COMMENT ON COLUMN phuluc.agencies."ordinal" IS 'place in its cell, from 1';
COMMENT ON COLUMN phuluc.agencies."name" IS 'as printed';
COMMENT ON COLUMN phuluc.agencies."agency_id" IS 'in the registry of phuluc; null where it is not known';

CREATE TABLE phuluc.deadlines (
  "plan_key" text NOT NULL REFERENCES phuluc.plans ON DELETE CASCADE ON UPDATE CASCADE,
  "criterion_id" text,
  "action_index" integer,
  "ordinal" integer,
  "text" text,
  "kind" text,
  "start" date,
  "end" date,
  "period" text,
  "relative_to" text,
  PRIMARY KEY (plan_key, criterion_id, action_index, ordinal)
);
COMMENT ON COLUMN phuluc.deadlines."plan_key" IS 'the plan: plans.plan_key';
COMMENT ON COLUMN phuluc.deadlines."criterion_id" IS 'the criterion: criteria.criterion_id within the plan';
COMMENT ON COLUMN phuluc.deadlines."action_index" IS 'the action among those of its criterion, from 0';
COMMENT ON COLUMN phuluc.deadlines."ordinal" IS 'place in its cell, from 1';
COMMENT ON COLUMN phuluc.deadlines."text" IS 'as printed';
COMMENT ON COLUMN phuluc.deadlines."kind" IS 'by, within, from, continuous, periodic, conditional or unknown';
COMMENT ON COLUMN phuluc.deadlines."start" IS 'first day';
COMMENT ON COLUMN phuluc.deadlines."end" IS 'last day';
COMMENT ON COLUMN phuluc.deadlines."period" IS 'of a periodic one: month, quarter, half-year, nine-months or year';
COMMENT ON COLUMN phuluc.deadlines."relative_to" IS 'what the year was counted from where none is printed: plan-year or issue-date';

CREATE TABLE phuluc.quantities (
  "plan_key" text NOT NULL REFERENCES phuluc.plans ON DELETE CASCADE ON UPDATE CASCADE,
  "criterion_id" text,
  "action_index" integer,
  "ordinal" integer,
  "role" text,
  "comparator" text,
  "value" double precision,
  "upper" double precision,
  "unit" text,
  "of" text,
  "text" text,
  PRIMARY KEY (plan_key, criterion_id, action_index, ordinal)
);
COMMENT ON COLUMN phuluc.quantities."plan_key" IS 'the plan: plans.plan_key';
COMMENT ON COLUMN phuluc.quantities."criterion_id" IS 'the criterion: criteria.criterion_id within the plan';
COMMENT ON COLUMN phuluc.quantities."action_index" IS 'the action among those of its criterion, from 0';
COMMENT ON COLUMN phuluc.quantities."ordinal" IS 'place in its action, from 1';
COMMENT ON COLUMN phuluc.quantities."role" IS 'task, requirement, deliverable or note';
COMMENT ON COLUMN phuluc.quantities."comparator" IS '>=, <=, =, range, increase, decrease or rank';
COMMENT ON COLUMN phuluc.quantities."value" IS 'the figure, or the lower end of a range';
COMMENT ON COLUMN phuluc.quantities."upper" IS 'the upper end of a range, the whole of a ratio or rank';
COMMENT ON COLUMN phuluc.quantities."unit" IS '%, điểm, hồ sơ …';
COMMENT ON COLUMN phuluc.quantities."of" IS 'what is counted or measured';
COMMENT ON COLUMN phuluc.quantities."text" IS 'as printed';

CREATE TABLE phuluc.facts (
  "plan_key" text NOT NULL REFERENCES phuluc.plans ON DELETE CASCADE ON UPDATE CASCADE,
  "ordinal" integer,
  "kind" text,
  "text" text,
  "section" text,
  "criterion_id" text,
  "deadline" text,
  "quantities" jsonb,
  "agencies" jsonb,
  "page" integer,
  "line" integer,
  PRIMARY KEY (plan_key, ordinal)
);
COMMENT ON COLUMN phuluc.facts."plan_key" IS 'the plan: plans.plan_key';
COMMENT ON COLUMN phuluc.facts."ordinal" IS 'place in the body, from 1';
COMMENT ON COLUMN phuluc.facts."kind" IS 'result, target or assignment';
COMMENT ON COLUMN phuluc.facts."text" IS 'as printed';
COMMENT ON COLUMN phuluc.facts."section" IS 'title of its section';
COMMENT ON COLUMN phuluc.facts."criterion_id" IS 'the criterion whose score it states';
COMMENT ON COLUMN phuluc.facts."deadline" IS 'as printed';
COMMENT ON COLUMN phuluc.facts."quantities" IS 'its figures';
COMMENT ON COLUMN phuluc.facts."agencies" IS 'the bodies it names';
COMMENT ON COLUMN phuluc.facts."page" IS 'page of the source, from 1; null where it has no pages';
COMMENT ON COLUMN phuluc.facts."line" IS 'line of the source, from 1';

CREATE TABLE phuluc.citations (
  "plan_key" text NOT NULL REFERENCES phuluc.plans ON DELETE CASCADE ON UPDATE CASCADE,
  "ordinal" integer,
  "type" text,
  "number" text,
  "date" date,
  "text" text,
  "page" integer,
  "line" integer,
  PRIMARY KEY (plan_key, ordinal)
);
COMMENT ON COLUMN phuluc.citations."plan_key" IS 'the plan: plans.plan_key';
COMMENT ON COLUMN phuluc.citations."ordinal" IS 'place among the cited documents, from 1';
COMMENT ON COLUMN phuluc.citations."type" IS 'Nghị định, Quyết định …';
COMMENT ON COLUMN phuluc.citations."number" IS 'number';
COMMENT ON COLUMN phuluc.citations."date" IS 'date';
COMMENT ON COLUMN phuluc.citations."text" IS 'as printed';
COMMENT ON COLUMN phuluc.citations."page" IS 'page of the source, from 1; null where it has no pages';
COMMENT ON COLUMN phuluc.citations."line" IS 'line of the source, from 1';

CREATE TABLE phuluc.issues (
  "plan_key" text NOT NULL REFERENCES phuluc.plans ON DELETE CASCADE ON UPDATE CASCADE,
  "issue_key" text,
  "ordinal" integer,
  "severity" text,
  "code" text,
  "message" text,
  "criterion_id" text,
  "page" integer,
  "line" integer,
  "appendix_id" text,
  "action_index" integer,
  "field" text,
  "details" jsonb,
  PRIMARY KEY (plan_key, issue_key)
);
COMMENT ON COLUMN phuluc.issues."plan_key" IS 'the plan: plans.plan_key';
COMMENT ON COLUMN phuluc.issues."issue_key" IS 'key within the plan, the same as long as code, criterion and place are';
COMMENT ON COLUMN phuluc.issues."ordinal" IS 'place in the list, from 1';
COMMENT ON COLUMN phuluc.issues."severity" IS 'error, warning or info';
COMMENT ON COLUMN phuluc.issues."code" IS 'what kind';
COMMENT ON COLUMN phuluc.issues."message" IS 'in English';
COMMENT ON COLUMN phuluc.issues."criterion_id" IS 'the criterion it concerns';
COMMENT ON COLUMN phuluc.issues."page" IS 'page of the source, from 1; null where it has no pages';
COMMENT ON COLUMN phuluc.issues."line" IS 'line of the source, from 1';
COMMENT ON COLUMN phuluc.issues."appendix_id" IS 'the appendix it concerns';
COMMENT ON COLUMN phuluc.issues."action_index" IS 'the action; null for a cell of the criterion itself';
COMMENT ON COLUMN phuluc.issues."field" IS 'the cell: a role, or a field of the header';
COMMENT ON COLUMN phuluc.issues."details" IS 'the facts that the message states';

CREATE TABLE phuluc.corrections (
  "plan_key" text NOT NULL REFERENCES phuluc.plans ON DELETE CASCADE ON UPDATE CASCADE,
  "criterion_id" text,
  "action_index" integer,
  "field" text,
  "old_value" text,
  "new_value" text,
  "corrected_at" text
);
CREATE INDEX ON phuluc.corrections (plan_key);
COMMENT ON COLUMN phuluc.corrections."plan_key" IS 'the plan: plans.plan_key';
COMMENT ON COLUMN phuluc.corrections."criterion_id" IS 'the criterion: criteria.criterion_id within the plan';
COMMENT ON COLUMN phuluc.corrections."action_index" IS 'the action; null for a cell of the criterion itself';
COMMENT ON COLUMN phuluc.corrections."field" IS 'the cell';
COMMENT ON COLUMN phuluc.corrections."old_value" IS 'as phuluc read it; null for a blank cell';
COMMENT ON COLUMN phuluc.corrections."new_value" IS 'as a reader corrected it; null where the cell was emptied';
COMMENT ON COLUMN phuluc.corrections."corrected_at" IS 'when, in universal time';

CREATE VIEW phuluc.criteria AS
SELECT p."file" AS file,
  p."issuer" AS issuer,
  p."level" AS issuer_level,
  p."province_code" AS province_code,
  p."province" AS province,
  p."unit" AS unit,
  p."number" AS plan_number,
  p."issued_on" AS issued_on,
  r.*
FROM phuluc.criterion_rows r JOIN phuluc.plans p USING (plan_key);

CREATE VIEW phuluc.actions AS
SELECT p."file" AS file,
  p."issuer" AS issuer,
  p."level" AS issuer_level,
  p."province_code" AS province_code,
  p."province" AS province,
  p."unit" AS unit,
  p."number" AS plan_number,
  p."issued_on" AS issued_on,
  c."appendix_id" AS appendix_id,
  c."appendix_kind" AS appendix_kind,
  c."code" AS criterion_code,
  c."name" AS criterion_name,
  c."standard_code" AS standard_code,
  r.*
FROM phuluc.action_rows r
  JOIN phuluc.plans p USING (plan_key)
  JOIN phuluc.criterion_rows c USING (plan_key, criterion_id);

-- One row: which version of these tables this is.
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

INSERT INTO phuluc.version VALUES (3);
