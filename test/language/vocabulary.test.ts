import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const groundFloor = 'src/language/'

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`)
    .filter((name) => !name.startsWith(groundFloor))
}

const comment = /^\s*(?:\/\*\*?|\*|\/\/).*$/gmu
const literal = /(?<![\w)\]/])\/(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)+\])+\/[dgims]*u[dgims]*/gu
const made = /(?<=new RegExp\(\s*|String\.raw)(?:`[^`]*`|'[^']*')/gu

/** Texts of all regular expressions of a file: literals (they all have the flag u), and what `new RegExp` is given. */
function patternsIn(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8').replace(comment, '')
  return [literal, made].flatMap((pattern) => text.match(pattern) ?? [])
}

const files = ['src', 'pipelines'].flatMap(sources)
const patterns = files.flatMap((file) => patternsIn(file).map((pattern) => ({ file, pattern })))

function holding(shape: RegExp, allowed: readonly string[] = []): string[] {
  return patterns
    .filter(({ file, pattern }) => shape.test(pattern) && !allowed.includes(file))
    .map(({ file, pattern }) => `${file}: ${pattern}`)
}

test('all patterns are seen', () => {
  expect(patterns.length).toBeGreaterThan(500)
})

test('what a Roman numeral is stands on the ground floor', () => {
  expect(holding(/\[[^\]]*[IV]{1,2}X|\[[^\]]*ivx|I\{[01],3\}|i\{1,3\}/u)).toEqual([])
})

test('what a code of a row or an item is stands on the ground floor', () => {
  // Figures, perhaps as a path, that end with a dot or a bracket; a letter that does.
  const closedNumber =
    /\\d(?:\+|\{1,\d\})(?:\([^)]*\)[*+?]?(?:\{[\d,]+\})?)?\)?(?:\\\))?\??\[[.,)\\]*\)[.,)\\]*\]/u
  const closedLetter = /\[[^\]]*a-[a-zđ]+[^\]]*\](?:\\\)|\[\.\)\]|\[\)\.\])/u
  const allowed = [
    // Headings of the body, whose labels have their own alphabets and their own order.
    'src/normalize/body/section-labels.ts',
    'src/normalize/header/title.ts',
    // Labels that lost a sign in recognition: shapes that are no codes any more.
    'src/columns/rows/row-starts.ts',
    'src/columns/rows/lost-labels.ts',
    // The markers of Markdown's own lists.
    'src/extract/markdown/markdown-reader.ts',
    // Marks that run into the name of an agency, several behind each other.
    'src/meaning/agencies/name-tokens.ts',
  ]
  expect(holding(closedNumber, allowed)).toEqual([])
  expect(holding(closedLetter, allowed)).toEqual([])
})

test('what heads an appendix, and what says that something is attached, stands on the ground floor', () => {
  expect(holding(/ph[uụ] l[uụ]c|k[eè]m theo|[đd][ií]nh k[eè]m/iu)).toEqual([])
})

test('what heads the column of codes stands on the ground floor', () => {
  expect(holding(/\bs ?tt\b|s[oố] th[uứ] t[uự]/iu)).toEqual([])
})

test('what is the number of a page stands on the ground floor', () => {
  expect(holding(/\btrang\b(?! tính).*\\d/u)).toEqual([])
})

test('what closes a letter and who signs for whom stands on the ground floor', () => {
  expect(holding(/n[oơ]i(?: |\\s[+*]?)nh[aậ]n/iu)).toEqual([])
  expect(holding(/(?<!\p{L})(?:tm|kt|tl|tuq)(?:\||(?:\\s[+*]?)?(?:\\\.|\[\.))/iu)).toEqual([])
})

test('what names the state and its motto stands on the ground floor', () => {
  const words = (...parts: string[]) => new RegExp(parts.join(String.raw`(?: |\\[sW][+*]?)`), 'iu')
  const shapes = [
    words('c[oộ]ng', 'h.{1,12}x[aã]', 'h'),
    words('ngh[iĩ]a', 'vi[eệ]t', 'nam'),
    words('l[aậ]p', 't[uự]'),
  ]
  expect(shapes.flatMap((shape) => holding(shape))).toEqual([])
})

test('what begins the name of an organ stands on the ground floor', () => {
  const allowed = [
    // Which names of a list go on: 'HĐND' before 'UBND thành phố', 'UBND huyện' before a bare 'Cát Hải'.
    'src/normalize/cells/agencies.ts',
    // What no agency is: generous lists, so that the audit does not share the gaps of what it audits.
    'src/audit/header.ts',
    'src/audit/shapes.ts',
    // Codes in the numbers of documents.
    'src/normalize/header/document-types.ts',
  ]
  const committee = '(?:ubnd|[uủ][yỷ] ban(?: nh[aâ]n d[aâ]n)?)'
  expect(holding(new RegExp(String.raw`${committee}\||\|${committee}`, 'iu'), allowed)).toEqual([])
})
