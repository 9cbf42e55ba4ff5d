import type { Finding } from '../../../schemas/message.js'
import type { Action, Plan } from '../../../schemas/plan.js'
import type { Subject } from '../../../schemas/subject.js'
import type { Role } from '../../../schemas/table.js'
import { fold } from '../../language/letters.js'
import { cellOf } from '../../result.js'

/** Figures that lost their sign, and numbers that disagree with the list behind them. */
export function checkFigures(plan: Pick<Plan, 'appendices'>): Finding[] {
  return plan.appendices.flatMap(({ criteria }) =>
    criteria.flatMap((criterion) =>
      criterion.actions.flatMap((action, index) => {
        const about = (field: Role): About => ({
          ...{ severity: 'info', at: action.evidence[0]?.at ?? null },
          subject: cellOf(criterion.id, field, index),
        })
        return [
          ...missingSigns(action, about),
          ...(['task', 'requirement'] as const).flatMap((field) =>
            action[field].flatMap((text) => miscounted(text, about(field))),
          ),
        ]
      }),
    ),
  )
}

type About = Pick<Finding, 'at'> & { severity: 'info'; subject: Subject }

/** 'Đạt 100 theo dự toán', '100 tỷ lệ phòng …': a figure of shares without its sign. */
function missingSigns(action: Action, about: (field: Role) => About): Finding[] {
  return action.quantities
    .filter(({ comparator, value, upper, unit, of, text }) => {
      if (unit !== null || upper !== null || comparator === 'rank' || value < 20 || value > 100) return false
      return /^(?:đạt|bằng)\s+[\d.,]+$/iu.test(text) || /^(?:tỷ|tỉ) lệ/iu.test(of ?? '')
    })
    .map(({ role, text }) => ({ ...about(role), code: 'suspected-typo', details: { what: 'no-unit', text } }))
}

const name = String.raw`\p{Lu}[\p{L}\p{M}]*(?:\s\p{Lu}[\p{L}\p{M}]*)*`
const counted = new RegExp(
  String.raw`(?<![\p{L}\d.,/])(\d{1,2})\s+(?:huyện|quận|thị xã|xã|phường|thị trấn|tỉnh|thành phố)(?:,\s(?:huyện|quận|thị xã|xã|phường|thị trấn|tỉnh|thành phố))*:?\s(${name}(?:(?:,|\svà|,\svà)\s${name})+)`,
  'gu',
)

/** '04 huyện Phúc Thọ, Quốc Oai, Thanh Trì, Mỹ Đức, Ba Vì': four are said, five are named. */
function miscounted(text: string, about: About): Finding[] {
  if (!/\d/u.test(text)) return []
  return [...text.matchAll(counted)].flatMap((match) => {
    const names = (match[2] ?? '').split(/,\s?và\s|,\s|\svà\s/u).filter((part) => !isKind(part))
    if (names.length === Number(match[1])) return []
    const details = { what: 'names', stated: match[1] ?? '', named: names.length, text: match[0] } as const
    return [{ ...about, code: 'count-mismatch', details }]
  })
}

function isKind(text: string): boolean {
  return /^(?:huyen|quan|xa|phuong|thi xa)$/u.test(fold(text))
}
