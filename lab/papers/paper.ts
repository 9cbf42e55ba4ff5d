import type { ExpectedAppendix, ExpectedPlan } from '../../schemas/evaluation/expectation.js'
import type { Section } from '../../schemas/plan.js'
import { appendixTable } from './appendix-table.js'
import { preambleOf } from './preamble.js'
import type { PaperStyle } from './style.js'
import { wordFile } from './word-package.js'
import {
  cell,
  footnoteReference,
  mixedRuns,
  paragraph,
  row,
  run,
  section,
  table,
  textWidth,
} from './word-xml.js'

/** An expected plan → the Word file that an office might have printed it from. */
export function paperOf(plan: ExpectedPlan, style: PaperStyle): Uint8Array {
  const references = plan.footnotes.map((_, index) => footnoteReference(index + 1)).join('')
  const portrait = [
    letterhead(plan),
    ...titleOf(plan),
    ...preambleOf(plan).map((text, index) => textParagraph(text, style, index === 0 ? references : '')),
    ...plan.outline.flatMap((part) => sectionParagraphs(part, 1, style)),
    closing(plan),
  ]
  const last = plan.appendices.length - 1
  const appendices = plan.appendices.flatMap((appendix, index) => [
    ...captionOf(appendix, plan),
    appendixTable(appendix, style),
    index < last ? paragraph('', {}, section(true)) : section(true),
  ])
  const body = [...portrait, paragraph('', {}, section(false)), ...appendices].join('')
  return wordFile(
    body,
    plan.footnotes.map((note) => note.text),
    style.serif,
  )
}

function centred(text: string, traits: { bold?: boolean; italic?: boolean; size?: number } = {}): string {
  return paragraph(run(text, traits), { align: 'center' })
}

function letterhead(plan: ExpectedPlan): string {
  const { issuer, number, issuedOn } = plan.header
  const place = plan.header.place ?? plan.header.unit?.name ?? plan.header.province?.name ?? ''
  const size = 24
  const left = [
    centred((issuer ?? '').toUpperCase(), { bold: true, size }),
    centred(number === null ? 'Số:        /KH-UBND' : `Số: ${number}`, { size }),
  ]
  const right = [
    centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { bold: true, size }),
    centred('Độc lập - Tự do - Hạnh phúc', { bold: true, size: 26 }),
    ...(issuedOn === null
      ? []
      : [centred(`${place}, ngày ${longDate(issuedOn)}`, { italic: true, size: 26 })]),
  ]
  return sideBySide(left.join(''), right.join(''), 0.4)
}

function sideBySide(left: string, right: string, share: number): string {
  const width = textWidth(false)
  const widths = [Math.round(width * share), width - Math.round(width * share)]
  const cells = [left, right].map((content, index) => cell(content, { width: widths[index] ?? 0 }))
  return table([row(cells, { whole: true })], widths, null)
}

function titleOf(plan: ExpectedPlan): string[] {
  return [
    paragraph(run((plan.header.documentType ?? 'KẾ HOẠCH').toUpperCase(), { bold: true }), {
      align: 'center',
      space: 240,
    }),
    centred(plan.header.title ?? '', { bold: true }),
  ]
}

function textParagraph(text: string, style: PaperStyle, tail = ''): string {
  return paragraph(mixedRuns(text, {}, style.second) + tail, { align: 'both', indent: 567, space: 80 })
}

function sectionParagraphs(part: Section, depth: number, style: PaperStyle): string[] {
  const mark = part.label === null ? '' : `${part.label}${/^[a-zđ]$/u.test(part.label) ? ')' : '.'} `
  const head = paragraph(run(mark + part.title, { bold: true, italic: depth > 3 }), {
    align: 'both',
    indent: 567,
    space: 80,
  })
  const texts = part.paragraphs.map((text) =>
    textParagraph(/^(?:[\d(+-]|[a-zđ]\))/u.test(text) ? text : `- ${text}`, style),
  )
  return [head, ...texts, ...part.children.flatMap((child) => sectionParagraphs(child, depth + 1, style))]
}

function closing(plan: ExpectedPlan): string {
  const { recipients, signatory } = plan.header
  const left = [
    paragraph(run('Nơi nhận:', { bold: true, italic: true, size: 24 })),
    ...recipients.map((name, index) =>
      paragraph(run(`- ${name}${index === recipients.length - 1 ? '.' : ';'}`, { size: 22 })),
    ),
  ]
  const right = [
    ...(signatory?.authority?.split(' / ') ?? []).map((text) => centred(text, { bold: true })),
    ...(signatory?.position == null ? [] : [centred(signatory.position, { bold: true })]),
    ...['', '', ''].map((text) => centred(text)),
    ...(signatory?.name == null ? [] : [centred(signatory.name, { bold: true })]),
  ]
  return sideBySide(left.join(''), right.join(''), 0.5)
}

function captionOf(appendix: ExpectedAppendix, plan: ExpectedPlan): string[] {
  const { label, title, attachedTo } = appendix
  const of = attachedTo?.number == null ? null : `Kế hoạch số ${attachedTo.number}`
  const on = attachedTo?.date == null ? '' : ` ngày ${longDate(attachedTo.date)}`
  return [
    ...(label === null ? [] : [centred(label, { bold: true })]),
    ...(title === null ? [] : [centred(title, { bold: true })]),
    ...(of === null ? [] : [centred(`(Kèm theo ${of}${on} của ${plan.header.issuer})`, { italic: true })]),
    paragraph(''),
  ]
}

function longDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${String(day).padStart(2, '0')} tháng ${month} năm ${year}`
}
