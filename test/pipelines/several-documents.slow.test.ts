import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { importFolder } from '../../pipelines/batch/batch-import.js'
import { importPlan, importPlans, sourceOf } from '../../pipelines/plan/import-plan.js'
import { Plan } from '../../schemas/plan.js'
import { ImportReport } from '../../schemas/report.js'
import { formWithLetterhead, officialLetter, plainLetter, submission } from '../support/letters.js'

const folder = mkdtempSync(join(tmpdir(), 'phuluc-several-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const read = (file: string): string => readFileSync(join('fixtures', file), 'utf8')
const plansOf = (text: string, name: string, options = {}): Promise<Plan[]> =>
  importPlans(sourceOf(name, Buffer.from(text)), options)

const parts = ['header', 'outline', 'footnotes', 'citations', 'facts', 'appendices', 'quality'] as const

/** With lines and pages counted from where the plan begins. */
function placedFrom(plan: Plan, lines: number, pages = 0): unknown {
  const moved = JSON.stringify(
    parts.map((part) => plan[part]),
    (_, value) => {
      const isPlace = value !== null && typeof value === 'object' && 'bbox' in value
      if (!isPlace) return value
      return {
        page: value.page && value.page - pages,
        line: value.line && value.line - lines,
        bbox: value.bbox,
      }
    },
  )
  return JSON.parse(moved)
}

const lineCount = (text: string): number => text.split('\n').length - 1

describe('a file that holds a letter and a plan', () => {
  const cases: [string, string, string, string][] = [
    ['hai-phong-229-2023/source.md', submission, '245/TTr-SNV', '2023-03-06'],
    ['made/quang-tri-papi-2024/source.md', plainLetter, '1204/UBND-NC', '2022-12-11'],
    ['gia-nghia-52-2024/source.txt', plainLetter, '1204/UBND-NC', '2022-12-11'],
    ['made/hue-kim-long-2026/source.txt', officialLetter, '57/PNV-CCHC', '2023-01-09'],
  ]
  it.each(cases)('gives the plan of %s, its places those of the file', async (file, letter, number, date) => {
    const name = file.endsWith('.md') ? 'plan.md' : 'plan.txt'
    const [alone] = await plansOf(read(file), name)
    const [plan, ...more] = await plansOf(letter + read(file), name)
    expect(more).toEqual([])
    expect(placedFrom(plan as Plan, lineCount(letter))).toEqual(placedFrom(alone as Plan, 0))
    expect(plan?.accompanying).toMatchObject([{ number, issuedOn: date }])
    expect(Plan.parse(plan).source.part).toMatchObject({ ordinal: 1, of: 1 })
    expect(plan?.issues.filter(({ code }) => code === 'several-documents')).toHaveLength(1)
  })

  it('keeps every word of the letter, and says where it stands', async () => {
    const [plan] = await plansOf(submission + read('ha-noi-157-2023/source.md'), 'plan.md')
    const kept = plan?.accompanying?.[0]?.texts.map(({ text }) => text).join(' ') ?? ''
    const words = submission.replace(/<br>|[*|]|---/gu, ' ').split(/\s+/u)
    for (const word of words) expect(kept).toContain(word.replace(/^-(?=\p{L})/u, ''))
    expect(JSON.stringify([plan?.outline, plan?.facts, plan?.citations])).not.toContain('198/SNV-CCHC')
    const told = plan?.issues.find(({ code }) => code === 'several-documents')
    expect(told?.message).toContain('Tờ trình 245/TTr-SNV, lines 1 to 15')
  })

  it.each(['docx', 'pdf'])('is cut as a %s file, too', async (format) => {
    const bytes = readFileSync(`fixtures/papers/bundle/letter-and-plan.${format}`)
    const plan = (await importPlan(sourceOf('bundle', bytes))).value
    const twin = readFileSync(`fixtures/papers/gia-nghia-52-2024/source.${format}`)
    const alone = (await importPlan(sourceOf('alone', twin))).value
    expect(plan.header).toEqual(alone.header)
    expect(plan.accompanying?.map(({ type, number }) => [type, number])).toEqual([['Tờ trình', '18/TTr-PNV']])
    const offset = (plan.source.part?.from.line ?? 0) - 2
    expect(placedFrom(plan, format === 'pdf' ? 0 : offset, 1)).toEqual(placedFrom(alone, 0))
  })

  it('is one document with --separate', async () => {
    const [plan] = await plansOf(submission + read('hai-phong-229-2023/source.md'), 'plan.md', {
      separate: true,
    })
    expect(plan?.header.documentType).toBe('Tờ trình')
    expect(plan?.accompanying).toBeUndefined()
  })
})

describe('appendices and forms with a letterhead', () => {
  const plan = read('held-out/lang-son-so-gtvt-2023/source.md')

  it.each([
    [
      'an appendix that repeats issuer and motto',
      '| UBND TỈNH LẠNG SƠN<br>**SỞ GIAO THÔNG VẬN TẢI** | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**<br>**Độc lập - Tự do - Hạnh phúc** |\n|---|---|\n\n**PHỤ LỤC**',
    ],
    [
      'an appendix that repeats number and date as well',
      '| UBND TỈNH LẠNG SƠN<br>**SỞ GIAO THÔNG VẬN TẢI** | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**<br>**Độc lập - Tự do - Hạnh phúc** |\n|---|---|\n| Số: 41/KH-SGTVT | *Lạng Sơn, ngày 14 tháng 3 năm 2023* |\n\n**PHỤ LỤC**',
    ],
  ])('%s stays with its plan', async (_, repeated) => {
    const label = /\*\*PHỤ LỤC[^\n]*/u.exec(plan)?.[0] ?? ''
    expect(label).not.toBe('')
    const plans = await plansOf(
      plan.replace(label, () => repeated.replace('**PHỤ LỤC**', label)),
      'plan.md',
    )
    const [alone] = await plansOf(plan, 'plan.md')
    expect(plans).toHaveLength(1)
    expect(plans[0]?.source.part).toBeUndefined()
    expect(plans[0]?.header).toEqual(alone?.header)
    expect(plans[0]?.appendices.flatMap(({ criteria }) => criteria.map(({ id }) => id))).toEqual(
      alone?.appendices.flatMap(({ criteria }) => criteria.map(({ id }) => id)),
    )
  })

  it('a form to be filled in stays with its plan', async () => {
    for (const form of [formWithLetterhead, formWithLetterhead.replace(/^.*\n\n/u, '')])
      expect((await plansOf(plan + form, 'plan.md')).map(({ source }) => source.part)).toEqual([undefined])
  })
})

describe('a file that holds two plans', () => {
  const first = read('held-out/lang-son-so-gtvt-2023/source.md')
  const second = read('made/ha-noi-so-noi-vu-sipas-2025/source.md')

  it('gives both, each as if it stood alone', async () => {
    const plans = await plansOf(`${first}\n${second}`, 'plans.md')
    const alone = [...(await plansOf(first, 'plans.md')), ...(await plansOf(second, 'plans.md'))]
    expect(plans.map(({ id }) => id)).toEqual(alone.map(({ id }) => id))
    for (const [index, plan] of plans.entries())
      expect(placedFrom(plan, index === 0 ? 0 : lineCount(first) + 1)).toEqual(
        placedFrom(alone[index] as Plan, 0),
      )
    expect(plans.map(({ source }) => source.part?.ordinal)).toEqual([1, 2])
    expect(
      plans.map(({ issues }) => issues.filter(({ code }) => code === 'several-documents').length),
    ).toEqual([1, 1])
  })

  it('writes both, reports both, and knows them again', async () => {
    const input = join(folder, 'in')
    mkdirSync(input)
    writeFileSync(join(input, 'hai kế hoạch.md'), `${submission}${first}\n${second}`)
    writeFileSync(join(input, 'lạng sơn.md'), first)
    const out = join(folder, 'out')
    for (const resumed of [false, true]) {
      const known: boolean[] = []
      for await (const event of importFolder([input], { out, resume: true, jobs: 1 }))
        if (event.type === 'finished') known.push(event.resumed)
      expect(known).toEqual([resumed, resumed])
      const report = ImportReport.parse(JSON.parse(readFileSync(join(out, 'import-report.json'), 'utf8')))
      expect(report.totals).toMatchObject({ inputs: 2, furtherPlans: 1, twins: 1 })
      expect(report.entries.map(({ file, ordinal, outcome }) => [file, ordinal, outcome])).toEqual([
        ['hai kế hoạch.md', 1, 'imported'],
        ['hai kế hoạch.md', 2, 'imported'],
        ['lạng sơn.md', 1, 'twin'],
      ])
      const files = readdirSync(out).filter((name) => name.endsWith('.plan.json'))
      expect(files.sort()).toEqual([...new Set(report.entries.map(({ plan }) => plan))].sort())
    }
    // A plan that was taken away is made again, though it is not the file's first.
    const lost = readdirSync(out).find((name) => name.includes('ha-noi')) ?? ''
    rmSync(join(out, lost))
    for await (const _ of importFolder([input], { out, resume: true, jobs: 1 }));
    expect(readdirSync(out)).toContain(lost)
  })
})

describe('a decision and the plan that it issues', () => {
  const plan = read('made/quang-tri-papi-2024/source.md')
  const decision = submission
    .replace('245/TTr-SNV', '310/QĐ-UBND')
    .replace('TỜ TRÌNH', 'QUYẾT ĐỊNH')
    .replace('Về việc ban', 'Ban')

  it('are two documents where the plan has a number of its own', async () => {
    const numbered = plan.replace(/Số: +\/KH-UBND/u, 'Số: 61/KH-UBND')
    const [own, ...more] = await plansOf(decision + numbered, 'plan.md')
    expect(more).toEqual([])
    expect(own?.header.number).toBe('61/KH-UBND')
    expect(own?.accompanying?.map(({ type }) => type)).toEqual(['Quyết định'])
  })

  it('are one where the plan has none, under the number of the decision', async () => {
    const text = read('made/can-tho-ninh-kieu-2025/source.txt')
    const [alone] = await plansOf(text, 'plan.txt')
    const [own, ...more] = await plansOf(officialLetter + text, 'plan.txt')
    expect(more).toEqual([])
    expect(own?.header).toEqual(alone?.header)
    expect(own?.header.documentType).toBe('Quyết định')
    expect(own?.accompanying?.map(({ type }) => type)).toEqual(['Công văn'])
  })
})
