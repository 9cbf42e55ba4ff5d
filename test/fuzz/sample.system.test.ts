import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { breachesOf } from '../../lab/fuzz/invariants.js'
import { mutantOf } from '../../lab/fuzz/mutants.js'
import { runFuzz } from '../../lab/fuzz/run-fuzz.js'
import { seedsOf } from '../../lab/fuzz/seeds.js'
import { importText } from '../support/import-text.js'

const out = mkdtempSync(join(tmpdir(), 'phuluc-fuzz-'))
afterAll(() => rmSync(out, { recursive: true }))

const worker = new URL('../../dist/lab/fuzz/fuzz-worker.js', import.meta.url)

/** A sample of `npm run fuzz`, a different one for every format; the whole is in docs/RELIABILITY.md. */
describe('changed real files', () => {
  it.each([
    ['md', 30],
    ['html', 25],
    ['txt', 30],
    ['ocr-text', 15],
    ['docx', 25],
    ['xlsx', 30],
    ['pdf', 25],
    ['image', 20],
  ] as const)('%s: %i give a whole plan or a refusal', async (format, count) => {
    const figures = await runFuzz({ format, seed: 2026, first: 0, count, jobs: 1, out, worker })
    expect(figures.faults).toEqual([])
    expect(figures.mutants).toBe(count)
  })

  it('leave nothing half-written', () => {
    const plans = join(out, 'plans')
    for (const name of readdirSync(plans)) {
      expect(name).toMatch(/\.plan\.json$/u)
      JSON.parse(readFileSync(join(plans, name), 'utf8'))
    }
  })

  it('are the same for the same seed, whenever they are made', async () => {
    const seeds = await seedsOf('docx')
    vi.useFakeTimers({ now: new Date('2026-01-01T10:00:00') })
    const early = mutantOf('docx', 5, 17, seeds)
    vi.setSystemTime(new Date('2026-11-21T16:30:00'))
    expect(mutantOf('docx', 5, 17, seeds)).toEqual(early)
    vi.useRealTimers()
    expect(mutantOf('docx', 5, 17, seeds)).not.toEqual(mutantOf('docx', 6, 17, seeds))
  })
})

describe('the promises that are checked', () => {
  it('see a text that is not in NFC and characters that nobody missed', async () => {
    const plan = await importText(
      'KẾ HOẠCH\n\nCải cách năm 2024\n\nPHỤ LỤC 1\n\nSTT\tNhiệm vụ\tThời gian\n1\tRà soát\tQuý I',
    )
    expect(breachesOf(plan)).toEqual([])
    plan.header.title = 'Cải cách'.normalize('NFD')
    plan.quality.unplacedCharacters = 12
    expect(breachesOf(plan)).toEqual([
      'a text is not in NFC',
      '12 characters unplaced, and no issue says so',
      '12 characters are said to be unplaced, 0 are missing',
    ])
  })
})
