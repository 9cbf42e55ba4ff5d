import { z } from 'zod'
import { IndexName } from '../../../schemas/plan.js'
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

const IsoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** One entry of an official list. `parts` are pieces of it that plans print as rows of their own. */
export const FrameworkEntry = z.strictObject({
  code: z.string().regex(/^\d+(?:\.\d+)*$/),
  name: z.string().min(1),
  max: z.number().nullable(),
  survey: z.boolean(),
  aliases: z.array(z.string()).optional(),
  parts: z.array(z.string()).optional(),
  /** Where a list is put together from plans: which of them shows this entry. */
  proof: z.string().optional(),
})
export type FrameworkEntry = z.infer<typeof FrameworkEntry>

/** An official list as one decision laid it down. Plans dated from `from` and before `until` follow it. */
export const Framework = z.strictObject({
  id: z.string().regex(/^[A-Z][A-Z0-9_]*$/),
  index: IndexName,
  decision: z.string().nullable(),
  issuedOn: IsoDate.nullable(),
  from: IsoDate,
  until: IsoDate.nullable(),
  scale: z.number(),
  /** Put together from what plans show: an entry may be missing. */
  partial: z.boolean(),
  sources: z.array(z.string()),
  criteria: z.array(FrameworkEntry),
})
export type Framework = z.infer<typeof Framework>

export const FrameworkFile = z.strictObject({
  sources: z.record(z.string(), z.string()),
  frameworks: z.array(Framework),
})
