import type { Reliability } from '../../schemas/evaluation/reliability.js'
import { type Html, html } from './html.js'
import {
  agencySection,
  coverageSection,
  dueSection,
  issueSection,
  qualitySection,
  reliabilitySection,
  reviewSection,
  scoreSection,
} from './sections.js'
import { styleSheet } from './style.js'
import type { PlanSummary, ReportDomain } from './summary.js'
import { type Words, words } from './words.js'

export { type PlanSummary, type ReportDomain, type SummaryOptions, summarise } from './summary.js'

export interface ReportOptions {
  language: 'vi' | 'en'
  domains: readonly ReportDomain[]
  /** Measured reliability; null where none was measured, which the section says. */
  reliability: Reliability | null
}

/** Summaries of plans → one HTML page that needs nothing else: no script, no font, no picture from elsewhere. */
export function reportPage(plans: readonly PlanSummary[], options: ReportOptions): string {
  const own: Words = words[options.language]
  const review = plans.filter(({ needsReview }) => needsReview).length
  const sections: [string, string, Html | null][] = [
    ['review', own.review, reviewSection(plans, own)],
    ['quality', own.quality, qualitySection(plans, own)],
    ['coverage', own.coverage, coverageSection(plans, options.domains, own)],
    ['agencies', own.agencies, agencySection(plans, own)],
    ['due', own.due, dueSection(plans, own)],
    ['scores', own.scores, scoreSection(plans, options.domains, own)],
    ['reliability', own.reliability, reliabilitySection(plans, options.reliability, own)],
    ['issues', own.issues, issueSection(plans, own)],
  ]
  const shown = sections.filter(([, , content]) => content !== null)
  const page = html`<!doctype html>
<html lang="${own.lang}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"><meta name="viewport" content="width=device-width, initial-scale=1"><title>phuluc – ${own.title}</title><style>${{ markup: styleSheet }}</style></head>
<body><header><h1>${own.title}</h1><p>${own.intro(plans.length, review)}</p></header>
<nav aria-label="${own.title}"><ul>${shown.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
<main>${shown.map(([, , content]) => content)}</main></body></html>
`
  return page.markup
}
