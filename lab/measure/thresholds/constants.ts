import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../../pipelines/system/package-root.js'

/** A number at the top of a file. */
export interface Constant {
  /** `src/tables/join.ts`. */
  file: string
  line: number
  name: string
  value: number
  /** What is said of it in the comment above it or behind it. */
  comment: string
}

const declaration =
  /^(?:export )?const (?<name>\w+)(?:: number)? = (?<value>[-+\d_.e*/ ()]*\d[\d_.e*/ ()]*)(?:\/\/ ?(?<behind>.*))?$/u

/** Every numeric constant at the top of a file of `src` and `pipelines`. */
export function constantsOf(root = packageRoot): Constant[] {
  return ['src', 'pipelines'].flatMap((ground) =>
    readdirSync(join(root, ground), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .sort()
      .flatMap((name) => constantsIn(`${ground}/${name}`, readFileSync(join(root, ground, name), 'utf8'))),
  )
}

export function constantsIn(file: string, text: string): Constant[] {
  const lines = text.split('\n')
  return lines.flatMap((line, index) => {
    const { name, value, behind } = declaration.exec(line)?.groups ?? {}
    if (name === undefined || value === undefined) return []
    return [{ file, line: index + 1, name, value: numberOf(value), comment: behind ?? above(lines, index) }]
  })
}

/** Products and quotients of numbers, as `30 * 60_000`. */
function numberOf(text: string): number {
  const [first = '', ...rest] = text.replace(/[_\s()]/gu, '').split(/(\*\*|[*/])/u)
  let value = Number(first)
  for (let at = 0; at < rest.length; at += 2) {
    const by = Number(rest[at + 1])
    value = rest[at] === '*' ? value * by : rest[at] === '/' ? value / by : value ** by
  }
  return value
}

/** The comment that ends on the line above. */
function above(lines: string[], index: number): string {
  const said: string[] = []
  for (let at = index - 1; at >= 0 && /^(?:\/\/|\/\*\*| \*)/u.test(lines[at] ?? ''); at--) {
    said.unshift(lines[at] ?? '')
    if (lines[at]?.startsWith('/**') === true) break
  }
  return said
    .map((line) => line.replace(/^(?:\/\/|\/\*\*| \*\/?)|\*\/$/gu, '').trim())
    .filter(Boolean)
    .join(' ')
}

/** Whether a comment says where the number comes from: a set that it was measured or fitted on, a standard, a bound. */
export function saysWhence(comment: string): boolean {
  return /\d.*\d|measur|fitted|swept|plateau|chosen|decree|nghị định|learned|goal|standard|most that|at most/iu.test(
    comment,
  )
}
