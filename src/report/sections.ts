import type { Reliability } from '../../schemas/evaluation/reliability.js'
import { barChart, reliabilityChart } from './charts.js'
import { type Html, html } from './html.js'
import type { PlanSummary, ReportDomain } from './summary.js'
import type { Words } from './words.js'

const listedAgencies = 25

/** A table with a caption, a header row of column headers, and the first cell of every row as row header. */
function dataTable(
  caption: string,
  headers: readonly string[],
  rows: readonly (readonly (Html | string | number)[])[],
): Html {
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${caption}"><table><caption>${caption}</caption><thead><tr>${headers.map(
    (header) => html`<th scope="col">${header}</th>`,
  )}</tr></thead><tbody>${rows.map(
    ([first = '', ...cells]) =>
      html`<tr><th scope="row">${first}</th>${cells.map((cell) => (isCell(cell) ? cell : html`<td>${cell}</td>`))}</tr>`,
  )}</tbody></table></div>`
}

function isCell(cell: Html | string | number): cell is Html {
  return typeof cell === 'object' && cell.markup.startsWith('<td')
}

function section(id: string, title: string, ...content: Html[]): Html {
  return html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>${content}</section>`
}

/** The plans by name, each with what was read and how sure it is. */
export function qualitySection(plans: readonly PlanSummary[], words: Words): Html {
  const names = words.columns
  const rows = plans.map((plan) => [
    plan.id,
    plan.issuer,
    plan.year ?? '–',
    plan.route,
    plan.criteria,
    plan.actions,
    html`<td><span class="meter" aria-hidden="true"><span style="width:${Math.round(plan.confidence * 100)}%"></span></span> ${decimal(plan.confidence, 2, words)}</td>`,
    plan.needsReview ? html`<td><strong>${words.yes}</strong></td>` : words.no,
    plan.issueCount,
  ])
  const headers = [
    names.plan,
    names.issuer,
    names.year,
    names.route,
    names.criteria,
    names.actions,
    names.confidence,
    names.review,
    names.issues,
  ]
  return section('quality', words.quality, dataTable(words.quality, headers, rows))
}

/** Provinces × official domains, how many tasks: a heat map whose numbers are printed too, so that it reads without colour. */
export function coverageSection(
  plans: readonly PlanSummary[],
  domains: readonly ReportDomain[],
  words: Words,
): Html {
  const used = domains.filter(({ key }) => plans.some((plan) => (plan.coverage[key] ?? 0) > 0))
  const keys = [...used.map(({ key }) => key), 'other']
  const provinces = sumBy(
    plans,
    ({ province }) => province,
    ({ coverage }) => coverage,
  )
  const most = Math.max(1, ...provinces.flatMap(([, counts]) => used.map(({ key }) => counts[key] ?? 0)))
  const rows = provinces.map(([province, counts]) => [
    province,
    ...keys.map((key) => heatCell(counts[key] ?? 0, most)),
  ])
  const headers = [
    words.columns.province,
    ...used.map(({ index, code }) => `${shortIndex(index)} ${code}`),
    words.columns.other,
  ]
  const legend = html`<dl class="legend">${used.map(
    ({ index, code, name }) => html`<div><dt>${shortIndex(index)} ${code}</dt><dd>${name}</dd></div>`,
  )}</dl>`
  return section(
    'coverage',
    words.coverage,
    html`<p>${words.coverageNote}</p>`,
    html`<div class="heats">${dataTable(words.coverage, headers, rows)}</div>`,
    legend,
  )
}

function shortIndex(index: string): string {
  return index === 'PAR_INDEX' ? 'PAR' : index
}

/** Five steps of shade; the text turns white where the ground is dark, so that the contrast stays above 4.5. */
function heatCell(count: number, most: number): Html {
  const step = count === 0 ? 0 : Math.min(5, 1 + Math.floor((4 * count) / most))
  return html`<td class="heat heat${step}">${count === 0 ? '·' : count}</td>`
}

export function agencySection(plans: readonly PlanSummary[], words: Words): Html {
  const counts = new Map<string, { name: string; tasks: number }>()
  for (const plan of plans)
    for (const [key, { name, tasks }] of Object.entries(plan.agencies)) {
      const entry = counts.get(key) ?? { name, tasks: 0 }
      counts.set(key, { name: entry.name, tasks: entry.tasks + tasks })
    }
  const sorted = [...counts.values()].sort((a, b) => b.tasks - a.tasks || (a.name < b.name ? -1 : 1))
  const bars = sorted
    .slice(0, listedAgencies)
    .map(({ name, tasks }) => ({ label: name, value: tasks, text: String(tasks) }))
  const rows = sorted.slice(0, listedAgencies).map(({ name, tasks }) => [name, tasks])
  return section(
    'agencies',
    words.agencies,
    barChart(bars, words.agencies),
    folded(words, dataTable(words.agencies, [words.columns.agency, words.columns.tasks], rows)),
  )
}

export function dueSection(plans: readonly PlanSummary[], words: Words): Html {
  const counts = new Map<string, number>()
  for (const { due } of plans)
    for (const [key, tasks] of Object.entries(due)) counts.set(key, (counts.get(key) ?? 0) + tasks)
  const order = [...counts].sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
  const rows = order.map(([key, tasks]): [string, number] => [dueName(key, words), tasks])
  return section(
    'due',
    words.due,
    barChart(
      rows.map(([label, value]) => ({ label, value, text: String(value) })),
      words.due,
    ),
    folded(words, dataTable(words.due, [words.columns.when, words.columns.tasks], rows)),
  )
}

/** Quarters come first, in time. */
function rank(key: string): number {
  return /^\d/u.test(key) ? 0 : 1
}

function dueName(key: string, words: Words): string {
  const quarter = /^(\d+)-Q(\d)$/u.exec(key)
  if (quarter === null) return words.due_[key] ?? key
  return words.quarter(quarter[1] ?? '', quarter[2] ?? '')
}

export function scoreSection(
  plans: readonly PlanSummary[],
  domains: readonly ReportDomain[],
  words: Words,
): Html | null {
  const scored = plans.filter(({ scores }) => Object.keys(scores).length > 0)
  if (scored.length === 0) return null
  const rows = domains.flatMap((domain) => {
    const sums = scored.flatMap(({ scores }) =>
      scores[domain.key] === undefined ? [] : [scores[domain.key]],
    )
    const achieved = sums.reduce((sum, score) => sum + (score?.achieved ?? 0), 0)
    const max = sums.reduce((sum, score) => sum + (score?.max ?? 0), 0)
    return max === 0 ? [] : [{ domain, achieved, max, share: achieved / max }]
  })
  const bars = rows.map(({ domain, share }) => ({
    label: `${shortIndex(domain.index)} ${domain.code}. ${domain.name}`,
    value: share,
    of: 1,
    text: `${decimal(share * 100, 1, words)} %`,
  }))
  const table = rows.map(({ domain, achieved, max, share }) => [
    `${shortIndex(domain.index)} ${domain.code}. ${domain.name}`,
    decimal(achieved, 2, words),
    decimal(max, 2, words),
    `${decimal(share * 100, 1, words)} %`,
  ])
  const { domain, achieved, max, share } = words.columns
  return section(
    'scores',
    words.scores,
    barChart(bars, words.scores),
    folded(words, dataTable(words.scores, [domain, achieved, max, share], table)),
  )
}

/** How sure the values are, and how far that could be trusted where documents were checked. */
export function reliabilitySection(
  plans: readonly PlanSummary[],
  reliability: Reliability | null,
  words: Words,
): Html {
  const tenths = Array.from({ length: 10 }, (_, index) =>
    plans.reduce((sum, plan) => sum + (plan.confidences[index] ?? 0), 0),
  )
  const rows = tenths.map((count, index): [string, number] => [`${index * 10}–${index * 10 + 10} %`, count])
  const { level, values } = words.columns
  return section(
    'reliability',
    words.reliability,
    dataTable(words.reliabilityNote, [level, values], rows),
    measuredReliability(reliability, words),
  )
}

/** The curve with its figures, or that nothing was measured. */
function measuredReliability(reliability: Reliability | null, words: Words): Html {
  const bins = (reliability?.bins ?? []).filter(({ cells }) => cells > 0)
  if (reliability === null || bins.length === 0) return html`<p>${words.reliabilityUnmeasured}</p>`
  const points = bins.map(({ from, to, cells, right }) => ({
    said: (from + to) / 2,
    right: right / cells,
    count: cells,
  }))
  const { level, values, right, share } = words.columns
  const rows = bins.map((bin) => [
    `${decimal(bin.from * 100, 0, words)}–${decimal(bin.to * 100, 0, words)} %`,
    bin.cells,
    bin.right,
    `${decimal((bin.right / bin.cells) * 100, 1, words)} %`,
  ])
  const source = typeof reliability.source === 'string' ? reliability.source : reliability.source[words.lang]
  const title = words.reliabilityCurve
  return html`<p>${title} ${words.measuredOn(source)}</p>${reliabilityChart(points, title)}${folded(words, dataTable(title, [level, values, right, share], rows))}`
}

export function reviewSection(plans: readonly PlanSummary[], words: Words): Html {
  const open = plans.filter(({ needsReview }) => needsReview)
  if (open.length === 0) return section('review', words.review, html`<p>${words.noReview}</p>`)
  const items = open.map(
    (plan) =>
      html`<li><a href="#${plan.anchor}">${plan.issuer} (${plan.file})</a>: ${words.columns.confidence.toLocaleLowerCase(words.lang)} ${decimal(plan.confidence, 2, words)}; ${plan.issues[0]?.text ?? ''}</li>`,
  )
  return section('review', words.review, html`<ul>${items}</ul>`)
}

export function issueSection(plans: readonly PlanSummary[], words: Words): Html {
  const parts = plans
    .filter(({ issueCount }) => issueCount > 0)
    .map((plan) => {
      const rest = plan.issueCount - plan.issues.length
      const items = plan.issues.map(
        ({ severity, text }) =>
          html`<li><span class="severity ${severity}">${words.severity[severity]}</span> ${text}</li>`,
      )
      const more = rest > 0 ? html`<li>${words.more(rest)}</li>` : null
      return html`<details id="${plan.anchor}"><summary>${plan.issuer} (${plan.file}): ${plan.issueCount}</summary><ul>${items}${more}</ul></details>`
    })
  return section('issues', words.issues, html`${parts}`)
}

/** The figures behind a chart, folded away on the screen and printed. */
function folded(words: Words, content: Html): Html {
  return html`<details class="figures"><summary>${words.figures}</summary>${content}</details>`
}

function sumBy(
  plans: readonly PlanSummary[],
  keyOf: (plan: PlanSummary) => string,
  countsOf: (plan: PlanSummary) => Record<string, number>,
): [string, Record<string, number>][] {
  const sums = new Map<string, Record<string, number>>()
  for (const plan of plans) {
    const sum = sums.get(keyOf(plan)) ?? {}
    for (const [key, count] of Object.entries(countsOf(plan))) sum[key] = (sum[key] ?? 0) + count
    sums.set(keyOf(plan), sum)
  }
  return [...sums].sort(([a], [b]) => a.localeCompare(b, 'vi'))
}

function decimal(value: number, digits: number, words: Words): string {
  return value.toFixed(digits).replace('.', words.decimal)
}
