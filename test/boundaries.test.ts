import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const layers = ['schemas', 'src', 'pipelines', 'lab'] as const

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sources(path)
    return entry.name.endsWith('.ts') ? [path] : []
  })
}

interface Import {
  from: string
  to: string
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8')
  const imported = /^(?:import|export)\b[^'"]*?from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gmsu
  return [...text.matchAll(imported)].map((match) => {
    const target = match[1] ?? match[2] ?? match[3] ?? ''
    const to = target.startsWith('.')
      ? relative(root, resolve(root, dirname(file), target)).replace(/\.js$/u, '.ts')
      : target
    return { from: file, to }
  })
}

/** What rooms may import from outside. Each of them loads in a browser. */
const forBrowsers = new Set([
  '@e965/xlsx',
  '@xmldom/xmldom',
  'd3-scale',
  'domhandler',
  'fast-levenshtein',
  'fflate',
  'htmlparser2',
  'mammoth',
  'mdast',
  'pdfjs-dist',
  'remark-gfm',
  'remark-parse',
  'unified',
  'zod',
])

const files = layers.flatMap(sources)
const imports = files.flatMap(importsOf)
const local = imports.filter(({ to }) => layers.some((layer) => to.startsWith(`${layer}/`)))

/** The room of a source file: the folder below src, or null for the ground floor that all rooms stand on. */
function roomOf(file: string): string | null {
  const [layer, folder, rest] = file.split('/')
  if (layer !== 'src' || rest === undefined || folder === 'language') return null
  return folder ?? null
}

/** The folders above a file, the outermost first. */
function foldersOf(file: string): string[] {
  const parts = dirname(file).split('/')
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}

/** A folder and those in it, each with the number of its files. */
function folders(folder: string): [folder: string, files: number][] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true })
  const inside = entries
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => folders(join(folder, name)))
  return [[folder, entries.filter((entry) => entry.isFile()).length], ...inside]
}

describe('the house', () => {
  it('imports one way: lab → pipelines → src → schemas', () => {
    const rank = (file: string): number => layers.findIndex((layer) => file.startsWith(`${layer}/`))
    expect(local.filter(({ from, to }) => rank(to) > rank(from))).toEqual([])
  })

  it('has schemas that import only zod and each other', () => {
    const foreign = imports.filter(
      ({ from, to }) => from.startsWith('schemas/') && to !== 'zod' && !to.startsWith('schemas/'),
    )
    expect(foreign).toEqual([])
  })

  it('has rooms that do not import each other', () => {
    const crossing = local.filter(({ from, to }) => {
      const room = roomOf(from)
      const other = roomOf(to)
      return from.startsWith('src/') && other !== null && room !== other
    })
    expect(crossing).toEqual([])
  })

  it('has rooms that run in a browser: no files, no native packages', () => {
    const outside = imports
      .filter(({ from, to }) => from.startsWith('src/') && !/^(?:src|schemas)\//u.test(to))
      .map(({ to }) => to.match(/^(?:@[^/]+\/)?[^/]+/u)?.[0] ?? to)
    expect(outside.filter((name) => !forBrowsers.has(name))).toEqual([])
    const ofNode = files.filter(
      (file) =>
        file.startsWith('src/') &&
        /\b(?:NodeJS|process|Buffer)\.\w|: Buffer\b/u.test(readFileSync(join(root, file), 'utf8')),
    )
    expect(ofNode).toEqual([])
  })

  it('has native engines in pipelines/engines only', () => {
    const native = imports.filter(
      ({ from, to }) =>
        from.startsWith('pipelines/') &&
        !from.startsWith('pipelines/engines/') &&
        ['sharp', '@napi-rs/canvas', 'tesseract.js'].includes(to),
    )
    expect(native).toEqual([])
  })

  it('has pages of PDF and pages of scans that know nothing of each other', () => {
    const readers = ['src/extract/pdf/', 'src/extract/image/']
    const folderOf = (file: string): string | undefined => readers.find((folder) => file.startsWith(folder))
    const tied = local.filter(({ from, to }) => {
      const [own, other] = [folderOf(from), folderOf(to)]
      return (
        other !== undefined && own !== other && (own !== undefined || from.startsWith('src/extract/page/'))
      )
    })
    expect(tied).toEqual([])
  })

  it('has doors: others import a folder by its index.ts, where it has one', () => {
    const isFile = new Set(files)
    const besideTheDoor = local.filter(({ from, to }) => {
      // Those who measure and train look inside the rooms.
      if (from.startsWith('lab/') && !to.startsWith('lab/')) return false
      return foldersOf(to).some((folder) => {
        const door = `${folder}/index.ts`
        return !from.startsWith(`${folder}/`) && isFile.has(door) && to !== door
      })
    })
    expect(besideTheDoor).toEqual([])
  })

  it('has folders that fit a screen: no more than 20 files', () => {
    const full = [...layers, 'test'].flatMap(folders).filter(([, count]) => count > 20)
    expect(full).toEqual([])
  })

  it('has no circles', () => {
    const edges = new Map<string, string[]>()
    for (const { from, to } of local) edges.set(from, [...(edges.get(from) ?? []), to])
    const done = new Set<string>()
    const circles: string[] = []
    const visit = (file: string, path: string[]): void => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '))
      else if (!done.has(file)) {
        for (const next of edges.get(file) ?? []) visit(next, [...path, file])
        done.add(file)
      }
    }
    for (const file of files) visit(file, [])
    expect(circles).toEqual([])
  })
})
