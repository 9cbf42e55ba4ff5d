import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { pageEngines } from '../../../pipelines/engines/pages.js'
import { pgmOf } from '../../../pipelines/engines/tesseract.js'
import { importPlan, openRecognition, type RecognitionOptions, sourceOf } from '../../../pipelines/index.js'
import { preparePage } from '../../../src/extract/image/prepare/prepare-page.js'
import { openPainter } from '../../../src/extract/index.js'

/** Seconds by the clock, and of the processors' work. */
interface Time {
  wall: number
  work: number
}

interface Way {
  name: string
  run(): Promise<Time | null>
  close(): Promise<void>
}

/**
 * Seconds a page of a scan's first pages, by the clock and by the processors' work: with one worker and two, with a
 * native tesseract inside, and a native tesseract alone, which reads the straightened pages with the same model and
 * gives text without tables. One way after the other in every round, so that whatever else the machine does hits all.
 */
export async function engineSpeed(file: string, pages: number, rounds: number): Promise<string[][]> {
  const ways: Way[] = [
    whole('tesseract.js, one worker', file, pages, { workers: 1 }),
    whole('tesseract.js, two workers', file, pages, { workers: 2 }),
    whole('native tesseract inside, one process', file, pages, { engine: 'native', workers: 1 }),
    await alone(file, pages),
  ]
  const times = ways.map((): Time => ({ wall: 0, work: 0 }))
  const failed = new Set<number>()
  // The first round starts the engines and is not counted.
  for (let round = 0; round <= rounds; round++)
    for (const [index, way] of ways.entries()) {
      const time = await way.run()
      if (time === null) failed.add(index)
      else if (round > 0) {
        const sum = times[index] as Time
        sum.wall += time.wall
        sum.work += time.work
      }
    }
  for (const way of ways) await way.close()
  const share = (seconds: number): string =>
    Number.isNaN(seconds) ? 'unknown' : (seconds / rounds / pages).toFixed(2)
  return [
    ['way', 'seconds/page', "processors' seconds/page"],
    ...ways.map(({ name }, index) => {
      const { wall, work } = times[index] as Time
      return failed.has(index) ? [name, 'not installed', ''] : [name, share(wall), share(work)]
    }),
  ]
}

/** A whole import: painting, tables, numbers, words. */
function whole(name: string, file: string, pages: number, options: RecognitionOptions): Way {
  const recogniser = openRecognition(options)
  const source = sourceOf(file, readFileSync(file))
  return {
    name,
    run: async () => {
      const [start, work] = [performance.now(), process.cpuUsage()]
      const wanted = { recogniser, repair: 'never', pages: { first: 1, last: pages } } as const
      const { issues } = (await importPlan(source, wanted)).value
      const { user, system } = process.cpuUsage(work)
      if (issues.some(({ code }) => code === 'unreadable')) return null
      return { wall: (performance.now() - start) / 1000, work: (user + system) / 1e6 + childrenOf(options) }
    },
    close: () => recogniser.close(),
  }
}

/** What child processes worked is not known to Node.js. */
function childrenOf({ engine }: RecognitionOptions): number {
  return engine === 'native' ? Number.NaN : 0
}

async function alone(file: string, pages: number): Promise<Way> {
  const folder = mkdtempSync(join(tmpdir(), 'phuluc-alone-'))
  const model = dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/vie/package.json'))
  const packed = readFileSync(join(model, '4.0.0_best_int', 'vie.traineddata.gz'))
  writeFileSync(join(folder, 'vie.traineddata'), gunzipSync(packed))
  const pictures: string[] = []
  const painter = await openPainter(sourceOf(file, readFileSync(file)), 200, pageEngines())
  for (let number = 1; number <= pages; number++) {
    const painted = await painter?.paint(number)
    if (painted === null || painted === undefined) continue
    const picture = join(folder, `${number}.pgm`)
    writeFileSync(picture, pgmOf(preparePage(painted.image, painted.dpi).grey))
    pictures.push(picture)
  }
  await painter?.close()
  return {
    name: 'native tesseract alone, text without tables',
    run: async () => readAlone(folder, pictures),
    close: async () => rmSync(folder, { recursive: true }),
  }
}

/** One process a page, one thread each; the shell says what they worked. */
function readAlone(folder: string, pictures: readonly string[]): Time | null {
  const script =
    'for f in "$@"; do tesseract "$f" - --dpi 200 -l vie --tessdata-dir "$0" >/dev/null 2>&1 || exit 1; done; times'
  const env = { ...process.env, OMP_THREAD_LIMIT: '1' }
  const start = performance.now()
  const { status, stdout } = spawnSync('bash', ['-c', script, folder, ...pictures], { env, encoding: 'utf8' })
  if (status !== 0) return null
  const children = stdout.trim().split('\n').at(-1) ?? ''
  const work = [...children.matchAll(/(\d+)m([\d.]+)s/gu)].reduce(
    (sum, [, m, s]) => sum + 60 * Number(m) + Number(s),
    0,
  )
  return { wall: (performance.now() - start) / 1000, work }
}
