import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ExpectedPlan } from '../../schemas/evaluation/expectation.js'
import type { Header } from '../../schemas/plan.js'
import { parseFrameworks, parseRegistry } from '../../src/meaning/index.js'

const root = join(import.meta.dirname, '..', '..')

export function readJson(...path: string[]): unknown {
  return JSON.parse(readFileSync(join(root, ...path), 'utf8'))
}

export const agencyFile = readJson('reference', 'agencies.json')
export const registry = parseRegistry(agencyFile)
export const frameworkFile = readJson('reference', 'frameworks.json')
export const frameworks = parseFrameworks(frameworkFile)

export const plans = ['hai-phong-229-2023', 'gia-nghia-52-2024', 'hung-yen-199-2022', 'ha-noi-157-2023']

export function expectedPlan(name: string): ExpectedPlan {
  return ExpectedPlan.parse(readJson('fixtures', name, 'expected.plan.json'))
}

/** A header that says who plans, for where and when; the rest is blank. */
export function headerOf(facts: Partial<Header>): Header {
  return {
    issuer: null,
    issuerPrinted: null,
    level: null,
    province: null,
    unit: null,
    number: null,
    documentType: 'Kế hoạch',
    place: null,
    issuedOn: null,
    title: null,
    planYears: [],
    signatory: null,
    recipients: [],
    ...facts,
  }
}
