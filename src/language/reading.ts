import type { Document } from '../../schemas/document.js'
import type { Repair } from '../../schemas/repair.js'
import type { Result } from '../result.js'
import type { LanguageModel } from './model/language-model.js'

/**
 * What the repair of text and the columns of a page say to each other: lines that were misrecognised, read once as
 * they stand, and the way to have them read again by what was found of them in between.
 */

/** Where a line stands in its source, and the mark of a list that stands before it. */
export interface PrintedPlace {
  page: number | null
  number: number
  bullet: string | null
}

/** A line to read; `starts` where it does not go on from the line before. */
export interface LineToRead {
  text: string
  starts: boolean
  /** Null where it can be no line of a table, as on pages whose tables are known. */
  place: PrintedPlace | null
}

/** A word after the first reading; places are offsets in its line. */
export interface ReadWord {
  start: number
  end: number
  text: string
  id: number
  confidence: number
}

/** A part of a line that belongs to a running text: offsets `from` up to `to`. */
export interface TextPart {
  line: number
  from: number
  to: number
}

/** The parts of a running text in order, and the list whose letters count on over all texts that share it. */
export interface RunningText {
  parts: readonly TextPart[]
  list: number
}

/** A change of a line and where it begins in it. */
export interface LineChange {
  start: number
  repair: Repair
}

/** A line as it stands, and how it is read: changes in order. */
export interface ChangedLine {
  text: string
  changes: readonly LineChange[]
}

/** Lines of misrecognised pages after a first reading. Lines are known by their indices. */
export interface FirstReading {
  readonly model: LanguageModel
  readonly lines: readonly LineToRead[]
  /** By line, in order. */
  readonly words: readonly (readonly ReadWord[])[]
  /**
   * Reads the lines again with what all of them said. `texts` are running texts whose parts stand on lines among
   * others; such lines are read by them alone. The neighbours of words on `headers` say nothing of them.
   */
  readAgain(texts?: readonly RunningText[], headers?: ReadonlySet<number>): ChangedLine[]
  /**
   * The lines as all copies of a text want them that stands in many places, `copies` being the lines of each place.
   * `usual` are phrases whose words such texts mostly have.
   */
  readCopies(
    lines: readonly ChangedLine[],
    copies: readonly (readonly number[])[],
    usual: readonly string[],
  ): ChangedLine[]
}

/** The misrecognised lines of a document. */
export interface DocumentReading extends FirstReading {
  /** By line, where in the document it stands: the indices of its page and of the block there. */
  readonly standsIn: readonly { page: number; block: number }[]
  /** The document with the lines as they are read, and what of them is doubtful. */
  documentOf(lines: readonly ChangedLine[]): Result<Document>
}

/** A part of a read line as a text of its own. */
export function partOf(
  { text, changes }: ChangedLine,
  from: number,
  to: number,
): { text: string; repairs: Repair[] } {
  let out = ''
  let copied = from
  const repairs: Repair[] = []
  for (const { start, repair } of changes) {
    if (start < copied || start + repair.from.length > to) continue
    out += text.slice(copied, start) + repair.to
    copied = start + repair.from.length
    repairs.push(repair)
  }
  return { text: out + text.slice(copied, to), repairs }
}
