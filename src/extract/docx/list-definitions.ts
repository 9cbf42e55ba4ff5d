import {
  attribute,
  type Document,
  descendants,
  type Element,
  numberOf,
  settingOf,
  toggle,
  wordChild,
  wordChildren,
} from '../office/xml.js'
import { plainSymbol } from './wrappers.js'

/** One level of a list: how its numbers count and look. */
export interface ListLevel {
  start: number
  format: string
  /** Figures are filled up with zeros to so many. */
  width: number
  /** '%1.%2.': the numbers of the levels, with what stands around them. */
  text: string
  /** What parts the number from the text. */
  gap: ' ' | ''
  /** Numbers of the levels above are written in figures, whatever their own format. */
  legal: boolean
  /** Counting begins anew after any higher level (null), after that level or a higher one (1–9), or never (0). */
  restart: number | null
  /** The paragraph style that stands for this level. */
  style: string | null
}

/** A list as paragraphs name it. Lists of one `family` count on from each other. */
export interface ListDefinition {
  family: string
  levels: Map<number, ListLevel>
  /** Levels that count from this when the list is first used. */
  starts: Map<number, number>
}

/** The list definitions of `numbering.xml` by the id that paragraphs use. */
export function readListDefinitions(numbering: Document | null): Map<string, ListDefinition> {
  const root = numbering?.documentElement ?? null
  const families = new Map<string, Element>()
  const byStyle = new Map<string, string>()
  for (const element of wordChildren(root, 'abstractNum')) {
    const id = attribute(element, 'abstractNumId') ?? ''
    families.set(id, element)
    const style = settingOf(wordChild(element, 'styleLink'))
    if (style !== null) byStyle.set(style, id)
  }
  const lists = new Map<string, ListDefinition>()
  for (const element of wordChildren(root, 'num')) {
    const named = settingOf(wordChild(element, 'abstractNumId')) ?? ''
    const link = settingOf(wordChild(families.get(named) ?? null, 'numStyleLink'))
    const family = (link === null ? undefined : byStyle.get(link)) ?? named
    lists.set(attribute(element, 'numId') ?? '', readList(element, family, families.get(family) ?? null))
  }
  return lists
}

function readList(element: Element, family: string, definition: Element | null): ListDefinition {
  const levels = readLevels(definition)
  const starts = new Map<number, number>()
  for (const override of wordChildren(element, 'lvlOverride')) {
    const level = numberOf(override, 'ilvl') ?? 0
    const start = numberOf(wordChild(override, 'startOverride'))
    if (start !== null) starts.set(level, start)
    for (const [own, changed] of readLevels(override)) levels.set(own, changed)
  }
  return { family, levels, starts }
}

function readLevels(parent: Element | null): Map<number, ListLevel> {
  return new Map(
    wordChildren(parent, 'lvl').map((element) => [numberOf(element, 'ilvl') ?? 0, readLevel(element)]),
  )
}

function readLevel(element: Element): ListLevel {
  const { format, width } = readFormat(element)
  const text = settingOf(wordChild(element, 'lvlText')) ?? ''
  return {
    start: numberOf(wordChild(element, 'start')) ?? 0,
    format,
    width,
    text: format === 'bullet' ? bulletOf(text, wordChild(element, 'rPr', 'rFonts')) : text,
    gap: settingOf(wordChild(element, 'suff')) === 'nothing' ? '' : ' ',
    legal: toggle(wordChild(element, 'isLgl')) === true,
    restart: numberOf(wordChild(element, 'lvlRestart')),
    style: settingOf(wordChild(element, 'pStyle')),
  }
}

/** Newer formats ('001, 002') stand beside one for older programs. */
function readFormat(level: Element): { format: string; width: number } {
  const formats = descendants(level, (element) => element.localName === 'numFmt')
  const custom = formats
    .map((element) => attribute(element, 'format') ?? '')
    .find((text) => /^0+1\b/u.test(text))
  if (custom !== undefined) return { format: 'decimal', width: custom.split(',')[0]?.trim().length ?? 0 }
  const format = formats.map(settingOf).find((value) => value !== null && value !== 'custom')
  return { format: format ?? 'decimal', width: 0 }
}

const symbolFont = /symbol|wingdings|webdings|courier/iu

/** Bullets that print as a dash or a plus are that; dots, squares, arrows and ticks of symbol fonts are '•'. */
function bulletOf(text: string, fonts: Element | null): string {
  const plain = text.replace(/[\uf020-\uf0ff]/gu, plainSymbol).trim()
  const font = attribute(fonts, 'ascii') ?? attribute(fonts, 'hAnsi') ?? ''
  return symbolFont.test(font) && !/^[-–+*•]$/u.test(plain) && plain !== '' ? '•' : plain
}
