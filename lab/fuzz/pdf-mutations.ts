import { deflateSync, inflateSync } from 'node:zlib'
import type { Random } from '../random.js'
import { mutateBytes } from './byte-mutations.js'

/** One object of a PDF: its number, and all between `obj` and `endobj`, a character a byte. */
interface PdfObject {
  number: number
  body: string
}

/** Changes of a PDF's objects and inside of their unpacked streams; the file is written anew with a directory that fits. */
export function mutatePdf(bytes: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  if (random.chance(0.25)) return mutateBytes(bytes, other, random)
  const text = latin1(bytes)
  const objects = objectsOf(text)
  const root = /\/Root\s+(\d+)/u.exec(text)?.[1]
  if (objects.length === 0 || root === undefined) return mutateBytes(bytes, other, random)
  for (let count = random.pick([1, 1, 2, 4]); count > 0; count--)
    random.pick([mutateStream, mutateStream, mutateNumber, mutateReference, mutateKey, mutateList])(
      objects,
      random,
    )
  return write(objects, root)
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}

function objectsOf(text: string): PdfObject[] {
  return [...text.matchAll(/(?<!\d)(\d+) 0 obj\b(.*?)\bendobj/gsu)].map((match) => ({
    number: Number(match[1]),
    body: match[2] ?? '',
  }))
}

type ObjectChange = (objects: PdfObject[], random: Random) => void

const operators = [
  'BT',
  'ET',
  'Tj',
  'TJ',
  'Tf',
  'Td',
  'Tm',
  'T*',
  'q',
  'Q',
  'cm',
  're',
  'f',
  'S',
  'W',
  'n',
  'Do',
  'BI',
  'ID',
  'EI',
  'sh',
]
const numbers = ['0', '-1', '1e9', '99999999999', '-32768', '0.00000001', 'NaN', '65536', '1']

/** Text, numbers and operators of a page's own program. */
const mutateStream: ObjectChange = (objects, random) => {
  const packed = objects.filter(({ body }) => /FlateDecode/u.test(body) && /stream\r?\n/u.test(body))
  if (packed.length === 0) return
  // Pages are short programs that hold text; typefaces are long.
  const object = random.pick(packed)
  const [, head = '', data = ''] = /^(.*?)stream\r?\n(.*?)\r?\nendstream/su.exec(object.body) ?? []
  const inner = unpack(data)
  if (inner === null) return
  const changed = /\bT[jJ]\b/u.test(inner) ? mutateProgram(inner, random) : mutateRaw(inner, random)
  const again = deflateSync(Buffer.from(changed, 'latin1'), { level: 1 }).toString('latin1')
  const length = random.chance(0.95) ? again.length : random.integer(0, 2 * again.length)
  object.body = `${head.replace(/\/Length\s+\d+(?:\s+0\s+R)?/u, `/Length ${length}`)}stream\n${again}\nendstream\n`
}

function unpack(data: string): string | null {
  try {
    return inflateSync(Buffer.from(data, 'latin1')).toString('latin1')
  } catch {
    return null
  }
}

function mutateRaw(text: string, random: Random): string {
  const bytes = Buffer.from(text, 'latin1')
  return latin1(mutateBytes(new Uint8Array(bytes), new Uint8Array(bytes), random))
}

function mutateProgram(program: string, random: Random): string {
  const lines = program.split('\n')
  for (let count = random.pick([1, 3, 20]); count > 0; count--) {
    const at = random.integer(0, lines.length - 1)
    const kind = random.pick(['drop', 'repeat', 'number', 'operator', 'swap', 'raw'])
    const line = lines[at] ?? ''
    if (kind === 'drop') lines.splice(at, random.integer(1, 10))
    else if (kind === 'repeat')
      lines.splice(at, 0, ...Array.from({ length: random.pick([2, 20, 500]) }, () => line))
    else if (kind === 'number') lines[at] = line.replace(/-?\d+(?:\.\d+)?/u, () => random.pick(numbers))
    else if (kind === 'operator') lines[at] = line.replace(/[A-Za-z*]+$/u, () => random.pick(operators))
    else if (kind === 'swap') lines.splice(at, 2, lines[at + 1] ?? '', line)
    else lines[at] = mutateRaw(line, random)
  }
  return lines.join('\n')
}

/** Sizes, boxes, counts and lengths. */
const mutateNumber: ObjectChange = (objects, random) => {
  const object = random.pick(objects)
  const [head, ...rest] = object.body.split('stream')
  const changed = (head ?? '').replace(/(?<![\d.])-?\d+(?:\.\d+)?(?!\s+0\s+R)/gu, (number) =>
    random.chance(0.7) ? number : random.pick(numbers),
  )
  object.body = [changed, ...rest].join('stream')
}

/** One object stands for another: trees become circles. */
const mutateReference: ObjectChange = (objects, random) => {
  const pointing = objects.filter(({ body }) => /\d+ 0 R/u.test(body))
  if (pointing.length === 0) return
  const object = random.pick(pointing)
  object.body = object.body.replace(/(\d+) 0 R/gu, (reference) =>
    random.chance(0.6)
      ? reference
      : `${random.chance(0.3) ? object.number : random.pick(objects).number} 0 R`,
  )
}

const mutateKey: ObjectChange = (objects, random) => {
  const keyed = objects.filter(({ body }) => /\/[A-Z]\w+/u.test(body))
  if (keyed.length === 0) return
  const keys = keyed.flatMap(({ body }) => body.split('stream')[0]?.match(/\/[A-Z]\w+/gu) ?? [])
  const object = random.pick(keyed)
  object.body = object.body.replace(/\/[A-Z]\w+/gu, (key) => (random.chance(0.85) ? key : random.pick(keys)))
}

/** Objects go, or take another's place. */
const mutateList: ObjectChange = (objects, random) => {
  const at = random.integer(0, objects.length - 1)
  const object = objects[at]
  if (object === undefined) return
  if (random.chance(0.5) && objects.length > 1) objects.splice(at, 1)
  else object.body = random.pick(objects).body
}

function write(objects: PdfObject[], root: string): Uint8Array {
  let text = '%PDF-1.6\n'
  const offsets = new Map<number, number>()
  for (const { number, body } of objects) {
    offsets.set(number, text.length)
    text += `${number} 0 obj${body}endobj\n`
  }
  const size = Math.max(...offsets.keys()) + 1
  const start = text.length
  const entries = Array.from({ length: size }, (_, number) => {
    const offset = offsets.get(number)
    return offset === undefined ? '0000000000 65535 f ' : `${String(offset).padStart(10, '0')} 00000 n `
  })
  text += `xref\n0 ${size}\n${entries.join('\n')}\ntrailer\n<</Size ${size}/Root ${root} 0 R>>\nstartxref\n${start}\n%%EOF\n`
  return new Uint8Array(Buffer.from(text, 'latin1'))
}
