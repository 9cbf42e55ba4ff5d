import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { loadUnits } from '../../../pipelines/engines/reference.js'
import { ExpectedPlan } from '../../../schemas/expectation.js'
import type { Plan } from '../../../schemas/plan.js'
import { checkPlan } from '../../../src/check/index.js'
import { readCriteria } from '../../../src/criteria/index.js'
import { comparePlan } from '../../../src/evaluate/index.js'
import { readDocx } from '../../../src/extract/docx/index.js'
import { normalize } from '../../../src/normalize/index.js'
import { findTables } from '../../../src/tables/index.js'
import { sourceOf } from '../../support/docx-file.js'
import { type CodeList, decimalCodes, harden, romanCodes } from '../../support/harden-docx.js'

/** A Word file through all rooms. */
async function planOf(bytes: Uint8Array, file: string): Promise<Plan> {
  const document = (await readDocx(sourceOf(bytes, file), {})).value
  const tables = findTables(document, { join: true }).value
  const criteria = tables.appendices.map((table, index) => readCriteria(table, `pl${index + 1}`).value)
  const parts = { document, body: tables.body, tables: tables.appendices, criteria }
  const source: Plan['source'] = {
    file,
    sha256: '0'.repeat(64),
    mediaType: document.mediaType,
    route: document.route,
    convertedFrom: null,
    ocrEngine: null,
    pages: null,
    generator: { name: 'phuluc', version: '0' },
  }
  const normalized = normalize(parts, loadUnits(), file).value
  return checkPlan(
    { schemaVersion: '1.0', ...normalized, facts: [], source, sources: [source], issues: [] },
    parts.tables,
    document,
  )
}

function paper(name: string): Uint8Array {
  return new Uint8Array(readFileSync(`fixtures/papers/${name}/source.docx`))
}

function expectationOf(name: string): ExpectedPlan {
  return ExpectedPlan.parse(JSON.parse(readFileSync(`fixtures/${name}/expected.plan.json`, 'utf8')))
}

function expectSame(plan: Plan, expected: ExpectedPlan): void {
  const comparison = comparePlan(plan, expected)
  expect(comparison.criteria).toMatchObject({ recall: 1, precision: 1 })
  expect(comparison.cells.exact.share).toBe(1)
  expect(comparison.scores.share).toBe(1)
  expect(comparison.footnotes.f1).toBe(1)
  expect(plan.header.number).toBe(expected.header.number)
}

describe('the Word twin of a fixture', () => {
  for (const name of ['gia-nghia-52-2024', 'ha-noi-157-2023', 'hai-phong-229-2023', 'hung-yen-199-2022'])
    it(`of ${name} gives the same plan`, async () => {
      expectSame(await planOf(paper(name), name), expectationOf(name))
    })
})

describe('a Word twin with generated codes, tracked changes, bookmarks and content controls', () => {
  const codes: [string, CodeList][] = [
    ['gia-nghia-52-2024', decimalCodes],
    ['hung-yen-199-2022', romanCodes],
  ]
  for (const [name, list] of codes)
    it(`of ${name} gives the same plan`, async () => {
      const hardened = harden(paper(name), list)
      expect(new TextDecoder().decode(unzipSync(hardened)['word/document.xml'])).toContain('<w:numPr>')
      expectSame(await planOf(hardened, name), expectationOf(name))
    })
})
