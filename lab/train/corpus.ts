import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'

/**
 * The training text: a folder of `*.txt` and `*.txt.gz`, one paragraph a line. Files whose name starts with `heldout`
 * are never trained on. Of encyclopedia files (`wiki*`) every tenth stretch of 400 lines (about ten pages) is kept out,
 * and its borders, where a page may straddle, are neither trained on nor measured.
 */

const stretch = 400
const border = 40

export type Share = 'train' | 'heldout' | 'neither'

/** What a line of an encyclopedia file is used for. */
function shareOfLine(line: number): Share {
  if (Math.floor(line / stretch) % 10 !== 9) return 'train'
  const place = line % stretch
  return place < border || place >= stretch - border ? 'neither' : 'heldout'
}

export async function corpusFiles(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => /\.txt(\.gz)?$/.test(name))
  return names.sort().map((name) => join(folder, name))
}

export function isHeldOutFile(path: string): boolean {
  return /(^|\/)heldout/.test(path)
}

/** The lines of a file that are meant for `share`. */
export async function* linesOf(path: string, share: 'train' | 'heldout'): AsyncGenerator<string> {
  const raw = createReadStream(path)
  const input = path.endsWith('.gz') ? raw.pipe(createGunzip()) : raw
  const encyclopedia = /(^|\/)wiki[^/]*$/.test(path)
  let number = 0
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (!encyclopedia || shareOfLine(number) === share) yield line.normalize('NFC')
    number++
  }
}
