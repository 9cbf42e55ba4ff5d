import type { Block } from '../../schemas/document.js'
import type { Place } from '../../schemas/place.js'
import type { AppendixTable, Column, LogicalCell, LogicalRow, Role } from '../../schemas/table.js'
import { type Code, splitLeadingCode } from '../language/codes.js'
import { senseOf } from '../language/header-terms.js'
import { collapse } from '../language/letters.js'

/**
 * Tasks printed as labelled lines in the body ('Đơn vị chủ trì: …', 'Thời gian thực hiện: …') as the rows of a table: a row
 * for each block of such lines, named by the numbered heading above it. Null where there are none.
 */
export function labelledTasks(body: readonly Block[]): AppendixTable | null {
  const reader = new LabelledReader()
  for (const line of body.flatMap(linesOf)) reader.read(line)
  const rows = reader.finish()
  const fields = columnOrder.filter((field) => rows.some((row) => row[field] !== undefined))
  if (!rows.some(isDeed)) return null
  const columns = fields.map(
    (field): Column => ({ header: reader.labels.get(field) ?? '', role: field, years: [] }),
  )
  return {
    label: null,
    title: null,
    caption: null,
    captionAt: null,
    kind: 'tasks',
    columns,
    rows: rows.map(
      (row): LogicalRow => ({
        at: row.at,
        cells: fields.map((field) => cellOf(row[field] ?? [])),
        strong: false,
        spanning: false,
      }),
    ),
    tables: [],
    notes: [],
    furniture: [],
  }
}

interface BodyLine {
  text: string
  at: Place
  isItem: boolean
}

type Field = Exclude<Role, 'maxScore' | 'achievedScore' | 'targetScore' | 'other' | 'note' | 'requirement'>
type Row = Partial<Record<Field, BodyLine[]>> & { at: Place }

const columnOrder: readonly Field[] = [
  'code',
  'name',
  'task',
  'lead',
  'coordinating',
  'implementing',
  'deadline',
  'deliverable',
]
const agencyFields = ['lead', 'coordinating', 'implementing'] as const

/** Somebody is named, and what else is known of it stands in a label, too. */
function isDeed(row: Row): boolean {
  const agencies = agencyFields.filter((field) => row[field] !== undefined).length
  return (
    agencies > 0 && agencies + Number(row.deadline !== undefined) + Number(row.deliverable !== undefined) > 1
  )
}

function linesOf(block: Block): BodyLine[] {
  if (block.kind === 'paragraph' || block.kind === 'heading')
    return block.kind === 'paragraph' && block.footnote !== null
      ? []
      : [{ text: collapse(block.text), at: block.at, isItem: false }]
  return block.kind === 'list'
    ? block.items.map(({ text, at }) => ({ text: collapse(text), at, isItem: true }))
    : []
}

const label = /^(?:[-–+•*]\s*)?(\p{Lu}[^:.;]{2,50}?)\s*:\s*(.*)$/u
const labelFields = new Set<string>(['lead', 'coordinating', 'implementing', 'deadline', 'deliverable'])
/** Characters of a label behind a list letter that only says what follows ('a) Nhiệm vụ', 'b) Phân công:'). */
const longestBareLabel = 42
const longestHeading = 300

/** The text behind a list letter; null where none stands. */
function behindLetter(text: string): string | null {
  const leading = splitLeadingCode(text)
  return leading?.code.style === 'lower' ? leading.rest : null
}

function isBareLabel(text: string): boolean {
  const rest = behindLetter(text)
  return rest !== null && rest.length <= longestBareLabel && !/[.;]/u.test(rest)
}

/** Reads the body line by line: headings with numbers, texts, and the labelled lines that end a task. */
class LabelledReader {
  /** The label of each field as it was first printed. */
  readonly labels = new Map<Field, string>()
  private readonly rows: Row[] = []
  /** Numbered headings above the line that have no row yet, the outermost first. */
  private headings: { code: Code; name: string; at: Place }[] = []
  private texts: BodyLine[] = []
  private open: Row | null = null

  read(line: BodyLine): void {
    const [, name = '', value = ''] = label.exec(behindLetter(line.text) ?? line.text) ?? []
    const field = fieldOf(name)
    if (field !== null) this.readLabelled(field, name, { ...line, text: value.replace(/^\*+\s*/u, '') })
    else if (!isBareLabel(line.text)) this.readText(line)
  }

  finish(): Row[] {
    this.close()
    return this.rows
  }

  private readLabelled(field: Field, name: string, value: BodyLine): void {
    if (value.text === '') return
    if (field === 'task') {
      this.readText(value)
      return
    }
    if (this.open?.[field] !== undefined) this.close()
    this.open ??= { at: this.texts[0]?.at ?? value.at }
    this.open[field] = [value]
    if (!this.labels.has(field)) this.labels.set(field, name)
  }

  private readText(line: BodyLine): void {
    if (this.open !== null) this.close()
    const heading = line.isItem || line.text.length > longestHeading ? null : splitLeadingCode(line.text)
    if (heading === null || heading.code.style === 'lower') {
      this.texts.push({ ...line, text: line.text.replace(/^[-–+•*\s]+/u, '') })
      return
    }
    this.texts = []
    const isTop = heading.code.style !== 'arabic'
    this.headings = isTop ? [] : this.headings.filter(({ code }) => isPrefix(code.parts, heading.code.parts))
    if (!isTop) this.headings.push({ code: heading.code, name: heading.rest, at: line.at })
  }

  /** A block of labelled lines ends: it is a row where somebody is named in it. */
  private close(): void {
    const row = this.open
    this.open = null
    if (row === null || !isDeed(row)) return
    const own = this.headings.at(-1)
    for (const heading of this.headings.slice(0, -1)) this.rows.push(headingRow(heading))
    this.headings = []
    if (this.texts.length > 0) row.task = this.texts
    this.texts = []
    this.rows.push(own === undefined ? row : { ...row, ...headingRow(own) })
  }
}

function headingRow({ code, name, at }: { code: Code; name: string; at: Place }): Row {
  const cell = (text: string): BodyLine[] => [{ text, at, isItem: false }]
  return { at, code: cell(code.value), name: cell(name.replace(/\s*:$/u, '')) }
}

function isPrefix(prefix: readonly string[], parts: readonly string[]): boolean {
  return prefix.length < parts.length && prefix.every((part, index) => part === parts[index])
}

function fieldOf(name: string): Field | null {
  const sense = name === '' ? null : senseOf(name)
  if (sense === 'agency') return 'implementing'
  if (sense === 'doing') return 'task'
  return sense !== null && labelFields.has(sense) ? (sense as Field) : null
}

function cellOf(lines: readonly BodyLine[]): LogicalCell {
  return {
    merged: false,
    pieces: lines.map(({ text, at }) => ({
      at,
      raw: text,
      lines: [{ text, start: 'paragraph' }],
      confidence: 1,
    })),
  }
}
