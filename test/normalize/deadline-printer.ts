import type { Deadline } from '../../schemas/plan.js'

const romans = ['I', 'II', 'III', 'IV']
const periods = {
  month: 'Hằng tháng',
  quarter: 'Hằng quý',
  'half-year': 'Định kỳ 6 tháng',
  'nine-months': 'Định kỳ 9 tháng',
  year: 'Hằng năm',
}

/** The plainest phrase for a deadline: what a careful clerk would write. */
export function printDeadline({ kind, start, end, period }: Deadline): string {
  switch (kind) {
    case 'by':
      return start === null ? `Trước ngày ${day(end)}` : `Từ nay đến ngày ${day(end)}`
    case 'within':
      return printSpan(start ?? '', end ?? '')
    case 'from':
      return start === null ? 'Các năm tiếp theo' : `Từ ngày ${day(start)} trở đi`
    case 'continuous':
      return during('Thường xuyên', start, end)
    case 'periodic':
      return during(period === null ? 'Định kỳ' : periods[period], start, end)
    case 'conditional':
      return 'Khi có yêu cầu'
    default:
      return '???'
  }
}

function during(words: string, start: string | null, end: string | null): string {
  if (start === null || end === null) return words
  const [from, to] = [start.slice(0, 4), end.slice(0, 4)]
  return from === to ? `${words} trong năm ${from}` : `${words} trong giai đoạn ${from}-${to}`
}

function day(iso: string | null): string {
  const [year = '', month = '', date = ''] = (iso ?? '').split('-')
  return `${date}/${month}/${year}`
}

/** A year, a quarter or a month where the days are exactly one, else from day to day. */
function printSpan(start: string, end: string): string {
  const [year = '', from = ''] = start.split('-')
  const to = end.slice(5, 7)
  const whole = start.endsWith('-01') && end === lastDay(Number(end.slice(0, 4)), Number(to))
  if (!whole || end.slice(0, 4) !== year) return `Từ ngày ${day(start)} đến ngày ${day(end)}`
  if (from === '01' && to === '12') return `Năm ${year}`
  if (from === to) return `Tháng ${Number(from)}/${year}`
  const quarter = (Number(from) - 1) / 3
  if (Number.isInteger(quarter) && Number(to) === quarter * 3 + 3) return `Quý ${romans[quarter]}/${year}`
  return `Từ tháng ${Number(from)}/${year} đến tháng ${Number(to)}/${year}`
}

function lastDay(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}
