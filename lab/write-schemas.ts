import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { jsonSchema, type PublishedName, published } from '../pipelines/json-schemas.js'
import { databaseSql } from '../pipelines/queue/schema.js'
import { packageRoot } from '../pipelines/system/package-root.js'

/** Writes the JSON Schema of every published shape to `schemas/json`, and the SQL of the tables to `schemas/sql`. */
const folder = join(packageRoot, 'schemas', 'json')
await mkdir(folder, { recursive: true })
for (const name of Object.keys(published) as PublishedName[])
  await writeFile(join(folder, `${name}.schema.json`), `${JSON.stringify(jsonSchema(name), null, 2)}\n`)

const sql = join(packageRoot, 'schemas', 'sql')
await mkdir(sql, { recursive: true })
await writeFile(join(sql, 'phuluc.sql'), databaseSql())
