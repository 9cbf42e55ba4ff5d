import type { Issue } from '../../schemas/message.js'
import type { Appendix } from '../../schemas/plan.js'

const ordinalHeader = /(?:^|\s)(?:STT|TT|Stt|Số TT)(?:\s|$)/u
const ordinal = /^(?:[IVXLC]+|\d{1,3}(?:\.\d{1,3})*)[.)]?\s+\S/u

/**
 * An appendix without a table whose text looks like one (the ordinal's header, or line after line with a number first)
 * holds a table that no reader understood, columns kept by blanks as a rule. Its text is then notes, and says so.
 */
export function checkUnreadTable(appendix: Appendix): { issues: Issue[]; unplaced: number } {
  if (appendix.tables.length > 0 || appendix.kind === 'form') return { issues: [], unplaced: 0 }
  const texts = appendix.notes.map((note) => note.text)
  const numbered = texts.filter((text) => ordinal.test(text)).length
  // Without a title of its own the appendix takes the header's line for one.
  const hasHeader = [appendix.title ?? '', ...texts].some((text) => ordinalHeader.test(text))
  if (!hasHeader || numbered < 2) return { issues: [], unplaced: 0 }
  const size = texts.join('').replace(/\s+/gu, '').length
  return {
    unplaced: size,
    issues: [
      {
        severity: 'warning',
        code: 'text-unplaced',
        message:
          'The appendix seems to hold a table whose columns could not be told apart; its text stands in the notes. Import the PDF or Word file that this text was made from.',
        at: appendix.notes[0]?.at ?? null,
        target: null,
      },
    ],
  }
}
