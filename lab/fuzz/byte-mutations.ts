import type { Random } from '../random.js'

/** Changes that know nothing of the format. `other` is a second file of the same kind, to splice with. */
export function mutateBytes(bytes: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  const change = random.pick([flip, flip, truncate, cutOut, splice, repeat, overwrite])
  return change(bytes, other, random)
}

type ByteChange = (bytes: Uint8Array, other: Uint8Array, random: Random) => Uint8Array

const flip: ByteChange = (bytes, _, random) => {
  const changed = bytes.slice()
  const flips = random.pick([1, 2, 5, 20, 100])
  for (let count = 0; count < flips; count++) {
    const at = random.integer(0, Math.max(0, bytes.length - 1))
    changed[at] = random.chance(0.5)
      ? (changed[at] ?? 0) ^ (1 << random.integer(0, 7))
      : random.integer(0, 255)
  }
  return changed
}

const truncate: ByteChange = (bytes, _, random) => bytes.slice(0, random.integer(0, bytes.length))

const cutOut: ByteChange = (bytes, _, random) => {
  const [from, to] = stretch(bytes, random)
  return joined(bytes.subarray(0, from), bytes.subarray(to))
}

const splice: ByteChange = (bytes, other, random) => {
  const [, end] = stretch(bytes, random)
  const [from] = stretch(other, random)
  return joined(bytes.subarray(0, end), other.subarray(from))
}

const mostRepeated = 200_000

const repeat: ByteChange = (bytes, _, random) => {
  const [from, to] = stretch(bytes, random)
  const block = bytes.subarray(from, to)
  const times = Math.min(random.pick([1, 3, 30, 300]), Math.ceil(mostRepeated / Math.max(1, block.length)))
  return joined(bytes.subarray(0, to), ...Array.from({ length: times }, () => block), bytes.subarray(to))
}

const overwrite: ByteChange = (bytes, _, random) => {
  const [from, to] = stretch(bytes, random)
  const changed = bytes.slice()
  changed.fill(random.pick([0, 0xff, 0x20, 0x28, 0x3c, 0x7c]), from, Math.min(to, from + 64))
  return changed
}

/** A stretch of the bytes, more often a short one. */
function stretch(bytes: Uint8Array, random: Random): [number, number] {
  const from = random.integer(0, bytes.length)
  const length = random.pick([4, 40, 400, 4000, bytes.length])
  return [from, Math.min(bytes.length, from + random.integer(0, length))]
}

function joined(...parts: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts))
}
