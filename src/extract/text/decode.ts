import { defaultLimits, type Limits } from '../../../schemas/limits.js'
import { UnusableInputError } from '../../errors.js'
import { boundCharacters } from '../bounds.js'

export interface DecodedText {
  /** NFC, lines ended by `\n`, without byte order mark. */
  text: string
  /** The encoding's name where it was not UTF-8. */
  convertedFrom: string | null
}

/** Bytes of a text file → text. Throws `unsupported` for bytes that are no text. */
export function decodeText(bytes: Uint8Array, file: string, limits: Limits = defaultLimits): DecodedText {
  const { text, encoding } = decodeBytes(bytes)
  boundCharacters(text, file, limits)
  const sample = text.slice(0, 65_536)
  if (strangeCharacters(sample) > sample.length * 0.01 + 2) {
    throw new UnusableInputError('no-text-file', { file })
  }
  return {
    text: text
      .replace(/^\ufeff/u, '')
      .replace(/\r\n?/gu, '\n')
      .replace(longBlank, ' '.repeat(widestBlank))
      .normalize('NFC'),
    convertedFrom: encoding === 'utf-8' ? null : encoding,
  }
}

/** No sheet is wider: what is longer tells nothing more. */
const widestBlank = 2000
const longBlank = new RegExp(`[ \\u00a0]{${widestBlank},}`, 'gu')

/** Control characters that no text has, and what a decoder puts for bytes it cannot read. */
function strangeCharacters(sample: string): number {
  let count = 0
  for (let index = 0; index < sample.length; index++) {
    const code = sample.charCodeAt(index)
    const control = code < 0x20 && !(code >= 0x09 && code <= 0x0d) && code !== 0x1b
    if (control || code === 0x7f || code === 0xfffd) count++
  }
  return count
}

function decodeBytes(bytes: Uint8Array): { text: string; encoding: string } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs(bytes, 'utf-16be')
  const wide = wideEncoding(bytes)
  if (wide !== null) return decodeAs(bytes, wide)
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    // Windows' Vietnamese code page is the only other encoding that Vietnamese offices saved plain text in as Unicode
    // letters; one bad byte in a UTF-8 file is damage, not another encoding.
    const lenient = new TextDecoder('utf-8').decode(bytes)
    const damaged = lenient.match(/\ufffd/gu)?.length ?? 0
    return damaged * 200 < lenient.length
      ? { text: lenient, encoding: 'utf-8' }
      : decodeAs(bytes, 'windows-1258')
  }
}

function decodeAs(bytes: Uint8Array, encoding: string): { text: string; encoding: string } {
  return { text: new TextDecoder(encoding).decode(bytes), encoding }
}

/** UTF-16 without a byte order mark: Latin letters leave every other byte zero. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 4096)
  if (sample.length < 4) return null
  let even = 0
  let odd = 0
  for (let index = 0; index < sample.length; index++) {
    if (sample[index] !== 0) continue
    if (index % 2 === 0) even++
    else odd++
  }
  const many = sample.length * 0.3
  if (odd > many && even < many / 10) return 'utf-16le'
  if (even > many && odd < many / 10) return 'utf-16be'
  return null
}
