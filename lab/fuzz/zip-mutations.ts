import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Random } from '../random.js'
import { mutateBytes } from './byte-mutations.js'
import { mutateXml } from './xml-mutations.js'

type Parts = Record<string, Uint8Array>

const names = [
  '../../etc/x.xml',
  '/word/document.xml',
  'word\\document.xml',
  'WORD/DOCUMENT.XML',
  'word/document.xml',
  'x'.repeat(300),
]

/** By the clock of any zone: the same seed makes the same bytes, whenever and wherever. */
const packedAt = new Date(2024, 2, 11)

/** Changes inside of a ZIP that is packed anew, so that the readers behind the unpacker meet them. */
export function mutateZip(bytes: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  if (random.chance(0.15)) return mutateBytes(bytes, other, random)
  const parts: Parts = unzipSync(bytes)
  thin(parts, random)
  const foreign: Parts = unzipSync(other)
  for (let count = random.pick([1, 1, 2, 3]); count > 0; count--) mutatePart(parts, foreign, random)
  const packed = zipSync(parts, { level: random.pick([0, 1, 1, 9]), mtime: packedAt })
  return random.chance(0.05) ? mutateBytes(packed, other, random) : packed
}

/** Long tables lose most of their rows: what is to be found stands in short ones too, and is found sooner. */
function thin(parts: Parts, random: Random): void {
  for (const name of ['word/document.xml', 'xl/worksheets/sheet1.xml']) {
    const part = parts[name]
    if (part === undefined || part.length < 60_000) continue
    const xml = strFromU8(part).replace(/<w:tr[ >].*?<\/w:tr>/gsu, (row) => (random.chance(0.15) ? row : ''))
    parts[name] = strToU8(xml)
  }
}

function mutatePart(parts: Parts, foreign: Parts, random: Random): void {
  const list = Object.keys(parts)
  const main = list.find((name) => /document\.xml$|sheet1\.xml$/u.test(name)) ?? ''
  const name = random.chance(0.6) && main !== '' ? main : random.pick(list.length === 0 ? [''] : list)
  const part = parts[name] ?? new Uint8Array()
  const other = foreign[name] ?? random.pick(Object.values(foreign))
  const kind = random.pick([...Array(16).fill('xml'), 'drop', 'rename', 'foreign', 'bytes'])
  if (kind === 'xml') parts[name] = strToU8(mutateXml(strFromU8(part), strFromU8(other), random))
  else if (kind === 'drop') delete parts[name]
  else if (kind === 'rename') parts[random.pick(names)] = part
  else if (kind === 'foreign') parts[name] = other
  else parts[name] = mutateBytes(part, other, random)
}
