import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readableJson } from '../../pipelines/inspect/readable-json.js'
import { stageDocuments, walkThrough } from '../../pipelines/inspect/walk.js'
import { blankDraft, type Draft, recordOf } from '../../pipelines/plan/draft.js'
import { sourceOf } from '../../pipelines/plan/import-plan.js'
import { runStages } from '../../pipelines/plan/run-stages.js'
import { type Stage, stages } from '../../pipelines/plan/stages.js'
import { packageRoot, version } from '../../pipelines/system/package-root.js'
import { Document } from '../../schemas/document.js'
import { Criterion, Plan } from '../../schemas/plan.js'
import { AppendixTable } from '../../schemas/table.js'

const source = sourceOf('source.md', readFileSync(join(import.meta.dirname, 'source.md')))

/**
 * The golden documents of a plan with a row that a page cut, a word in Cyrillic letters and a sum of maxima that is
 * wrong: as `phuluc inspect` writes them. `vitest -u` writes them anew; the stages are tested on them from then on.
 */
const golden = (file: string): string => join(import.meta.dirname, file)
const fileOf = (index: number): string => `${index + 1}-${stages[index]?.makes}.json`

/** As it is kept: what a release changes stands in no golden document. */
function kept(document: unknown): string {
  return readableJson(document).replaceAll(`"version": "${version}"`, '"version": "0"')
}

function read(file: string): never {
  return JSON.parse(
    readFileSync(golden(file), 'utf8').replaceAll('"version": "0"', `"version": "${version}"`),
  ) as never
}

/** A draft as the golden documents of all stages before one leave it. */
function draftBefore(index: number): Draft {
  const draft = blankDraft(source)
  if (index > 0) draft.document = read(fileOf(Math.min(index, 3) - 1))
  if (index > 3) {
    const { body, appendices } = read(fileOf(3)) as { body: Draft['body']; appendices: Draft['tables'] }
    Object.assign(draft, { body, tables: appendices, source: recordOf(source, draft.document) })
  }
  if (index > 4) draft.criteria = read(fileOf(4))
  if (index > 5) draft.plan = read(fileOf(index - 1))
  return draft
}

describe('each stage, from the documents of the stages before', () => {
  it.each(stages.map(({ name }, index) => ({ name, index })))('$name', async ({ index }) => {
    const stage = stages[index] as Stage
    const made = [await stage.run(draftBefore(index), { source, options: {} })].flat()
    expect(made).toHaveLength(1)
    expect(kept(stage.document(made[0] as Draft))).toBe(readFileSync(golden(fileOf(index)), 'utf8'))
  })
})

describe('what inspect writes', () => {
  it('is the golden documents, and follows the published schemas', async () => {
    const { walk } = await walkThrough(source, {}, 1)
    const documents = stageDocuments(walk)
    expect(documents.map(({ file }) => file)).toEqual(stages.map((_, index) => fileOf(index)))
    for (const { file, document } of documents) await expect(kept(document)).toMatchFileSnapshot(golden(file))
    const written = documents.map(({ document }) => JSON.parse(JSON.stringify(document)))
    for (const document of written.slice(0, 3)) expect(Document.parse(document)).toEqual(document)
    expect(AppendixTable.array().parse(written[3].appendices)).toEqual(written[3].appendices)
    expect(Criterion.array().array().parse(written[4])).toEqual(written[4])
    for (const plan of written.slice(5)) expect(Plan.parse(plan)).toEqual(plan)
  })
})

/** Any change of it throws. */
function freeze<T>(value: T, seen = new Set<unknown>()): T {
  if (value === null || typeof value !== 'object' || seen.has(value)) return value
  seen.add(value)
  for (const entry of Object.values(value)) freeze(entry, seen)
  return Object.freeze(value)
}

describe('a stage', () => {
  it.each(['gia-nghia-52-2024/source.txt', 'hai-phong-229-2023/source.md'])(
    'leaves the drafts of the stages before it as they are: %s',
    async (file) => {
      const bytes = readFileSync(join(packageRoot, 'fixtures', file))
      const passed: string[] = []
      for await (const { stage, drafts } of runStages(sourceOf(file, bytes), {})) {
        for (const draft of drafts) freeze(draft)
        passed.push(stage.name)
      }
      expect(passed).toEqual(stages.map(({ name }) => name))
    },
  )
})
