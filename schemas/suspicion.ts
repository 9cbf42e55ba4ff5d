import { z } from 'zod'

/** What speaks against a plan. Each is a kind of fault, named for what is seen and not for what may have caused it. */
export const signals = [
  // The words of the source against those of the plan
  'text-lost',
  'table-text-lost',
  'words-foreign',
  'figures-lost',
  'field-foreign',
  'title-cut',
  // The cells of the source against the columns of the plan
  'cell-misplaced',
  // Cells that look like another column's, rows unlike the others
  'cell-of-other-column',
  'agency-doubtful',
  'deadline-doubtful',
  'row-unlike-others',
  'row-empty',
  'row-repeated',
  'maximum-beyond-others',
  'maximum-is-achieved',
  'column-empty',
  'columns-exchanged',
  'deadline-unread',
  'cells-glued',
  // Codes
  'code-too-deep',
  'code-under-wrong-parent',
  'code-goes-back',
  'code-gap',
  // Kind
  'task-table-unread',
  'criteria-without-header',
  'column-unused',
  'table-of-no-kind',
  'not-criteria',
  // Header
  'header-unread',
  'header-differs',
  'header-odd',
  // Text
  'markup-in-values',
  'letters-unknown',
  'words-unknown',
  'words-split',
  'marks-missing',
  'text-struck-out',
  'text-hidden',
  'attachments',
] as const
export const Signal = z.enum(signals)
export type Signal = z.infer<typeof Signal>
