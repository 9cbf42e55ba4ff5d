import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { importPlan, sourceOf } from '../../../pipelines/plan/import-plan.js'
import { ExpectedPlan } from '../../../schemas/evaluation/expectation.js'
import type { Plan } from '../../../schemas/plan.js'
import { comparePlan } from '../../../src/evaluate/index.js'
import { type CodeList, decimalCodes, harden, romanCodes } from '../../support/files/harden-docx.js'

async function planOf(bytes: Uint8Array, file: string): Promise<Plan> {
  return (await importPlan(sourceOf(file, bytes))).value
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
