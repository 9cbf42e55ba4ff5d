import type { AppendixKind, Role } from '../../schemas/table.js'
import { fold } from '../language/letters.js'
import type { ColumnModel } from './column-model.js'

/** What a table is for, by its columns, its cells and its title. Only tasks, scores and assignments have criteria. */
export function kindOf(model: ColumnModel, title: string | null, dataRows: number): AppendixKind {
  const roles = new Set<Role>(model.columns.map((column) => column.role))
  const folded = fold(title ?? '')
  const headers = model.columns.map((column) => fold(column.header)).join(' | ')
  const has = (...wanted: Role[]): boolean => wanted.some((role) => roles.has(role))
  if (/^(?:mau|bieu mau|phieu|de cuong)\b/u.test(folded) || isMostlyBlank(model, dataRows)) return 'form'
  const text = has('task', 'name')
  const responsible = has('lead', 'coordinating', 'implementing')
  const when = has('deadline', 'deliverable')
  if (/xep hang|thu hang|bang xep hang/u.test(headers) && !responsible && !has('task')) return 'ranking'
  if (has('task') && (responsible || when || has('requirement'))) return 'tasks'
  const scored = has('maxScore', 'achievedScore')
  if (has('name') && scored && !has('task', 'requirement') && !when && !isRanking(folded, headers))
    return 'scores'
  if (has('name') && responsible) return when || has('requirement') ? 'tasks' : 'assignment'
  if (text && has('maxScore', 'achievedScore', 'targetScore'))
    return isRanking(folded, headers) ? 'ranking' : 'scores'
  if (text && when) return 'tasks'
  if (isRanking(folded, headers)) return 'ranking'
  const numeric = model.shapes.filter((shape) => shape.number > 0.6).length
  return numeric >= Math.max(2, model.shapes.length * 0.4) ? 'statistics' : 'other'
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
