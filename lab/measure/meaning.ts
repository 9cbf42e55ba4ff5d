import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { importPlan, sourceOf } from '../../pipelines/index.js'
import type { Plan } from '../../schemas/plan.js'
import { matchStandards, parseFrameworks, parseRegistry, resolveAgencies } from '../../src/meaning/index.js'
import { written } from '../../src/messages/index.js'

/**
 * Figures of the meaning stage for every plan below the given folders (default: the fixtures): the share of agency
 * mentions with an id, the names without one (`--unknown`), the criteria with a place in an official list, deadlines
 * understood, quantities, facts of the body, rows that became several actions, and issues by severity.
 *
 *   node dist/lab/measure/meaning.js [--unknown] [--rows] [folder…]
 */

const { values, positionals } = parseArgs({
  options: { unknown: { type: 'boolean', default: false }, rows: { type: 'boolean', default: false } },
  allowPositionals: true,
})

const registry = parseRegistry(JSON.parse(readFileSync('reference/agencies.json', 'utf8')))
const frameworks = parseFrameworks(JSON.parse(readFileSync('reference/frameworks.json', 'utf8')))

function sourcesIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sourcesIn(path)
    return /^source\.(?:md|txt|html)$/u.test(entry.name) ? [path] : []
  })
}

function agenciesOf(plan: Pick<Plan, 'appendices'>): { name: string; id: string | null }[] {
  return plan.appendices
    .flatMap(({ criteria }) => criteria.flatMap(({ actions }) => actions))
    .flatMap(({ lead, coordinating, implementing }) => [lead, coordinating, implementing])
    .flatMap((list) => list?.agencies ?? [])
}

function share(part: number, of: number): string {
  return of === 0 ? '–' : `${part}/${of} = ${((100 * part) / of).toFixed(1)} %`
}

/** Deadlines understood, quantities, facts by kind, split rows, issues by severity: one line. */
function contentOf(plan: Plan): string {
  const actions = plan.appendices.flatMap(({ criteria }) => criteria.flatMap((row) => row.actions))
  const deadlines = actions.flatMap(({ deadline }) => deadline?.items ?? [])
  const understood = deadlines.filter(({ kind }) => kind !== 'unknown').length
  const quantities = actions.reduce((sum, action) => sum + action.quantities.length, 0)
  const facts = (['result', 'target', 'assignment'] as const)
    .map((kind) => `${plan.facts.filter((fact) => fact.kind === kind).length} ${kind}s`)
    .join(', ')
  const split = actions.filter(
    ({ sharedFrom }, index) => sharedFrom.length > 0 && actions[index - 1]?.sharedFrom.length === 0,
  ).length
  const issues = (['error', 'warning', 'info'] as const)
    .map((severity) => `${plan.issues.filter((issue) => issue.severity === severity).length} ${severity}`)
    .join(', ')
  return `deadlines ${share(understood, deadlines.length)}, ${quantities} quantities, ${facts}, ${split} rows split, issues ${issues}`
}

const total = { known: 0, mentions: 0, placed: 0, rows: 0, milliseconds: 0 }
for (const path of (positionals.length > 0 ? positionals : ['fixtures']).flatMap(sourcesIn)) {
  const plan = (await importPlan(sourceOf(path, readFileSync(path)))).value
  const start = performance.now()
  const resolved = resolveAgencies(plan, registry)
  const placed = matchStandards(resolved.value, frameworks)
  total.milliseconds += performance.now() - start
  const agencies = agenciesOf(placed.value)
  const known = agencies.filter(({ id }) => id !== null).length
  const rows = placed.value.appendices.flatMap(({ criteria }) => criteria)
  const withPlace = rows.filter(({ standard }) => standard !== null)
  const lists = [...new Set(withPlace.map(({ standard }) => standard?.framework))].join(', ')
  console.log(
    `${path}\n  agencies ${share(known, agencies.length)}, rows ${share(withPlace.length, rows.length)} ${lists}`,
  )
  console.log(`  ${contentOf(plan)}`)
  for (const { message, target } of [...(values.unknown ? resolved.issues : []), ...placed.issues].map(
    written,
  ))
    console.log(`  ${target}: ${message}`)
  if (values.rows)
    for (const { id, name, standard } of rows)
      console.log(
        `  ${id} ${name} → ${standard === null ? '–' : `${standard.framework} ${standard.code} (${standard.similarity})`}`,
      )
  total.known += known
  total.mentions += agencies.length
  total.placed += withPlace.length
  total.rows += rows.length
}
console.log(
  `all: agencies ${share(total.known, total.mentions)}, rows ${share(total.placed, total.rows)}, ${total.milliseconds.toFixed(0)} ms`,
)
