import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../pipelines/system/package-root.js'
import { sentencesOf } from '../support/sentences.js'

const longest = 25

const pages = [
  ...readdirSync(packageRoot).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(packageRoot, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
].sort()
const textOf = (page: string): string => readFileSync(join(packageRoot, page), 'utf8')
const scripts = Object.keys(JSON.parse(textOf('package.json')).scripts as Record<string, string>)

/** A path of the repository, but for those whose ending is a pattern or a name to fill in. */
const path = /(?<![\w./-])(?:src|pipelines|schemas|lab|test|docs|fixtures|models|reference)\/[\w./-]*\w/gu

describe.each(pages)('%s', (page) => {
  it(`says nothing in more than ${longest} words`, () => {
    const long = sentencesOf(textOf(page)).filter(({ words }) => words > longest)
    expect(long.map(({ line, words, text }) => `${line}: ${words} words: ${text}`)).toEqual([])
  })

  it('names files and folders that are there', () => {
    const named = [...textOf(page).matchAll(path)].map(([name]) => name)
    expect(named.filter((name) => !existsSync(join(packageRoot, name)))).toEqual([])
  })

  it('names scripts that npm can run', () => {
    const named = [...textOf(page).matchAll(/\bnpm run ([\w:-]+)/gu)].map(([, name = '']) => name)
    expect(named.filter((name) => !scripts.includes(name))).toEqual([])
  })
})
