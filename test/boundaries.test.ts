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
  return [...text.matchAll(/^(?:import|export)\b[^'"]*?from '([^']+)'/gmsu)].map((match) => {
    const target = match[1] ?? ''
    const to = target.startsWith('.')
      ? relative(root, resolve(root, dirname(file), target)).replace(/\.js$/u, '.ts')
      : target
    return { from: file, to }
  })
}

const files = layers.flatMap(sources)
const imports = files.flatMap(importsOf)
const local = imports.filter(({ to }) => layers.some((layer) => to.startsWith(`${layer}/`)))

/** The room of a source file: the folder below src, or null for the ground floor that all rooms stand on. */
function roomOf(file: string): string | null {
  const [layer, folder, rest] = file.split('/')
  if (layer !== 'src' || rest === undefined || folder === 'language') return null
  return folder ?? null
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

  it('has rooms that touch no files and no network', () => {
    const outside = imports.filter(({ from, to }) => from.startsWith('src/') && /^node:/u.test(to))
    expect(outside).toEqual([])
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
