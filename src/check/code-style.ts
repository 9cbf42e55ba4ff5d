import type { Issue } from '../../schemas/message.js'
import type { Appendix } from '../../schemas/plan.js'

/** A number printed '7,3' among numbers printed '7.1', '7.2'. */
export function checkCodeStyle(appendix: Appendix): Issue[] {
  const parted = appendix.criteria.filter(({ codePrinted }) => /\d[.,]\d/u.test(codePrinted ?? ''))
  const commas = parted.filter(({ codePrinted }) => /\d,\d/u.test(codePrinted ?? ''))
  if (commas.length === 0 || commas.length * 5 > parted.length) return []
  return commas.map((criterion) => ({
    severity: 'info',
    code: 'suspected-typo',
    message: `The number is printed "${criterion.codePrinted}" with a comma, all others with dots.`,
    at: criterion.evidence[0]?.at ?? null,
    target: criterion.id,
  }))
}
