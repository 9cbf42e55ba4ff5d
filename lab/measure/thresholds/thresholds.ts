import { parseArgs } from 'node:util'
import { type Constant, constantsOf, saysWhence } from './constants.js'
import { movableProgram } from './movable.js'
import { measuredSources } from './sources.js'
import { type Effect, Sweep } from './sweep.js'

/**
 * Numeric constants of src and pipelines, and the range in which each of them changes no figure for the worse.
 *
 *   node dist/lab/measure/thresholds/thresholds.js --list
 *   node dist/lab/measure/thresholds/thresholds.js [--sets real,made,held-out,papers] [--details] [name or file …]
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    list: { type: 'boolean', default: false },
    details: { type: 'boolean', default: false },
    sets: { type: 'string', default: 'real,made,held-out,papers' },
  },
})

const constants = constantsOf()
const wanted = constants.filter(
  ({ file, name }) =>
    positionals.length === 0 || positionals.some((each) => name === each || file.includes(each)),
)
const written = (value: number): string => String(Number(value.toPrecision(6)))
const rowOf = ({ file, line, name, value, comment }: Constant): string =>
  `| \`${file}:${line}\` | ${name} | ${written(value)} | ${saysWhence(comment) ? 'yes' : comment === '' ? 'no comment' : 'no'}`

/** The values around the one that stands at which no figure is lost. */
function plateau(constant: Constant, effects: Effect[]): string {
  const sound = (each: Effect | undefined): boolean => each !== undefined && each.worse.length === 0
  const reach = (side: Effect[]): number => {
    const end = side.findIndex((each) => !sound(each))
    return (end === -1 ? side : side.slice(0, end)).at(-1)?.value ?? constant.value
  }
  const low = reach(effects.filter(({ factor }) => factor < 1).reverse())
  const high = reach(effects.filter(({ factor }) => factor > 1))
  return low === high ? 'none' : `${written(low)} – ${written(high)}`
}

/** What stands beside the plateau: losses, gains, or that no plan changed. */
function remark(effects: Effect[]): string {
  if (effects.every(({ changed }) => changed === 0)) return 'no plan changes'
  const told = effects
    .filter(({ worse, better }) => worse.length + better.length > 0)
    .map(({ value, worse, better }) => `${written(value)}: −${worse.length} +${better.length}`)
  return told.length === 0 ? 'no figure changes' : told.join('; ')
}

if (values.list) {
  console.log('| where | constant | value | says whence |\n|---|---|---|---|')
  for (const constant of wanted) console.log(`${rowOf(constant)} |`)
} else {
  const program = await movableProgram(constants)
  const sweep = await Sweep.over(program, measuredSources(values.sets.split(',')))
  console.log('| where | constant | value | says whence | plateau tested | figures lost and gained beyond |')
  console.log('|---|---|---|---|---|---|')
  for (const constant of wanted) {
    const effects = await sweep.move(constant)
    const told =
      effects === null
        ? '– | not on the way from a source to its plan, or fixed while loading'
        : `${plateau(constant, effects)} | ${remark(effects)}`
    console.log(`${rowOf(constant)} | ${told} |`)
    if (values.details)
      for (const { value, worse, better } of effects ?? [])
        for (const line of [...worse, ...better.map((each) => `+ ${each}`)])
          console.log(`    ${written(value)}: ${line}`)
  }
}
