import type { Section } from '../../schemas/plan.js'

/** The sections of an outline that have a heading; the text above the first one has none. */
export function headed(outline: readonly Section[]): Section[] {
  return outline.filter(({ label, title }) => label !== null || title !== '')
}
