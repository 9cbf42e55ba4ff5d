import {
  createRun,
  createText,
  type Element,
  isWord,
  remove,
  wordChild,
  wordDescendants,
} from '../office/xml.js'
import type { ListDefinition, ListLevel } from './list-definitions.js'
import { formatOrdinal } from './number-formats.js'
import type { ListPlace, Styles } from './styles.js'

/**
 * Writes the numbers and bullets that Word generates into the text of their paragraphs and takes the lists away:
 * what a reader of the print sees is then text like any other, in the body and in cells. Returns how many paragraphs
 * name a list where the document defines none at all, which only a damaged file does.
 */
export function writeNumbers(root: Element, styles: Styles, lists: Map<string, ListDefinition>): number {
  const counter = new ListCounter(lists)
  let missing = 0
  for (const paragraph of wordDescendants(root, 'p')) {
    const place = styles.listPlaceOf(paragraph)
    const numbering = wordChild(paragraph, 'pPr', 'numPr')
    if (numbering !== null) remove(numbering)
    const label = counter.next(place)
    if (label !== '') putBefore(paragraph, label)
    if (lists.size === 0 && place.list !== null && place.list !== '0') missing++
  }
  return missing
}

/** The number takes the look of the text's first run; an empty paragraph, such as a cell for the number alone, gets a run. */
function putBefore(paragraph: Element, label: string): void {
  const first = wordDescendants(paragraph, 't', 'br', 'tab').find(
    (element) => !isWord(element.parentNode, 'tabs'),
  )
  if (first?.parentNode != null && isWord(first.parentNode, 'r'))
    first.parentNode.insertBefore(createText(first, label), first)
  else {
    const properties = wordChild(paragraph, 'pPr')
    paragraph.insertBefore(
      createRun(paragraph, label),
      properties === null ? paragraph.firstChild : properties.nextSibling,
    )
  }
}

/** Counts the lists of one document. Lists of one family share their counters. */
class ListCounter {
  private readonly counts = new Map<string, (number | undefined)[]>()
  private readonly started = new Set<string>()

  constructor(private readonly lists: Map<string, ListDefinition>) {}

  /** The number of the next paragraph there, with the gap behind it; '' where it is in no list or has no number. */
  next(place: ListPlace): string {
    const list = place.list === null ? undefined : this.lists.get(place.list)
    if (place.list === null || list === undefined) return ''
    const depth = place.level ?? levelOfStyle(list, place.style)
    const level = list.levels.get(depth)
    if (level === undefined) return ''
    const counts = this.counts.get(list.family) ?? []
    this.counts.set(list.family, counts)
    this.start(place.list, list, depth, counts)
    count(list, depth, level, counts)
    const label = writeLabel(list, level, depth, counts)
    return label === '' ? '' : label + level.gap
  }

  /** A list with a start of its own takes it when its level is used for the first time. */
  private start(id: string, list: ListDefinition, depth: number, counts: (number | undefined)[]): void {
    const start = list.starts.get(depth)
    const key = `${id}/${depth}`
    if (start === undefined || this.started.has(key)) return
    this.started.add(key)
    counts[depth] = start - 1
  }
}

function levelOfStyle(list: ListDefinition, style: string | null): number {
  if (style !== null) for (const [depth, level] of list.levels) if (level.style === style) return depth
  return 0
}

/** Levels above that were never used count as begun, as Word has it; levels below begin anew. */
function count(list: ListDefinition, depth: number, level: ListLevel, counts: (number | undefined)[]): void {
  const current = counts[depth]
  counts[depth] = current === undefined ? level.start : current + 1
  for (let above = 0; above < depth; above++) counts[above] ??= list.levels.get(above)?.start ?? 1
  for (let below = depth + 1; below < 9; below++) {
    const restart = list.levels.get(below)?.restart ?? null
    if (restart === null || (restart > 0 && depth < restart)) counts[below] = undefined
  }
}

function writeLabel(
  list: ListDefinition,
  level: ListLevel,
  depth: number,
  counts: (number | undefined)[],
): string {
  if (level.format === 'bullet') return level.text
  let beyond = false
  const label = level.text.replace(/%([1-9])/gu, (_, digit: string) => {
    const index = Number(digit) - 1
    if (index > depth) beyond = true
    const source = list.levels.get(index)
    const format = level.legal ? 'decimal' : (source?.format ?? 'decimal')
    const text = formatOrdinal(counts[index] ?? source?.start ?? 1, format)
    return text.padStart(source?.width ?? 0, '0')
  })
  return beyond || (level.format === 'none' && !/[^\s%\d]/u.test(level.text)) ? '' : label.trim()
}
