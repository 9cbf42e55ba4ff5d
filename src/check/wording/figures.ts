import type { Finding } from '../../../schemas/message.js'
import type { Action, Criterion, Plan } from '../../../schemas/plan.js'
import { fold } from '../../language/letters.js'

/** Figures that lost their sign, and numbers that disagree with the list behind them. */
export function checkFigures(plan: Pick<Plan, 'appendices'>): Finding[] {
  return plan.appendices.flatMap(({ criteria }) =>
    criteria.flatMap((criterion) =>
      criterion.actions.flatMap((action) => [
        ...missingSigns(criterion, action),
        ...[...action.task, ...action.requirement].flatMap((text) => miscounted(criterion, action, text)),
      ]),
    ),
  )
}

/** 'Đạt 100 theo dự toán', '100 tỷ lệ phòng …': a figure of shares without its sign. */
function missingSigns(criterion: Criterion, action: Action): Finding[] {
  return action.quantities
    .filter(({ comparator, value, upper, unit, of, text }) => {
      if (unit !== null || upper !== null || comparator === 'rank' || value < 20 || value > 100) return false
      return /^(?:đạt|bằng)\s+[\d.,]+$/iu.test(text) || /^(?:tỷ|tỉ) lệ/iu.test(of ?? '')
    })
    .map(({ text }) =>
      issue(criterion, action, 'suspected-typo', `"${text}" has no unit; probably the % sign is missing.`),
    )
}

const name = String.raw`\p{Lu}[\p{L}\p{M}]*(?:\s\p{Lu}[\p{L}\p{M}]*)*`
const counted = new RegExp(
  String.raw`(?<![\p{L}\d.,/])(\d{1,2})\s+(?:huyện|quận|thị xã|xã|phường|thị trấn|tỉnh|thành phố)(?:,\s(?:huyện|quận|thị xã|xã|phường|thị trấn|tỉnh|thành phố))*:?\s(${name}(?:(?:,|\svà|,\svà)\s${name})+)`,
  'gu',
)

/** '04 huyện Phúc Thọ, Quốc Oai, Thanh Trì, Mỹ Đức, Ba Vì': four are said, five are named. */
function miscounted(criterion: Criterion, action: Action, text: string): Finding[] {
  if (!/\d/u.test(text)) return []
  return [...text.matchAll(counted)].flatMap((match) => {
    const names = (match[2] ?? '').split(/,\s?và\s|,\s|\svà\s/u).filter((part) => !isKind(part))
    if (names.length === Number(match[1])) return []
    return [
      issue(
        criterion,
        action,
        'count-mismatch',
        `The text says ${match[1]} and names ${names.length}: "${match[0]}".`,
      ),
    ]
  })
}

function isKind(text: string): boolean {
  return /^(?:huyen|quan|xa|phuong|thi xa)$/u.test(fold(text))
}

function issue(criterion: Criterion, action: Action, code: Finding['code'], message: string): Finding {
  return { severity: 'info', code, message, at: action.evidence[0]?.at ?? null, target: criterion.id }
}
