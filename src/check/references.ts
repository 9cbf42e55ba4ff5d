import type { Issue } from '../../schemas/message.js'
import type { Plan, Section } from '../../schemas/plan.js'
import { fold } from '../language/letters.js'

const reference = /phu luc (?:so )?(0?\d|[ivx]{1,4})\b(?=[^.;]{0,40}(?:kem theo|dinh kem))/gu
const romans = new Map(
  ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'].map((text, index) => [text, index + 1]),
)

/** 'Chi tiết tại Phụ lục III kèm theo' in a body with two appendices: one of them is not in the file. */
export function checkReferences({ outline, appendices }: Pick<Plan, 'outline' | 'appendices'>): Issue[] {
  if (appendices.length === 0) return []
  const named = paragraphsOf(outline).flatMap((text) =>
    [...fold(text).matchAll(reference)].flatMap((match) => ordinalOf(match[1] ?? '') ?? []),
  )
  const labels = new Set(
    appendices.flatMap(({ label }) => ordinalOf(fold(label ?? '').replace(/\D*?(\d+|[ivx]+)$/u, '$1')) ?? []),
  )
  const missing = [...new Set(named)].filter((ordinal) => ordinal > appendices.length && !labels.has(ordinal))
  return missing.map((ordinal) => ({
    severity: 'warning',
    code: 'appendix-missing',
    message: `The body sends the reader to appendix ${ordinal}; the file holds ${appendices.length}.`,
    at: null,
    target: null,
  }))
}

function ordinalOf(text: string): number | null {
  const bare = text.trim()
  return /^\d{1,2}$/u.test(bare) ? Number(bare) : (romans.get(bare) ?? null)
}

function paragraphsOf(sections: Section[]): string[] {
  return sections.flatMap(({ paragraphs, children }) => [...paragraphs, ...paragraphsOf(children)])
}
