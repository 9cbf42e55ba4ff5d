import type { Random } from '../random.js'
import { mutateText } from './text-mutations.js'

const element = /<([\w:]+)(?:\s[^<>]*)?>/gu
const values = [
  '0',
  '-1',
  '1',
  '2',
  '99999',
  '2147483648',
  '4294967296',
  'NaN',
  '',
  'true',
  '../../x',
  'a'.repeat(300),
]

/** One to four changes of an XML part: elements dropped, doubled, moved and nested, attributes changed, entities declared. */
export function mutateXml(xml: string, other: string, random: Random): string {
  let changed = xml
  for (let count = random.pick([1, 1, 2, 4]); count > 0; count--)
    changed = random.pick(changes)(changed, other, random)
  return changed
}

type XmlChange = (xml: string, other: string, random: Random) => string

/** An element with all that stands within it, found by counting its own name; null where it is not closed. */
function pickElement(xml: string, random: Random): { from: number; to: number; name: string } | null {
  element.lastIndex = random.integer(0, xml.length)
  const start = element.exec(xml)
  if (start === null) return null
  const [tag, name = ''] = start
  if (tag.endsWith('/>')) return { from: start.index, to: start.index + tag.length, name }
  const same = new RegExp(`<(/?)${name}(?:\\s[^<>]*)?>`, 'gu')
  same.lastIndex = start.index
  let depth = 0
  for (let match = same.exec(xml); match !== null; match = same.exec(xml)) {
    if (match[0].endsWith('/>')) continue
    depth += match[1] === '/' ? -1 : 1
    if (depth === 0) return { from: start.index, to: match.index + match[0].length, name }
  }
  return null
}

const changeElement: XmlChange = (xml, _, random) => {
  const found = pickElement(xml, random)
  if (found === null) return xml
  const { from, to, name } = found
  const own = xml.slice(from, to)
  const kind = random.pick(['drop', 'drop', 'double', 'repeat', 'move', 'nest', 'unwrap'])
  const rest = xml.slice(0, from) + xml.slice(to)
  if (kind === 'drop') return rest
  if (kind === 'double') return xml.slice(0, to) + own + xml.slice(to)
  if (kind === 'repeat') {
    const times = Math.min(random.pick([20, 200]), Math.ceil(200_000 / own.length))
    return xml.slice(0, to) + own.repeat(times) + xml.slice(to)
  }
  if (kind === 'nest') {
    const depth = random.pick([3, 30, 1000])
    return xml.slice(0, from) + `<${name}>`.repeat(depth) + own + `</${name}>`.repeat(depth) + xml.slice(to)
  }
  if (kind === 'unwrap')
    return xml.slice(0, from) + own.replace(/^<[^>]*>/u, '').replace(/<[^>]*>$/u, '') + xml.slice(to)
  const ends = [...rest.matchAll(element)].map((match) => match.index)
  const at = ends.length === 0 ? 0 : random.pick(ends)
  return rest.slice(0, at) + own + rest.slice(at)
}

const changeAttribute: XmlChange = (xml, _, random) => {
  const found = [...xml.matchAll(/="([^"<>]*)"/gu)]
  if (found.length === 0) return xml
  const match = random.pick(found)
  const value = random.chance(0.3) ? (random.pick(found)[1] ?? '') : random.pick(values)
  return `${xml.slice(0, match.index)}="${value}"${xml.slice(match.index + match[0].length)}`
}

const changeContent: XmlChange = (xml, other, random) => {
  const found = [...xml.matchAll(/>([^<>]{2,})</gu)]
  if (found.length === 0) return xml
  const match = random.pick(found)
  const text = mutateText(match[1] ?? '', random.chance(0.5) ? other.replace(/<[^>]*>/gu, ' ') : '', random)
  const safe = random.chance(0.9) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;') : text
  return `${xml.slice(0, match.index)}>${safe}<${xml.slice(match.index + match[0].length)}`
}

const declareEntities: XmlChange = (xml, _, random) => {
  const nested = Array.from(
    { length: 8 },
    (_, level) => `<!ENTITY e${level + 1} "${`&e${level};`.repeat(10)}">`,
  )
  const declared = random.pick([
    `<!DOCTYPE x [<!ENTITY e0 "ha">${nested.join('')}]>`,
    '<!DOCTYPE x [<!ENTITY e8 SYSTEM "file:///etc/passwd">]>',
    '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
  ])
  const body = xml.replace(/^<\?xml[^>]*>/u, '')
  return declared + body.replace(/>([^<>]{2,})</u, '>&e8;<')
}

const damage: XmlChange = (xml, other, random) => mutateText(xml, other, random)

const changes = [
  ...[changeElement, changeElement, changeElement, changeElement, changeAttribute, changeAttribute],
  ...[changeAttribute, changeContent, changeContent, declareEntities, damage],
]
