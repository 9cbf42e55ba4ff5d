import { z } from 'zod'
import { CellLine } from './document.js'
import { Place } from './place.js'

/** What a column means. */
export const roles = [
  'code',
  'name',
  'maxScore',
  'achievedScore',
  'targetScore',
  'task',
  'requirement',
  'deadline',
  'lead',
  'coordinating',
  'implementing',
  'deliverable',
  'note',
  'other',
] as const
export const Role = z.enum(roles).meta({ id: 'Role' })
export type Role = z.infer<typeof Role>

/** Roles whose cells are a criterion's own; those of the others are its actions'. */
export const criterionRoles: readonly string[] = ['code', 'name', 'maxScore', 'achievedScore', 'targetScore']

export const AppendixKind = z.enum([
  'tasks',
  'scores',
  'assignment',
  'ranking',
  'list',
  'process',
  'statistics',
  'form',
  'other',
])
export type AppendixKind = z.infer<typeof AppendixKind>

export const RowUse = z.enum(['data', 'header', 'repeated-header', 'furniture'])
export type RowUse = z.infer<typeof RowUse>

/** What stood on one page, every cell's raw text, and how the piece was joined to the one before. */
export const PhysicalTable = z.object({
  id: z.string(),
  at: Place,
  header: z.array(z.array(z.string())),
  rows: z.array(
    z.object({
      at: Place,
      cells: z.array(
        z.object({
          text: z.string(),
          rowSpan: z.number().int().positive(),
          colSpan: z.number().int().positive(),
          at: Place,
        }),
      ),
      use: RowUse,
    }),
  ),
  continues: z
    .object({
      table: z.string(),
      verdict: z.enum(['joined', 'uncertain', 'separate']),
      evidence: z.array(z.string()),
      splitRow: z.boolean(),
    })
    .nullable(),
})
export type PhysicalTable = z.infer<typeof PhysicalTable>

/** One column of an appendix: its header text, its role, and the years that its header names. */
export const Column = z.object({ header: z.string(), role: Role, years: z.array(z.number().int()) })
export type Column = z.infer<typeof Column>

/** A piece of a logical cell: the lines that stood together in one physical cell. */
export const CellPiece = z.object({
  at: Place,
  raw: z.string(),
  lines: z.array(CellLine),
  confidence: z.number().min(0).max(1),
})
export type CellPiece = z.infer<typeof CellPiece>

/** A cell of a logical row. `merged` marks a cell that one merged cell of the print gives to several rows. */
export const LogicalCell = z.object({ pieces: z.array(CellPiece), merged: z.boolean() })
export type LogicalCell = z.infer<typeof LogicalCell>

/** A row as the author meant it, whole again where a page break cut it. One cell per column of the appendix. */
export const LogicalRow = z.object({
  at: Place,
  cells: z.array(LogicalCell),
  /** Set in bold, or one cell over the whole width. */
  strong: z.boolean(),
  /** One cell spans all columns. */
  spanning: z.boolean(),
})
export type LogicalRow = z.infer<typeof LogicalRow>

/** An appendix (or a task table in the body) with one column model for all its pieces. */
export const AppendixTable = z.object({
  label: z.string().nullable(),
  title: z.string().nullable(),
  /** The line '(Kèm theo Kế hoạch số …)', as printed. */
  caption: z.string().nullable(),
  captionAt: Place.nullable(),
  kind: AppendixKind,
  columns: z.array(Column),
  rows: z.array(LogicalRow),
  tables: z.array(PhysicalTable),
  /** Text of the appendix that stands outside its tables: notes, legends. */
  notes: z.array(z.object({ text: z.string(), at: Place })),
  /** Text that belongs to no row, header or caption but is known for what it is (page numbers). */
  furniture: z.array(z.object({ type: z.string(), text: z.string(), at: Place })),
})
export type AppendixTable = z.infer<typeof AppendixTable>
