import {
  attribute,
  type Document,
  type Element,
  numberOf,
  settingOf,
  toggle,
  wordChild,
  wordDescendants,
} from '../office/xml.js'

/** Properties of text that a style may give it; null where it says nothing. */
export interface TextTraits {
  bold: boolean | null
  caps: boolean | null
  hidden: boolean | null
}

/** A paragraph's place in a list, as far as a style or the paragraph itself gives it. */
export interface ListPlace {
  /** '0' takes the paragraph out of every list. */
  list: string | null
  level: number | null
  /** The style that names the list, null for the paragraph itself. */
  style: string | null
}

const noTraits: TextTraits = { bold: null, caps: null, hidden: null }
const noPlace: ListPlace = { list: null, level: null, style: null }

/** The styles of a document, each read together with those it is based on. */
export class Styles {
  private readonly elements = new Map<string, Element>()
  private readonly defaultParagraph: string | null = null
  private readonly traits = new Map<string, TextTraits>()
  private readonly lists = new Map<string, ListPlace>()

  constructor(styles: Document | null) {
    for (const style of styles === null ? [] : wordDescendants(styles, 'style')) {
      const id = attribute(style, 'styleId')
      if (id === null) continue
      this.elements.set(id, style)
      const isDefault = !['0', 'false', null].includes(attribute(style, 'default'))
      if (isDefault && attribute(style, 'type') === 'paragraph') this.defaultParagraph = id
    }
  }

  traitsOf(id: string | null): TextTraits {
    if (id === null) return noTraits
    const known = this.traits.get(id)
    if (known !== undefined) return known
    this.traits.set(id, noTraits)
    const style = this.elements.get(id) ?? null
    const own = readTraits(wordChild(style, 'rPr'))
    const base = this.traitsOf(settingOf(wordChild(style, 'basedOn')))
    const traits = {
      bold: own.bold ?? base.bold,
      caps: own.caps ?? base.caps,
      hidden: own.hidden ?? base.hidden,
    }
    this.traits.set(id, traits)
    return traits
  }

  /** Where a paragraph stands in which list: its own word goes before its style's. */
  listPlaceOf(paragraph: Element): ListPlace {
    const style = this.placeOfStyle(this.paragraphStyle(paragraph))
    return readListPlace(wordChild(paragraph, 'pPr'), null, style)
  }

  private placeOfStyle(id: string | null): ListPlace {
    if (id === null) return noPlace
    const known = this.lists.get(id)
    if (known !== undefined) return known
    this.lists.set(id, noPlace)
    const style = this.elements.get(id) ?? null
    const base = this.placeOfStyle(settingOf(wordChild(style, 'basedOn')))
    const place = readListPlace(wordChild(style, 'pPr'), id, base)
    this.lists.set(id, place)
    return place
  }

  paragraphStyle(paragraph: Element): string | null {
    return settingOf(wordChild(paragraph, 'pPr', 'pStyle')) ?? this.defaultParagraph
  }

  /** What a run looks like in the end: a style of characters turns over what the paragraph's style says. */
  traitsOfRun(
    run: Element,
    paragraphStyle: string | null,
  ): { bold: boolean; caps: boolean; hidden: boolean } {
    const properties = wordChild(run, 'rPr')
    const own = readTraits(properties)
    const character = this.traitsOf(settingOf(wordChild(properties, 'rStyle')))
    const paragraph = this.traitsOf(paragraphStyle)
    const settle = (name: keyof TextTraits): boolean =>
      own[name] ?? (character[name] === true) !== (paragraph[name] === true)
    return { bold: settle('bold'), caps: settle('caps'), hidden: settle('hidden') }
  }
}

function readTraits(properties: Element | null): TextTraits {
  return {
    bold: toggle(wordChild(properties, 'b')),
    caps: toggle(wordChild(properties, 'caps')),
    hidden: toggle(wordChild(properties, 'vanish')),
  }
}

function readListPlace(properties: Element | null, style: string | null, base: ListPlace): ListPlace {
  const numbering = wordChild(properties, 'numPr')
  const list = settingOf(wordChild(numbering, 'numId'))
  const level = numberOf(wordChild(numbering, 'ilvl')) ?? base.level
  return list === null ? { ...base, level } : { list, level, style }
}
