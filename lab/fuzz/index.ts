import { parseArgs } from 'node:util'
import { type Format, formats, isFormat } from './formats.js'
import { type FuzzFigures, runFuzz } from './run-fuzz.js'

/**
 * `npm run fuzz -- [--format md,pdf] [--seed N] [--count N] [--first N] [--jobs N] [--out dir]`: reads changed real
 * files, and tells how many were read, refused, or broke something. Exit 1 where one did.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      format: { type: 'string', default: Object.keys(formats).join(',') },
      seed: { type: 'string', default: '1' },
      count: { type: 'string' },
      first: { type: 'string', default: '0' },
      jobs: { type: 'string', default: '1' },
      out: { type: 'string', default: 'out/fuzz' },
    },
  })
  let faults = 0
  for (const format of chosen(values.format)) {
    const figures = await runFuzz({
      format,
      seed: whole(values.seed),
      first: whole(values.first),
      count: values.count === undefined ? formats[format] : whole(values.count),
      jobs: Math.max(1, whole(values.jobs)),
      out: values.out,
    })
    console.log(line(figures))
    for (const { index, reason } of figures.faults)
      console.log(`  --format ${format} --first ${index} --count 1: ${reason}`)
    faults += figures.faults.length
  }
  process.exitCode = faults === 0 ? 0 : 1
}

function chosen(list: string): Format[] {
  return list.split(',').map((name) => {
    if (!isFormat(name))
      throw new Error(`there is no format "${name}"; one of ${Object.keys(formats).join(', ')}`)
    return name
  })
}

function whole(text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 0) throw new Error(`"${text}" is no whole number`)
  return number
}

function line({ format, mutants, plans, refused, faults, slowest }: FuzzFigures): string {
  const codes = Object.entries(refused).map(([code, count]) => `${code} ${count}`)
  const hangs = faults.filter(({ reason }) => reason === 'hang').length
  return `${format}: ${mutants} mutants, ${plans} plans, refused: ${codes.join(', ') || 'none'}; faults ${faults.length - hangs}, hangs ${hangs}; slowest ${slowest} ms`
}

await main()
