import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { issueSentence, type Language, saying } from '../../src/messages/index.js'
import {
  type PlanSummary,
  type ReportDomain,
  reportPage,
  type SummaryOptions,
  summarise,
} from '../../src/report/index.js'
import { loadFrameworks, loadRegistry, loadReliability } from '../engines/reference.js'
import { corrected } from '../export/corrections-files.js'
import { readOwnFile } from '../system/bounded-files.js'
import type { Values } from '../system/command-values.js'
import { say, spoken } from '../system/speech.js'
import { UsageError } from '../system/spoken-errors.js'
import { writeWhole, writing } from '../system/written-files.js'
import { validatePlan } from '../validate-plan.js'

/** `phuluc report <dir>`: the plans of a folder as one HTML page; plans are read one after another and forgotten. */
export async function runReport(positionals: string[], values: Values): Promise<number> {
  const [folder] = positionals
  if (folder === undefined) throw new UsageError(saying('report.no-folder'))
  const language = spoken()
  const files = await planFiles(folder)
  const reading = readingOf(language)
  const plans: PlanSummary[] = []
  let failed = 0
  for (const file of files) {
    const plan = readPlan(await readOwnFile(join(folder, file)))
    if (plan === null) {
      say(saying('report.left-out', { file }))
      failed++
    } else plans.push(summarise((await corrected(plan, folder, () => undefined)).plan, reading))
  }
  const out = typeof values.out === 'string' ? values.out : join(folder, 'report.html')
  const page = reportPage(plans, { language, domains: reading.domains, reliability: loadReliability() })
  await writing(out, () => writeWhole(out, page), 'again')
  say(saying('plans.count', { count: plans.length, place: out }))
  return failed > 0 ? 1 : 0
}

async function planFiles(folder: string): Promise<string[]> {
  if (!((await stat(folder).catch(() => null))?.isDirectory() ?? false))
    throw new UsageError(saying('report.is-no-folder', { folder }))
  const files = (await readdir(folder)).filter((name) => name.endsWith('.plan.json')).sort()
  if (files.length === 0) throw new UsageError(saying('report.no-plans', { folder }))
  return files
}

function readPlan(text: string): ReturnType<typeof validatePlan>['value'] {
  try {
    return validatePlan(JSON.parse(text)).value
  } catch {
    return null
  }
}

/** What summaries need besides the plans: official domains, names of agencies, issues as sentences. */
export function readingOf(language: Language): SummaryOptions {
  const names = new Map(loadRegistry().agencies.map(({ id, name }) => [id, name]))
  return {
    domains: reportDomains(),
    describe: (issue) => issueSentence(issue, language),
    agencyName: (id) => names.get(id) ?? null,
  }
}

/** The domains of the newest list of every index. */
function reportDomains(): ReportDomain[] {
  const lists = loadFrameworks().lists.map(({ framework }) => framework)
  const newest = lists.filter(
    ({ index, from }) => !lists.some((other) => other.index === index && other.from > from),
  )
  return newest.flatMap(({ index, criteria }) =>
    criteria
      .filter(({ code }) => !code.includes('.'))
      .map(({ code, name }) => ({ key: `${index}/${code}`, index, code, name })),
  )
}
