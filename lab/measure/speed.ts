import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { importPlan, sourceOf } from '../../pipelines/plan/import-plan.js'
import { packageRoot } from '../../pipelines/system/package-root.js'

/**
 * Speed as ratios in one run: text of 84 KB to plan JSON against what remark-parse alone needs for the same file
 * (warm), and the import of the four plans in one process against an idle Node process.
 */
const plans = [
  'hai-phong-229-2023/source.md',
  'gia-nghia-52-2024/source.txt',
  'hung-yen-199-2022/source.md',
  'ha-noi-157-2023/source.md',
]

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}

async function warmRatio(): Promise<void> {
  const file = join(packageRoot, 'fixtures', plans[0] ?? '')
  const source = sourceOf('source.md', readFileSync(file))
  const text = Buffer.from(source.bytes).toString('utf8')
  const remark = unified().use(remarkParse)
  const parse: number[] = []
  const plan: number[] = []
  for (let round = 0; round < 40; round++) {
    let start = performance.now()
    remark.parse(text)
    parse.push(performance.now() - start)
    start = performance.now()
    JSON.stringify((await importPlan(source)).value)
    plan.push(performance.now() - start)
  }
  const [parsed, planned] = [median(parse.slice(10)), median(plan.slice(10))]
  console.log(
    `text to plan JSON, 84 KB, warm: ${planned.toFixed(1)} ms; remark-parse alone ${parsed.toFixed(1)} ms; ratio ${(planned / parsed).toFixed(2)} (at most 6)`,
  )
}

function processSeconds(args: string[]): number {
  const runs = Array.from({ length: 5 }, () => {
    const start = performance.now()
    execFileSync(process.execPath, args, { stdio: 'ignore' })
    return (performance.now() - start) / 1000
  })
  return median(runs)
}

function coldImport(): void {
  const idle = processSeconds(['-e', '0'])
  const cli = join(packageRoot, 'dist', 'pipelines', 'cli.js')
  const files = plans.map((plan) => join(packageRoot, 'fixtures', plan))
  const all = processSeconds([cli, 'import', ...files, '--out', join(packageRoot, 'out', 'bench')])
  const bound = 3 * idle + 1
  console.log(
    `import of four plans in one process: ${all.toFixed(2)} s; node -e 0 ${idle.toFixed(3)} s; bound 3 × that + 1 s = ${bound.toFixed(2)} s`,
  )
}

await warmRatio()
coldImport()
