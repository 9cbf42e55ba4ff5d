import { unzipSync } from 'fflate'
import type { Limits } from '../../../schemas/limits.js'
import { UnusableInputError } from '../../errors.js'
import { boundsOf, limitOf } from '../bounds.js'
import { checksum, readChecksums } from './checksums.js'

/** The text parts of an Office file by path. Pictures, fonts and embedded files are left packed. */
export type Parts = Map<string, Uint8Array>

/** Opens the ZIP that a DOCX or XLSX is. Throws UnusableInputError when it is damaged or unfolds beyond the bounds. */
export function openPackage(bytes: Uint8Array, file: string, given?: Partial<Limits>): Parts {
  const limits = boundsOf(given)
  let total = 0
  let count = 0
  const filter = (entry: { name: string; originalSize: number }): boolean => {
    count++
    if (count > limits.parts)
      throw new UnusableInputError('too-many-entries', { file, ...limitOf('parts', limits) })
    if (!/\.(?:xml|rels)$/iu.test(entry.name)) return false
    total += entry.originalSize
    if (total > limits.unpackedBytes)
      throw new UnusableInputError('unpacks-too-far', { file, ...limitOf('unpackedBytes', limits) })
    return true
  }
  try {
    const unpacked = Object.entries(unzipSync(bytes, { filter }))
    const checksums = readChecksums(bytes)
    if (unpacked.some(([name, part]) => checksums.get(name) !== checksum(part))) throw damaged(file)
    boundElements(unpacked, file, limits)
    return new Map(unpacked.map(([name, part]) => [name.replaceAll('\\', '/').replace(/^\/+/u, ''), part]))
  } catch (error) {
    if (error instanceof UnusableInputError) throw error
    throw damaged(file)
  }
}

/** Refuses XML with more elements than a reader can hold: each takes a hundred times its bytes. */
function boundElements(parts: [string, Uint8Array][], file: string, limits: Limits): void {
  let count = 0
  for (const [, part] of parts)
    for (let at = part.indexOf(opening); at >= 0; at = part.indexOf(opening, at + 1))
      if (part[at + 1] !== closing) count++
  if (count > limits.elements)
    throw new UnusableInputError('too-many-elements', { file, count, ...limitOf('elements', limits) })
}

const [opening, closing] = [0x3c, 0x2f]

/** The error for a file whose container or XML is broken. */
export function damaged(file: string): UnusableInputError {
  return new UnusableInputError('office-damaged', { file })
}

/** The error for a ZIP that is no Office file of the kind it was taken for. */
export function foreignArchive(file: string, parts: Parts): UnusableInputError {
  if (parts.has('content.xml')) return new UnusableInputError('open-document', { file })
  if (parts.has('ppt/presentation.xml')) return new UnusableInputError('presentation', { file })
  return new UnusableInputError('archive', { file })
}
