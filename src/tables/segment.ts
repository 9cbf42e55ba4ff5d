import type { Block } from '../../schemas/document.js'
import type { Place } from '../../schemas/place.js'

/** An appendix as a stretch of blocks: what is printed above its tables, and everything in it. */
export interface AppendixSegment {
  label: string | null
  title: string | null
  caption: string | null
  captionAt: Place | null
  /** The label says that the appendix above goes on: 'PHỤ LỤC 1 (tiếp theo)'. */
  continued: boolean
  /** Label, title and caption, line by line. */
  head: HeadLine[]
  /** The same, printed again on later pages. */
  repeated: HeadLine[]
  blocks: Block[]
}

/** A line of an appendix's head. */
export interface HeadLine {
  text: string
  at: Place
}

export function emptySegment(blocks: Block[] = []): AppendixSegment {
  return {
    label: null,
    title: null,
    caption: null,
    captionAt: null,
    continued: false,
    head: [],
    repeated: [],
    blocks,
  }
}
