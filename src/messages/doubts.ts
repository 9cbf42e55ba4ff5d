import type { DoubtDetails, Signed } from '../../schemas/related.js'
import type { Saying } from '../../schemas/saying.js'
import { saying } from './catalogue.js'

/** Why inputs were left apart, and what would decide it. */
export function doubtSayings(details: DoubtDetails): { reason: Saying; needed: Saying } {
  switch (details.reason) {
    case 'several-plans':
      return { reason: saying('apart.several-plans', details), needed: saying('needed.several-plans') }
    case 'appendix-there':
      return { reason: saying('apart.appendix-there', details), needed: saying('needed.appendix-there') }
    case 'other-years': {
      const [years, planYears] = [details.years.join(', '), details.planYears.join(', ')]
      return {
        reason: saying('apart.other-years', { years, planYears }),
        needed: saying('needed.other-years'),
      }
    }
    case 'plan-missing':
      return {
        reason: saying('apart.plan-missing', { plan: planName(details) }),
        needed: saying('needed.plan-missing'),
      }
    case 'other-plans': {
      const plans = details.plans.map((plan) =>
        saying('apart.plan-is', { file: plan.file, name: signedName(plan) }),
      )
      const reason = saying('apart.other-plans', { name: signedName(details.caption), plans })
      return { reason, needed: saying('needed.other-plans') }
    }
    case 'alike': {
      const { share, number, date } = details
      return {
        reason: saying('apart.alike', {
          share,
          number: saying(`apart.number-${number}`),
          date: saying(`apart.date-${date}`),
        }),
        needed: saying(number === 'same' && date === 'same' ? 'needed.version' : 'needed.signed'),
      }
    }
    default:
      return { reason: saying(`apart.${details.reason}`), needed: saying(`needed.${details.reason}`) }
  }
}

function planName({ number, date }: { number: string; date: string | null }): Saying | string {
  return date === null ? number : saying('apart.number-of-date', { number, date })
}

function signedName({ number, date, issuer }: Signed): Saying {
  return saying('apart.name', {
    number: number ?? saying('apart.no-number'),
    date: date ?? saying('apart.no-date'),
    issuer: issuer ?? saying('apart.no-issuer'),
  })
}
