import { readdir, stat } from 'node:fs/promises'
import systemPaths, { dirname, join, type PlatformPath, resolve, sep } from 'node:path'
import type { LeftOut } from '../../schemas/report.js'

/** A file to import. `name` is how plan and report call it: relative to the path that was given, NFC, with `/`. */
export interface FoundDocument {
  path: string
  name: string
  bytes: number
}

export interface FoundDocuments {
  documents: FoundDocument[]
  leftOut: LeftOut[]
}

const notes = /^(?:readme|license|changelog)\b/iu
const ownOutput = /\.(?:json|ndjson|partial)$/iu

/**
 * Files under the paths in code-point order. Hidden files, links, notes and our own output are left out and listed;
 * a folder that cannot be read is listed and the others go on. With several paths, names are relative to the folder
 * they share. A path that was named itself is always taken.
 */
export async function findDocuments(paths: string[], out: string | null): Promise<FoundDocuments> {
  const found: FoundDocuments = { documents: [], leftOut: [] }
  const shared = paths.length > 1 ? sharedFolder(paths) : null
  const taken = new Set<string>()
  for (const path of paths) {
    const status = await stat(path)
    const root = shared ?? (status.isDirectory() ? path : dirname(path))
    const walk: Walk = { root, out: out === null ? null : resolve(out), taken, found }
    if (status.isDirectory()) await walkFolder(path, walk)
    else take(path, status.size, walk)
  }
  return found
}

interface Walk {
  root: string
  out: string | null
  taken: Set<string>
  found: FoundDocuments
}

async function walkFolder(folder: string, walk: Walk): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => null)
  if (entries === null) {
    walk.found.leftOut.push({ file: documentName(walk.root, folder) || '.', reason: 'unreadable-folder' })
    return
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    const reason = reasonToLeaveOut(entry, path, walk)
    if (reason !== null) walk.found.leftOut.push({ file: documentName(walk.root, path), reason })
    else if (entry.isDirectory()) await walkFolder(path, walk)
    else take(path, (await stat(path).catch(() => ({ size: 0 }))).size, walk)
  }
}

function reasonToLeaveOut(
  entry: { name: string; isSymbolicLink(): boolean; isDirectory(): boolean; isFile(): boolean },
  path: string,
  walk: Walk,
): LeftOut['reason'] | null {
  if (entry.isSymbolicLink()) return 'link'
  if (entry.name.startsWith('.')) return 'hidden'
  if (entry.isDirectory()) return resolve(path) === walk.out ? 'output' : null
  if (!entry.isFile()) return 'special'
  if (ownOutput.test(entry.name)) return 'output'
  return notes.test(entry.name) ? 'notes' : null
}

/** A file that lies under two of the given paths is one document. */
function take(path: string, bytes: number, walk: Walk): void {
  const place = resolve(path)
  if (walk.taken.has(place)) return
  walk.taken.add(place)
  walk.found.documents.push({ path, name: documentName(walk.root, path), bytes })
}

function sharedFolder(paths: string[]): string {
  const [first = [], ...rest] = paths.map((path) => resolve(path).split(sep).slice(0, -1))
  const length = first.findIndex((part, index) => rest.some((other) => other[index] !== part))
  return (length < 0 ? first : first.slice(0, length)).join(sep) || sep
}

/**
 * How plan and report call a file: the same on every system. From another drive of Windows it begins with the drive's
 * letter, without the colon that no file name may have there.
 */
export function documentName(root: string, path: string, paths: PlatformPath = systemPaths): string {
  const name = paths.relative(root, path).split(paths.sep).join('/').normalize('NFC')
  return paths.sep === '\\' ? name.replace(/^([a-z]):/iu, '$1') : name
}
