import { type Framework, type FrameworkEntry, FrameworkFile } from './framework-file.js'
import { Vocabulary, type Words } from './words.js'

/** A name under which an entry may be printed. `part` tells the pieces of one entry apart. */
export interface EntryName {
  words: Words
  part: number | null
}

/** An entry ready for comparison. */
export interface KnownEntry {
  entry: FrameworkEntry
  domain: string
  parent: string | null
  names: EntryName[]
}

export interface KnownFramework {
  framework: Framework
  vocabulary: Vocabulary
  entries: KnownEntry[]
}

/** The official indices. A list is made ready for comparison when the first plan follows it. */
export interface Frameworks {
  lists: { framework: Framework; known: () => KnownFramework }[]
}

/** The reference file → `Frameworks`; throws a ZodError where it is none. */
export function parseFrameworks(json: unknown): Frameworks {
  return {
    lists: FrameworkFile.parse(json).frameworks.map((framework) => {
      let known: KnownFramework | null = null
      return { framework, known: () => (known ??= prepare(framework)) }
    }),
  }
}

function prepare(framework: Framework): KnownFramework {
  const vocabulary = new Vocabulary(framework.criteria.flatMap(namesOf))
  const codes = new Set(framework.criteria.map((entry) => entry.code))
  const entries = framework.criteria.map((entry) => ({
    entry,
    domain: entry.code.split('.')[0] ?? entry.code,
    parent: parentOf(entry.code, codes),
    names: [
      ...[entry.name, ...(entry.aliases ?? [])].map((name) => ({
        words: vocabulary.wordsOf(name),
        part: null,
      })),
      ...(entry.parts ?? []).map((name, part) => ({ words: vocabulary.wordsOf(name), part })),
    ],
  }))
  return { framework, vocabulary, entries }
}

function namesOf(entry: FrameworkEntry): string[] {
  return [entry.name, ...(entry.aliases ?? []), ...(entry.parts ?? [])]
}

/** The nearest code above that the list has; in a list put together from plans one may be missing. */
function parentOf(code: string, codes: Set<string>): string | null {
  const parts = code.split('.')
  for (let length = parts.length - 1; length > 0; length--) {
    const above = parts.slice(0, length).join('.')
    if (codes.has(above)) return above
  }
  return null
}
