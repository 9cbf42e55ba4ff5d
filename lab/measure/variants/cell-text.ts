/** A paragraph, list item or bare text of a cell; `list` is the tag that opens its list. */
export interface CellBlock {
  kind: 'text' | 'paragraph' | 'item'
  list: string
  /** Words, and after each but the last what stood between it and the next. */
  words: string[]
  gaps: string[]
}

/** A cell whose marks are simple enough to be cut. */
export interface CellText {
  /** Marks around the whole cell: '<b>' and '</b>', or nothing. */
  open: string
  close: string
  blocks: CellBlock[]
}

const gap = /(\s*<br\s*\/?>\s*|\s+)/iu
const block = /<p>(.*?)<\/p>|(<ul[^>]*>)(.*?)<\/ul>/giu

/** Reads a cell; null where its marks are more than paragraphs, one list level and bold or italics as a whole. */
export function readCell(cell: string): CellText | null {
  const whole = /^\s*(<(b|i|strong|em)>|\*\*)(.*)(<\/\2>|\*\*)\s*$/iu.exec(cell)
  const inner = whole?.[3] ?? cell
  const blocks: CellBlock[] = []
  let from = 0
  for (const found of inner.matchAll(block)) {
    blocks.push(...blocksOf('text', inner.slice(from, found.index), ''))
    if (found[1] !== undefined) blocks.push(...blocksOf('paragraph', found[1], ''))
    else {
      const items = [...(found[3] ?? '').matchAll(/<li>(.*?)<\/li>/giu)]
      blocks.push(...items.flatMap((item) => blocksOf('item', item[1] ?? '', found[2] ?? '<ul>')))
    }
    from = found.index + found[0].length
  }
  blocks.push(...blocksOf('text', inner.slice(from), ''))
  const simple = blocks.every((one) => one.words.every((word) => !/[<>]|\*\*/u.test(word)))
  return simple ? { open: whole?.[1] ?? '', close: whole?.[4] ?? '', blocks } : null
}

function blocksOf(kind: CellBlock['kind'], text: string, list: string): CellBlock[] {
  const parts = text.trim().split(gap)
  if (parts.length === 1 && parts[0] === '') return []
  const words = parts.filter((_, index) => index % 2 === 0)
  return [{ kind, list, words, gaps: parts.filter((_, index) => index % 2 === 1) }]
}

/** Writes a cell again: lists in one list, the rest as it was. */
export function writeCell({ open, close, blocks }: CellText): string {
  const parts: string[] = []
  for (const [index, one] of blocks.entries()) {
    const text = one.words
      .map((word, place) => word + (place < one.words.length - 1 ? one.gaps[place] : ''))
      .join('')
    if (one.kind === 'text') parts.push(text)
    else if (one.kind === 'paragraph') parts.push(`<p>${text}</p>`)
    else {
      if (blocks[index - 1]?.kind !== 'item') parts.push(one.list)
      parts.push(`<li>${text}</li>`)
      if (blocks[index + 1]?.kind !== 'item') parts.push('</ul>')
    }
  }
  return parts.length === 0 ? '' : open + parts.join(' ') + close
}

/** Where one line of the set cell ends: after how many words of which block. */
interface LineEnd {
  block: number
  words: number
}

/** The lines of a cell set in a column of that many letters; breaks that the source keeps end a line too. */
function lineEnds(cell: CellText, width: number): LineEnd[] {
  const ends: LineEnd[] = []
  for (const [index, one] of cell.blocks.entries()) {
    let length = 0
    for (const [place, word] of one.words.entries()) {
      const forced = place > 0 && /<br/iu.test(one.gaps[place - 1] ?? '')
      if (place > 0 && (forced || length + 1 + word.length > width)) {
        ends.push({ block: index, words: place })
        length = 0
      }
      length += (length === 0 ? 0 : 1) + word.length
    }
    ends.push({ block: index, words: one.words.length })
  }
  return ends
}

export function lineCount(cell: CellText, width: number): number {
  return lineEnds(cell, width).length
}

/** What a page break makes of a cell: all above, parted between blocks, or inside one ('open': the sentence visibly goes on). */
export interface CutCell {
  above: CellText
  below: CellText
  kind: 'whole' | 'between' | 'inside' | 'open'
}

/** Cuts a cell after its first `lines` lines. */
export function cutCell(cell: CellText, width: number, lines: number): CutCell {
  const ends = lineEnds(cell, width)
  const end = ends[lines - 1]
  if (end === undefined || lines >= ends.length) {
    return { above: cell, below: { ...cell, blocks: [] }, kind: 'whole' }
  }
  const cut = cell.blocks[end.block]
  const before = cell.blocks.slice(0, end.block)
  const after = cell.blocks.slice(end.block + 1)
  if (cut === undefined || end.words === cut.words.length) {
    const above = { ...cell, blocks: cut === undefined ? before : [...before, cut] }
    return { above, below: { ...cell, blocks: after }, kind: 'between' }
  }
  const head = { ...cut, words: cut.words.slice(0, end.words), gaps: cut.gaps.slice(0, end.words - 1) }
  const rest = { ...cut, words: cut.words.slice(end.words), gaps: cut.gaps.slice(end.words) }
  const tail: CellBlock = { ...rest, kind: after.length === 0 ? 'text' : 'paragraph' }
  const goesOn = !/[.;:!?…]$/u.test(head.words.at(-1) ?? '') && /^\p{Ll}/u.test(rest.words[0] ?? '')
  return {
    above: { ...cell, blocks: [...before, head] },
    below: { ...cell, blocks: [tail, ...after] },
    kind: goesOn ? 'open' : 'inside',
  }
}
