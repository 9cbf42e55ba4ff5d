import type { z } from 'zod'
import { detailSchemas } from '../../schemas/details.js'
import type { RaisedCode } from '../../schemas/message.js'

/** A fact of made details, as it stands in them. */
export interface Leaf {
  key: string
  value: string | number
  isDate: boolean
}

interface Made {
  value: unknown
  leaves: Leaf[]
}

/** How often a schema is made anew, each time with other choices where it leaves any. */
const variations = 7

/** Details for every code and every kind of them, with facts that are found again in a sentence. */
export function madeDetails(): { code: RaisedCode; details: never; leaves: Leaf[] }[] {
  return (Object.keys(detailSchemas) as RaisedCode[]).flatMap((code) =>
    kindsOf(detailSchemas[code]).flatMap((kind) =>
      Array.from({ length: variations }, (_, variation) => {
        const { value, leaves } = new Maker(variation).make(kind, '')
        return { code, details: value as never, leaves }
      }),
    ),
  )
}

type Schema = z.core.$ZodType

function defOf(schema: Schema): Record<string, unknown> & { type: string } {
  return schema._zod.def as never
}

function kindsOf(schema: Schema): Schema[] {
  const { type, options } = defOf(schema)
  return type === 'union' ? (options as Schema[]).flatMap(kindsOf) : [schema]
}

class Maker {
  private count = 0

  constructor(private readonly variation: number) {}

  make(schema: Schema, key: string): Made {
    const def = defOf(schema)
    const n = ++this.count
    switch (def.type) {
      case 'object': {
        const parts = Object.entries(def.shape as Record<string, Schema>).map(
          ([name, part]) => [name, this.make(part, name)] as const,
        )
        return {
          value: Object.fromEntries(parts.map(([name, { value }]) => [name, value])),
          leaves: parts.flatMap(([, { leaves }]) => leaves),
        }
      }
      case 'array': {
        const items = [1, 2].map(() => this.make(def.element as Schema, key))
        return { value: items.map(({ value }) => value), leaves: items.flatMap(({ leaves }) => leaves) }
      }
      case 'nullable':
        return this.variation % 2 === 1
          ? { value: null, leaves: [] }
          : this.make(def.innerType as Schema, key)
      case 'literal':
        return { value: (def.values as unknown[])[0], leaves: [] }
      case 'boolean':
        return { value: this.variation % 2 === 1, leaves: [] }
      case 'enum': {
        const values = Object.values(def.entries as Record<string, string>)
        const value = values[(this.variation + n) % values.length]
        return { value, leaves: [] }
      }
      case 'number':
        return leaf(key, isInteger(schema) ? 400 + 7 * n : 400.25 + 7 * n)
      case 'string':
        return def.format === 'date'
          ? { value: `2031-05-${10 + n}`, leaves: [{ key, value: `2031-05-${10 + n}`, isDate: true }] }
          : leaf(key, `Chữ${n}x`)
      default:
        throw new Error(`details of a kind that nobody makes: ${def.type}`)
    }
  }
}

function leaf(key: string, value: string | number): Made {
  return { value, leaves: [{ key, value, isDate: false }] }
}

function isInteger(schema: Schema): boolean {
  return 'format' in schema && schema.format === 'safeint'
}
