import type { Finding } from '../../schemas/message.js'
import type { DraftPlan, Plan } from '../../schemas/plan.js'
import type { Kin } from '../../schemas/related.js'
import { sketchOf } from './sketch.js'

/** What of a plan is kept to find the documents that belong to it, a few kilobytes whatever its length. */
export function kinOf(plan: Plan): Kin {
  const { number, issuedOn, issuer, title, planYears } = plan.header
  return {
    number,
    issuedOn,
    issuer,
    title,
    planYears,
    appendixOnly: isAppendixOnly(plan),
    appendices: plan.appendices.map(({ label, title: own, indices, attachedTo }) => ({
      label,
      title: own,
      indices,
      attachedTo,
    })),
    mediaType: plan.source.mediaType,
    route: plan.source.route,
    confidence: plan.quality.confidence,
    sketch: sketchOf(textsOf(plan)),
  }
}

/** Neither title nor sections nor signature: what is there is appendices, and what they say of their plan. */
export function isAppendixOnly({
  header,
  outline,
  appendices,
}: Pick<Plan, 'header' | 'outline' | 'appendices'>): boolean {
  return appendices.length > 0 && header.title === null && header.signatory === null && outline.length === 0
}

/** Appendices without their plan: in one folder with it they would be joined. */
export function checkAlone(plan: DraftPlan): Finding[] {
  if (!isAppendixOnly(plan)) return []
  const { number, issuedOn } = plan.header
  const details = { number, issuedOn }
  return [{ severity: 'warning', code: 'appendix-alone', at: null, subject: null, details }]
}

type Sections = Plan['outline']

function textsOf(plan: Plan): string[] {
  return [
    plan.header.title ?? '',
    ...sectionTexts(plan.outline),
    ...plan.appendices.flatMap(({ title, criteria, notes }) => [
      title ?? '',
      ...criteria.flatMap(({ name, actions }) => [name ?? '', ...actions.flatMap(actionTexts)]),
      ...notes.map(({ text }) => text),
    ]),
  ]
}

function sectionTexts(sections: Sections): string[] {
  return sections.flatMap(({ title, paragraphs, children }) => [
    title,
    ...paragraphs,
    ...sectionTexts(children),
  ])
}

type Action = Plan['appendices'][number]['criteria'][number]['actions'][number]

function actionTexts(action: Action): string[] {
  const { task, requirement, deliverable, note, deadline, lead, coordinating, implementing, other } = action
  return [
    ...[task, requirement, deliverable, note].flat(),
    ...[deadline, lead, coordinating, implementing].map((cell) => cell?.text ?? ''),
    ...other.flatMap(({ text }) => text),
  ]
}
