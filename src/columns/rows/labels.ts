import { romanNumeral, romanValue } from '../../language/codes.js'

/**
 * Labels of rows that lost their dots or a digit: '242' between 2.4.1 and 2.4.3 is 2.4.2, '574' before 5.7.2 is 5.7.1,
 * a second 'VII' is VIII. What no neighbour explains stays.
 */
export function repairLabels(labels: readonly string[]): string[] {
  const repaired = labels.map((label) => label)
  let domain = ''
  for (let index = 0; index < repaired.length; index++) {
    const label = repaired[index] as string
    const split = withDots(label, domain, repaired[index - 1] ?? '', repaired[index + 1] ?? '')
    repaired[index] = split
    if (/^\d{1,2}$/u.test(split) || isRoman(split)) domain = split
  }
  return inRomanOrder(repaired.map((label, index) => inOrder(label, repaired[index + 1] ?? '')))
}

const parts = (label: string): string[] => label.split('.').filter((part) => part !== '')

/** The label with a dot between any two digits, when it then belongs to the domain or its neighbours. */
function withDots(label: string, domain: string, before: string, after: string): string {
  const digits = label.replace(/\D/gu, '')
  const deepest = Math.max(parts(before).length, parts(after).length)
  if (!/^\d[\d.]*$/u.test(label) || digits.length < 2 || parts(label).length === digits.length) return label
  const split = [...digits].join('.')
  const belongs = digits.startsWith(domain) && domain.length === 1
  if (belongs && digits.length <= 3 && (deepest > 1 || digits.length > 2 || label.includes('.'))) return split
  return belongs && digits.length === 2 && !label.includes('.') ? split : label
}

/** A last digit beyond that of the next label under the same parent is one before it. */
function inOrder(label: string, after: string): string {
  const own = parts(label)
  const next = parts(after)
  if (own.length < 2 || own.length !== next.length) return label
  if (own.slice(0, -1).join('.') !== next.slice(0, -1).join('.')) return label
  const last = Number(own.at(-1))
  const following = Number(next.at(-1))
  return last < following || following < 2 ? label : [...own.slice(0, -1), following - 1].join('.')
}

function isRoman(label: string): boolean {
  return numeralValue(label) > 0
}

/** The value of a Roman numeral, with or without a dot; 0 where it is none. */
export function numeralValue(label: string): number {
  return romanValue(label.replace(/\.$/u, ''))
}

/** A Roman numeral that stands twice is the next one the second time. */
function inRomanOrder(labels: readonly string[]): string[] {
  let previous = 0
  return labels.map((label) => {
    const value = numeralValue(label)
    if (value === 0) return label
    const due = value === previous ? value + 1 : value
    previous = due
    return romanNumeral(due)
  })
}
