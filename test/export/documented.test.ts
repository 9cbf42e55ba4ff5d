import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { flatTables } from '../../src/export/index.js'

const page = readFileSync(join(import.meta.dirname, '../../docs/EXPORTS.md'), 'utf8')

it.each(flatTables.map((table) => [table.name, table] as const))(
  'docs/EXPORTS.md lists the columns of %s as they are',
  (name, { columns }) => {
    const lines = columns.map((column) => `| \`${column.name}\` | ${column.type} | ${column.about} |\n`)
    expect(page).toContain(`### ${name}\n\n| column | type | |\n|---|---|---|\n${lines.join('')}`)
  },
)
