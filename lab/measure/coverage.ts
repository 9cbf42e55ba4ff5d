import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { packageRoot } from '../../pipelines/system/package-root.js'

interface Share {
  total: number
  covered: number
}

type Measure = 'lines' | 'branches' | 'functions'
type Summary = Record<Measure, Share>

const measures: Measure[] = ['lines', 'branches', 'functions']

/** The room of a file: `src/tables`, `pipelines/queue`; a file that stands in none counts to its ground. */
function roomOf(file: string): string {
  const [ground = '', room = '', inside] = file.split('/')
  return inside === undefined ? ground : `${ground}/${room}`
}

/** Files → rooms, added up. */
function perRoom(files: Record<string, Summary>): Map<string, Summary> {
  const rooms = new Map<string, Summary>()
  for (const [file, summary] of Object.entries(files)) {
    const name = file === 'total' ? 'all' : roomOf(relative(packageRoot, file))
    const sum = rooms.get(name)
    if (sum === undefined) rooms.set(name, structuredClone(summary))
    else
      for (const measure of measures) {
        sum[measure].total += summary[measure].total
        sum[measure].covered += summary[measure].covered
      }
  }
  return rooms
}

const percent = ({ total, covered }: Share): string =>
  total === 0 ? '–' : `${((100 * covered) / total).toFixed(1)} %`

const files = JSON.parse(readFileSync('coverage/coverage-summary.json', 'utf8')) as Record<string, Summary>
const rooms = [...perRoom(files)].sort(([a], [b]) => (a < b ? -1 : 1))
console.log(['room'.padEnd(22), ...measures.map((measure) => measure.padStart(10))].join(' '))
for (const [name, summary] of rooms)
  console.log(
    [name.padEnd(22), ...measures.map((measure) => percent(summary[measure]).padStart(10))].join(' '),
  )
