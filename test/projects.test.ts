import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'

const root = import.meta.dirname
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))

/** What a file of the tests imports; files of ours by their path under `test/`. */
function importsOf(file: string): string[] {
  const names = [...readFileSync(join(root, file), 'utf8').matchAll(/from '([^']+)'/gu)].map(
    ([, name]) => name,
  )
  return names.map((name = '') =>
    name.startsWith('.') ? join(dirname(file), name).replace(/\.js$/u, '.ts') : name,
  )
}

/** Whether a file starts a program or a browser, by itself or through what it imports of the tests. */
function startsPrograms(file: string): boolean {
  const imports = importsOf(file)
  return (
    imports.some((name) => name === 'node:child_process' || name === 'playwright-core') ||
    imports.filter((name) => files.includes(name)).some(startsPrograms)
  )
}

it('tests that start programs are `system` tests by their name: units need nothing but Node', () => {
  const tests = files.filter((name) => /(?<!\.system)\.test\.ts$/u.test(name))
  expect(tests.length).toBeGreaterThan(90)
  expect(tests.filter(startsPrograms)).toEqual([])
})
