import type { Issue } from '../../schemas/message.js'
import type { Appendix } from '../../schemas/plan.js'
import { evidenceOf } from './evidence.js'

/** Letters of another script that stood for Latin ones, or bytes of an older encoding, in a cell's source. */
export function checkConversions(appendix: Appendix): Issue[] {
  return appendix.criteria.flatMap((criterion) =>
    evidenceOf(criterion).flatMap(({ repairs, at }) => {
      const converted = repairs.filter(({ from, method }) => method === 'encoding' || isForeign(from))
      if (converted.length === 0) return []
      const words = converted.map(({ from, to }) => `"${from}" → "${to}"`).join(', ')
      return [
        {
          severity: 'info' as const,
          code: 'encoding-converted' as const,
          message: `The source writes this with letters of another script or encoding; read as Latin: ${words}.`,
          at,
          target: criterion.id,
        },
      ]
    }),
  )
}

function isForeign(text: string): boolean {
  return /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(text)
}
