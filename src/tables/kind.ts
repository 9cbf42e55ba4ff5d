import type { AppendixKind, Role } from '../../schemas/table.js'
import { fold } from '../language/letters.js'
import { subjectOf, type TableSubject } from '../language/table-subjects.js'
import type { ColumnShape } from './columns/cell-shape.js'
import type { ColumnModel } from './columns/column-model.js'

/** What is known of a table when its kind is asked. */
interface Traits {
  model: ColumnModel
  roles: ReadonlySet<Role>
  /** Folded title, and all headers. */
  title: string
  headers: string
  subject: TableSubject | null
  /** Somebody is named who does it: a header says so, and cells do not speak against it. */
  hasAgency: boolean
}

/** What a table is for, by its columns, its cells and its title. Only tasks, scores and assignments have criteria. */
export function kindOf(model: ColumnModel, title: string | null, dataRows: number): AppendixKind {
  const headers = model.columns.map(({ header }) => header)
  const traits: Traits = {
    model,
    roles: new Set(model.columns.map(({ role }) => role)),
    title: fold(title ?? ''),
    headers: headers.map(fold).join(' | '),
    subject: subjectOf(headers, title),
    hasAgency: namesAgencies(model),
  }
  if (/^(?:mau|bieu mau|phieu|de cuong)\b/u.test(traits.title) || isMostlyBlank(model, dataRows))
    return 'form'
  if (isHeadless(model)) return kindOfHeadless(traits)
  return kindOfSubject(traits) ?? kindOfTasks(traits) ?? kindOfScores(traits) ?? kindOfRest(traits)
}

const responsible = ['lead', 'coordinating', 'implementing'] as const

const has = ({ roles }: Traits, ...wanted: Role[]): boolean => wanted.some((role) => roles.has(role))

/** From so many cells on a column that should name agencies and names none is none. */
const fewestCells = 3
const leastAgencies = 0.3

function namesAgencies({ columns, shapes }: ColumnModel): boolean {
  return columns.some(({ role }, column) => {
    const shape = shapes[column]
    if (!responsible.some((wanted) => wanted === role)) return false
    return (
      shape === undefined ||
      shape.count < fewestCells ||
      role !== 'implementing' ||
      shape.agency >= leastAgencies
    )
  })
}

/** Lists of procedures, their steps and persons have columns like those of tasks; what they are about tells them apart. */
function kindOfSubject(traits: Traits): AppendixKind | null {
  const { subject, title, headers } = traits
  if (isRanking(title, headers) && !has(traits, 'task') && !has(traits, ...responsible)) return 'ranking'
  if (subject === null || has(traits, 'lead')) return null
  return subject === 'steps' ? 'process' : 'list'
}

function kindOfTasks(traits: Traits): AppendixKind | null {
  const when = has(traits, 'deadline', 'deliverable')
  if (has(traits, 'task') && (traits.hasAgency || has(traits, 'requirement'))) return 'tasks'
  if (has(traits, 'name') && traits.hasAgency)
    return has(traits, 'maxScore', 'achievedScore') && !when
      ? null
      : when || has(traits, 'requirement')
        ? 'tasks'
        : 'assignment'
  // Nobody is named: then the header must say that these are things to do.
  return has(traits, 'task', 'name') && when && namesDoing(traits) && !isStatistics(traits.model)
    ? 'tasks'
    : null
}

function namesDoing({ headers }: Traits): boolean {
  return /nhiem vu|giai phap|hoat dong|cong viec|bien phap|noi dung (?:thuc hien|trien khai)|tieu chi|chi tieu/u.test(
    headers,
  )
}

function kindOfScores(traits: Traits): AppendixKind | null {
  if (!has(traits, 'task', 'name') || !has(traits, 'maxScore', 'achievedScore', 'targetScore')) return null
  return isRanking(traits.title, traits.headers) ? 'ranking' : 'scores'
}

function kindOfRest({ model, title, headers }: Traits): AppendixKind {
  if (isRanking(title, headers)) return 'ranking'
  return isStatistics(model) ? 'statistics' : 'other'
}

function isStatistics({ shapes }: ColumnModel): boolean {
  const numeric = shapes.filter((shape) => shape.number > 0.6).length
  return numeric >= Math.max(2, shapes.length * 0.4)
}

/** No header, or one whose words are mostly lost. */
function isHeadless({ headless, columns }: ColumnModel): boolean {
  return headless || columns.filter(({ header }) => header.trim() === '').length > columns.length / 2
}

/** Without a header two signs of their own are needed: numbers of rows, and agencies or times beside them. */
function kindOfHeadless(traits: Traits): AppendixKind {
  const { model, roles } = traits
  const some = (fits: (shape: ColumnShape) => boolean): boolean => model.shapes.some(fits)
  const hasCodes = roles.has('code') && some(({ code, filled }) => code > 0.6 && filled > 0.3)
  const hasAgencies = some(({ agency, filled, length }) => agency > 0.6 && filled > 0.3 && length > 5)
  const hasTimes = some(({ date, filled, length }) => date > 0.6 && filled > 0.3 && length < 60)
  return hasCodes && (hasAgencies || hasTimes) ? 'tasks' : kindOfRest(traits)
}

function isRanking(title: string, headers: string): boolean {
  return /xep hang|thu hang|bang diem.*(?:don vi|dia phuong)/u.test(`${title} | ${headers}`)
}

/** A form is there to be filled in: header and numbers are printed, the rest is blank or dots. */
function isMostlyBlank(model: ColumnModel, dataRows: number): boolean {
  if (model.headless || dataRows === 0) return false
  const shapes = model.shapes.filter((_, column) => model.columns[column]?.role !== 'code')
  const filled = shapes.reduce((sum, shape) => sum + shape.filled, 0) / Math.max(1, shapes.length)
  return filled < 0.15
}
