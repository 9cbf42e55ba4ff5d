import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ExpectedPlan } from '../../schemas/evaluation/expectation.js'
import { paperOf } from './paper.js'
import { makeAllScans, makeSample } from './scans/make-scans.js'
import { type PaperStyle, styleOf } from './style.js'

/**
 * Sets every fixture's expected plan as a Word file and as the PDF that LibreOffice prints of it: papers of which the
 * right reading is known. npm run make-papers -- [--fixtures fixtures] [--out fixtures/papers] [--only part-of-name]
 * With --scans: scans of those papers, which needs poppler and not LibreOffice.
 */
const { values } = parseArgs({
  options: {
    fixtures: { type: 'string', default: 'fixtures' },
    out: { type: 'string', default: 'fixtures/papers' },
    only: { type: 'string', default: '' },
    /** A style's fields as JSON, to set papers otherwise than the committed ones. */
    style: { type: 'string', default: '{}' },
    /** Scans of the papers in --out instead: the committed sample, or with --all every kind into <out>/scans. */
    scans: { type: 'boolean', default: false },
    all: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
  },
})

if (values.scans) {
  const into = join(values.out, 'scans')
  if (values.all) await makeAllScans(values.out, into, values.only, Number(values.seed))
  else await makeSample(values.out, into)
  process.exit()
}

const over = JSON.parse(values.style) as Partial<PaperStyle>
for (const name of readdirSync(values.fixtures).sort()) {
  const file = join(values.fixtures, name, 'expected.plan.json')
  if (!name.includes(values.only) || !existsSync(file)) continue
  const plan = ExpectedPlan.parse(JSON.parse(readFileSync(file, 'utf8')))
  const folder = join(values.out, name)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'source.docx'), paperOf(plan, styleOf(name, over)))
  convert(folder)
  console.log(`${folder}: source.docx, source.pdf`)
}

/** Without tags: nothing but text and rules has to be kept. */
function convert(folder: string): void {
  const filter = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"false"}}'
  execFileSync(
    'soffice',
    ['--headless', '--convert-to', filter, '--outdir', folder, join(folder, 'source.docx')],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
}
