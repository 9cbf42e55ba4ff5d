import type { Finding } from '../../schemas/message.js'
import type { Plan, Section } from '../../schemas/plan.js'
import { attachedOrdinals, labelOrdinal } from '../language/captions.js'

/** 'Chi tiết tại Phụ lục III kèm theo' in a body with two appendices: one of them is not in the file. */
export function checkReferences({ outline, appendices }: Pick<Plan, 'outline' | 'appendices'>): Finding[] {
  if (appendices.length === 0) return []
  const named = paragraphsOf(outline).flatMap(attachedOrdinals)
  const labels = new Set(appendices.map(({ label }) => labelOrdinal(label)))
  const missing = [...new Set(named)].filter((ordinal) => ordinal > appendices.length && !labels.has(ordinal))
  return missing.map((ordinal) => ({
    severity: 'warning',
    code: 'appendix-missing',
    at: null,
    subject: null,
    details: { ordinal, appendices: appendices.length },
  }))
}

function paragraphsOf(sections: Section[]): string[] {
  return sections.flatMap(({ paragraphs, children }) => [...paragraphs, ...paragraphsOf(children)])
}
