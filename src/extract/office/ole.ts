import type { SourceFile } from '../../../schemas/source.js'
import { UnusableInputError } from '../../errors.js'
import type { Reader } from '../reader.js'

/** What an OLE container (the format before 2007, and of encrypted files) holds. */
export type OleKind = 'word' | 'excel' | 'powerpoint' | 'encrypted-office' | 'encrypted-word' | 'other'

/** Names of the streams that tell, in the order in which they decide. */
const streams: [string, OleKind][] = [
  ['EncryptedPackage', 'encrypted-office'],
  ['WordDocument', 'word'],
  ['Workbook', 'excel'],
  ['Book', 'excel'],
  ['PowerPoint Document', 'powerpoint'],
]
const entrySize = 128
const nameLengthAt = 64

/** Looks the directory's entries up wherever they stand: every entry begins at a multiple of its size. */
export function oleKind(bytes: Uint8Array): OleKind {
  const names = new Set<string>()
  for (let start = 512; start + entrySize <= bytes.length; start += entrySize) {
    const name = entryName(bytes, start)
    if (name !== null) names.add(name)
  }
  const kind = streams.find(([name]) => names.has(name))?.[1] ?? 'other'
  return kind === 'word' && isEncryptedWord(bytes) ? 'encrypted-word' : kind
}

/** Names are UTF-16 of at most 31 characters, closed by a zero; their length in bytes follows. */
function entryName(bytes: Uint8Array, start: number): string | null {
  const length = (bytes[start + nameLengthAt] ?? 0) - 2
  if (length < 8 || length > 62 || length % 2 === 1 || bytes[start + nameLengthAt + 1] !== 0) return null
  let name = ''
  for (let index = 0; index < length; index += 2) {
    const letter = bytes[start + index] ?? 0
    if (bytes[start + index + 1] !== 0 || letter < 0x20 || letter > 0x7e) return null
    name += String.fromCharCode(letter)
  }
  return bytes[start + length] === 0 ? name : null
}

/** Streams begin at a multiple of this, small ones too. */
const streamStep = 64

/** The file information block begins with EC A5 and its version; bit 0x0100 of its flags says encrypted. */
function isEncryptedWord(bytes: Uint8Array): boolean {
  for (let start = 512; start + 12 <= bytes.length; start += streamStep)
    if (bytes[start] === 0xec && bytes[start + 1] === 0xa5 && (bytes[start + 3] ?? 0xff) <= 1)
      return ((bytes[start + 11] ?? 0) & 0x01) !== 0
  return false
}

/** Refuses an OLE container with the reason and the remedy. A pipeline that can convert `.doc` asks `oleKind` first. */
export const readOle: Reader = async (source) => {
  throw unreadableOle(source)
}

function unreadableOle({ file, bytes }: SourceFile): UnusableInputError {
  switch (oleKind(bytes)) {
    case 'encrypted-office':
    case 'encrypted-word':
      return new UnusableInputError('office-password', { file })
    case 'word':
      return new UnusableInputError('word-of-before-2007', { file })
    case 'excel':
      return new UnusableInputError('excel-of-before-2007', { file })
    default:
      return new UnusableInputError('office-unknown', { file })
  }
}
