import {
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import PDFDocument from 'pdfkit'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../pipelines/queue/database.js'
import { openJobs } from '../../pipelines/queue/jobs.js'
import { bury } from '../../pipelines/queue/stored-documents.js'
import { packageRoot } from '../../pipelines/system/package-root.js'
import type { ImportReport } from '../../schemas/report.js'
import { cuttableLine } from '../support/cuttable-line.js'
import { hasPostgres, type PrivatePostgres, query, secret, startPostgres } from '../support/postgres.js'
import { type Ran, type Running, phuluc as runProgram, startPhuluc } from '../support/program.js'

const folder = mkdtempSync(join(tmpdir(), 'phuluc-queue-'))
const texts = ['gia-nghia-52-2024/source.txt', 'hung-yen-199-2022/source.md', 'ha-noi-157-2023/source.md']

/** All that any run printed: the password must not be there. */
let printed = ''

function phuluc(...args: string[]): Ran {
  const run = runProgram(...args)
  printed += run.out + run.err
  return run
}

function startWorker(url: string): Running {
  const worker = startPhuluc({}, 'worker', '--queue', url, '--jobs', '1', '--once', '--lease', '2')
  worker.ended.then(() => {
    printed += worker.said()
  })
  return worker
}

/** Waits until a worker holds a job. */
async function untilAtWork(url: string, pid: number | undefined): Promise<void> {
  const held = `SELECT 1 FROM phuluc.holds WHERE worker LIKE '%:${pid}'`
  while ((await query(url, held)).length === 0) await sleep(20)
}

/** What an import promises to be the same: plans and report, not times and journal. */
function results(out: string): Record<string, string> {
  const names = readdirSync(out).filter((name) => /plan\.json$|report\.json$/u.test(name))
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(out, name), 'utf8')]))
}

function writeVariations(to: string, copies: number): void {
  mkdirSync(to)
  for (const name of texts)
    for (let copy = 1; copy <= copies; copy++) {
      const text = readFileSync(join(packageRoot, 'fixtures', name), 'utf8')
      const [, ending] = name.split('.')
      writeFileSync(join(to, `${name.split('/')[0]}-${copy}.${ending}`), `${text}\n\nBản sao số ${copy}.\n`)
    }
  writeFileSync(join(to, 'trống.txt'), '')
  const two = ['held-out/lang-son-so-gtvt-2023', 'made/ha-noi-so-noi-vu-sipas-2025']
  const plans = two.map((name) => readFileSync(join(packageRoot, 'fixtures', name, 'source.md'), 'utf8'))
  writeFileSync(join(to, 'hai kế hoạch.md'), plans.join('\n'))
}

/** Two short scanned pages, cut out of one. */
async function writeScan(file: string): Promise<void> {
  const page = join(packageRoot, 'fixtures/papers/scans/ha-noi-faint-150.jpg')
  const { width, height } = await sharp(page).metadata()
  const pdf = new PDFDocument({ autoFirstPage: false, info: { CreationDate: new Date(0) } })
  const written = new Promise<void>((resolve) => {
    pdf.pipe(createWriteStream(file)).on('finish', () => resolve())
  })
  for (let part = 0; part < 2; part++) {
    const size = { width, height: Math.floor(height / 8) }
    const strip = await sharp(page)
      .extract({ left: 0, top: part * size.height, ...size })
      .png()
      .toBuffer()
    pdf.addPage({ size: [(size.width * 72) / 150, (size.height * 72) / 150], margin: 0 })
    pdf.image(strip, 0, 0, { width: (size.width * 72) / 150 })
  }
  pdf.end()
  await written
}

describe.skipIf(!hasPostgres)('a queue in PostgreSQL', () => {
  let postgres: PrivatePostgres
  beforeAll(async () => {
    postgres = await startPostgres()
  })
  afterAll(() => {
    postgres?.stop()
    rmSync(folder, { recursive: true, force: true })
    expect(printed).not.toContain(secret)
    expect(printed).not.toContain(encodeURIComponent(secret))
  })

  it('writes nothing that a stranger put into the tables, names who stored it, and all else', async () => {
    const url = await postgres.emptyDatabase('strangers')
    const input = join(folder, 'của người lạ')
    mkdirSync(input)
    for (const [index, name] of ['a.md', 'b.md', 'c.md', 'd.md', 'e.md'].entries())
      writeFileSync(
        join(input, name),
        `KẾ HOẠCH\nCải cách hành chính năm ${2020 + index}\n\nViệc thứ ${index}.\n`,
      )
    phuluc('import', input, '--queue', url)
    expect(await startWorker(url).ended).toBe(0)
    const change = (file: string, set: string) =>
      query(url, `UPDATE phuluc.documents d SET ${set}, finished_by = 'mallory:1' WHERE file = '${file}'`)
    const outcome = (path: string, value: string) =>
      `outcome = jsonb_set(outcome::jsonb, '${path}', '${value}')::json`
    await change('a.md', `plan_file = '\\x1f8b08000000000000000000'`)
    await change('b.md', outcome('{entry,planId}', '"../../ra-ngoai"'))
    await change('c.md', `plan_file = (SELECT plan_file FROM phuluc.documents WHERE file = 'e.md')`)
    await change('d.md', outcome('{entry,plan}', '"../../ra-ngoai.plan.json"'))
    const out = join(folder, 'x', 'y', 'từ người lạ')
    const run = phuluc('queue', 'results', '--queue', url, '--out', out)
    expect(run.code).toBe(1)
    const { entries } = JSON.parse(readFileSync(join(out, 'import-report.json'), 'utf8')) as ImportReport
    expect(entries.map(({ outcome: became }) => became)).toEqual([
      'failed',
      'failed',
      'failed',
      'failed',
      'imported',
    ])
    for (const { failure } of entries.slice(0, 4)) expect(failure?.message).toContain('mallory:1')
    expect(readdirSync(out).filter((name) => name.endsWith('.plan.json'))).toEqual([entries[4]?.plan])
    expect(
      readdirSync(join(folder, 'x'), { recursive: true, encoding: 'utf8' }).filter((name) =>
        name.includes('ra-ngoai'),
      ),
    ).toEqual([])
  })

  it('loses nothing and does nothing twice, though one of three workers is killed and one is cut off', async () => {
    const url = await postgres.emptyDatabase('three')
    const input = join(folder, 'kế hoạch')
    writeVariations(input, 2)
    phuluc('import', input, '--out', join(folder, 'local'))
    expect(phuluc('import', input, '--queue', url).err).toContain('8 documents, 8 of them new')
    expect(phuluc('import', input, '--queue', url).err).toContain('8 documents, 0 of them new')
    expect(phuluc('queue', 'status', '--queue', url).out).toContain('waiting 8, active 0, done 0')

    const line = await cuttableLine(postgres.port)
    const cut = startWorker(url.replace(`:${postgres.port}`, `:${line.port}`))
    await untilAtWork(url, cut.process.pid)
    line.cut()
    const killed = startWorker(url)
    await untilAtWork(url, killed.process.pid)
    killed.process.kill('SIGKILL')
    const steady = startWorker(url)
    while (!cut.said().includes('cannot be reached')) await sleep(50)
    line.mend()
    expect(await steady.ended).toBe(0)
    expect(await cut.ended).toBe(0)
    expect(await killed.ended).toBe(null)
    line.close()
    expect(cut.said()).toMatch(/cannot be reached: .* It is tried again/u)

    const out = join(folder, 'from-queue')
    expect(phuluc('queue', 'results', '--queue', url, '--out', out).code).toBe(1)
    expect(results(out)).toEqual(results(join(folder, 'local')))
    const done = await query(
      url,
      `SELECT count(*)::int AS jobs, count(DISTINCT data ->> 'document')::int AS documents
       FROM phuluc_jobs.job WHERE state = 'completed' AND name NOT LIKE '\\_\\_%'`,
    )
    expect(done).toEqual([{ jobs: 8, documents: 8 }])
    expect(await query(url, 'SELECT * FROM phuluc.holds')).toEqual([])
    const both = await query(
      url,
      `SELECT r.plan, p.id FROM phuluc.report r JOIN phuluc.plans p USING (plan_key) WHERE r.file = 'hai kế hoạch.md' AND batch_number = 1 ORDER BY r.plan`,
    )
    expect(both.map(({ plan, id }) => `${plan} ${id}`)).toEqual([
      expect.stringMatching(/^1 lang-son-/u),
      expect.stringMatching(/^2 ha-noi-/u),
    ])
    const status = phuluc('queue', 'status', '--queue', url).out
    expect(status).toContain('8 of 8 documents finished (100 %)')
    expect(status).toContain('done 7, failed 1, dead 0')
  })

  it('recognises a long scan in parts, to the same bytes', async () => {
    const url = await postgres.emptyDatabase('scan')
    const file = join(folder, 'quét.pdf')
    await writeScan(file)
    phuluc('import', file, '--queue', url, '--pages-per-job', '1')
    expect(await startWorker(url).ended).toBe(0)
    expect(await query(url, 'SELECT first, last FROM phuluc.page_ranges ORDER BY first')).toEqual([
      { first: 1, last: 1 },
      { first: 2, last: 2 },
    ])
    phuluc('queue', 'results', '--queue', url, '--out', join(folder, 'parts'))
    phuluc('import', file, '--out', join(folder, 'whole'))
    expect(results(join(folder, 'parts'))).toEqual(results(join(folder, 'whole')))
  })

  it('takes a job away from a silent holder, and buries one that was lost again and again', async () => {
    const url = await postgres.emptyDatabase('lost')
    const file = join(folder, 'a.txt')
    writeFileSync(file, 'KẾ HOẠCH\n\nThanh tra năm 2024\n\nCác đơn vị thực hiện.')
    phuluc('import', file, '--queue', url)
    const database = openDatabase(url)
    const jobs = await openJobs(database, 1)
    try {
      for (let attempt = 1; attempt <= 5; attempt++) {
        const held = await jobs.take('silent')
        await sleep(10)
        await jobs.takeAwayLapsed()
        expect(held !== null && (await jobs.finish(held, async () => expect.unreachable()))).toBe(false)
      }
      expect(await jobs.take('silent')).toBe(null)
      await jobs.buryDead((sql, job) => bury(sql, jobs, job))
    } finally {
      await jobs.close()
      await database.close()
    }
    expect(phuluc('queue', 'status', '--queue', url).out).toContain('done 0, failed 0, dead 1')
    const out = join(folder, 'dead')
    expect(phuluc('queue', 'results', '--queue', url, '--out', out).code).toBe(1)
    expect(readFileSync(join(out, 'import-report.json'), 'utf8')).toContain(
      'every worker that took it was lost',
    )
    expect(phuluc('queue', 'retry', '--queue', url).err).toBe('1 documents are tried again.\n')
    expect(phuluc('worker', '--queue', url, '--once').code).toBe(0)
    expect(phuluc('queue', 'results', '--queue', url, '--out', out).code).toBe(0)
  })

  it('says what is wrong in one line', async () => {
    const url = await postgres.emptyDatabase('nothing')
    expect(phuluc('queue', 'status', '--queue', url)).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^phuluc: .* holds no tables of phuluc yet\..*--queue.*\n$/u),
    })
    expect(phuluc('worker', '--queue', 'mysql://x')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^phuluc: .*write postgres:\/\/.*\n$/u),
    })
    expect(phuluc('worker', '--queue', url.replace(/:[^:@]*@/u, '@'), '--once')).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^phuluc: .*asks for a password\..*\n$/u),
    })
  })
})
