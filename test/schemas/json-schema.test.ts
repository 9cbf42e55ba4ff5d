import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { jsonSchema, type PublishedName, published } from '../../pipelines/json-schemas.js'
import { packageRoot } from '../../pipelines/system/package-root.js'

describe('published JSON Schemas', () => {
  it.each(Object.keys(published) as PublishedName[])(
    '%s is what the zod schema says (npm run schemas)',
    (name) => {
      const stored = readFileSync(join(packageRoot, 'schemas', 'json', `${name}.schema.json`), 'utf8')
      expect(JSON.parse(stored)).toEqual(jsonSchema(name))
    },
  )
})
