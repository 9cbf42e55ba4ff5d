import type { ExpectedAppendix, ExpectedPlan } from '../../../../schemas/evaluation/expectation.js'
import type { Random } from '../../../random.js'
import { interleave, type PageLine } from './interleaved-lines.js'
import type { Noise } from './noise.js'
import { printTable } from './printed-table.js'

/** A line as recognition gave it, and what was printed there. */
export interface InterleavedText {
  found: string
  print: string
}

/** A plan whose appendices were printed, interleaved and misread. */
export function interleavedPlan(plan: ExpectedPlan, noise: Noise, random: Random): InterleavedText[] {
  const lines = [...letterhead(plan), ...body(plan)].map((print) => ({ found: noise.of(print), print }))
  for (const appendix of plan.appendices) {
    for (const print of ['', '', '', '', ...caption(appendix, plan)])
      lines.push({ found: noise.of(print), print })
    for (const line of interleave(printTable(appendix, random), random))
      lines.push(printed(line, noise, random))
  }
  return lines
}

function letterhead({ header }: ExpectedPlan): string[] {
  const [year, month, day] = (header.issuedOn ?? '2023-01-01').split('-')
  const [first = '', ...rest] = (header.issuer ?? '').toUpperCase().split(/ (?=THÀNH PHỐ|TỈNH|HUYỆN|QUẬN)/u)
  return [
    `${first} CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM`,
    '',
    `${rest.join(' ')} Độc lập - Tự do - Hạnh phúc`,
    `Số: ${header.number ?? ''} ${header.place ?? ''}, ngày ${day} tháng ${month} năm ${year}`,
    'KẾ HOẠCH',
    '',
    ...wrapText(header.title ?? ''),
    '',
  ]
}

function body({ outline, header }: ExpectedPlan): string[] {
  const lines: string[] = []
  const add = (section: ExpectedPlan['outline'][number]): void => {
    lines.push(...wrapText(`${section.label}. ${section.title}`), '')
    for (const paragraph of section.paragraphs) lines.push(...wrapText(paragraph), '')
    section.children.forEach(add)
  }
  outline.forEach(add)
  lines.push('Nơi nhận:', ...header.recipients.map((recipient) => `- ${recipient};`))
  return lines
}

function caption(appendix: ExpectedAppendix, { header }: ExpectedPlan): string[] {
  const [year, month, day] = (header.issuedOn ?? '2023-01-01').split('-')
  return [
    appendix.label ?? 'PHỤ LỤC',
    ...wrapText(appendix.title ?? ''),
    `(Kèm theo Kế hoạch số ${header.number ?? ''} ngày ${day} tháng ${month} năm ${year} của Ủy ban nhân dân)`,
    '',
  ]
}

function wrapText(text: string): string[] {
  return text.match(/\S.{0,80}(?=\s|$)/gu) ?? [text]
}

const barsAtTop = 0.75
const barsBelow = 0.15
const barGlyphs = ['|', '|', '|', '|', '|', '|', '|', '|', '[', 'l', '1', ']']

function printed(line: PageLine, noise: Noise, random: Random): InterleavedText {
  const print = line.pieces.map(({ text }) => text).join(' | ')
  if (line.kind === 'wide') return { found: line.pieces.map(({ text }) => noise.of(text)).join(' | '), print }
  const found = line.pieces.map(({ text }, index) => {
    const rule = index > 0 && random.chance(line.top ? barsAtTop : barsBelow)
    return (index === 0 ? '' : rule ? ` ${random.pick(barGlyphs)} ` : ' ') + noise.of(text)
  })
  return { found: found.join(''), print }
}
