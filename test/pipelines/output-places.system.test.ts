import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packageRoot } from '../../pipelines/system/package-root.js'
import { ImportReport } from '../../schemas/report.js'
import { canMount, onSmallDisk, withoutPrivilege } from '../support/output-places.js'
import { inShell, phuluc, phulucIn } from '../support/program.js'

const folder = mkdtempSync(join(tmpdir(), 'phuluc-places-'))
const input = join(folder, 'in')
const names = ['a.md', 'b.md', 'c.md']
const fixtures = [
  'made/quang-tri-papi-2024/source.md',
  'made/phu-tho-papi-2024/source.md',
  'held-out/lang-son-so-gtvt-2023/source.md',
]

beforeAll(() => {
  mkdirSync(input)
  for (const [index, name] of names.entries())
    copyFileSync(join(packageRoot, 'fixtures', fixtures[index] ?? ''), join(input, name))
})
afterAll(() => {
  spawnSync('chmod', ['-R', 'u+rwx', folder])
  rmSync(folder, { recursive: true, force: true })
})

const importTo = (out: string, file = join(input, 'a.md')): string[] => ['import', file, '--out', out]

/** The message is one line: what, why, what to do. */
function refusal(err: string): string {
  const lines = err.split('\n').filter((line) => line.startsWith('phuluc: '))
  expect(lines).toHaveLength(1)
  expect(err).not.toMatch(/^\s+at /mu)
  return lines[0] ?? ''
}

function halfWritten(path: string): string[] {
  return readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('partial'))
}

describe.skipIf(!canMount)('a disk that is too small', () => {
  it('ends the import with the file, the reason and the remedy; it goes on when there is room', () => {
    const disk = join(folder, 'disk')
    const taken = join(folder, 'taken')
    mkdirSync(disk)
    expect(phuluc(...importTo(join(folder, 'undisturbed'), input)).code).toBe(0)
    const script = `
      phuluc import "$IN" --out "$DISK/out" --jobs 1; echo "first $?"
      cp -r "$DISK/out" "$TAKEN.full"
      mount -o remount,size=64m "$DISK"
      phuluc import "$IN" --out "$DISK/out" --jobs 1 --resume; echo "second $?"
      cp -r "$DISK/out" "$TAKEN"`
    const env = { IN: input, TAKEN: taken }
    const { out, err } = onSmallDisk(disk, '600k', script, env)
    expect(out).toBe('first 1\nsecond 0\n')
    expect(refusal(err)).toMatch(
      /^phuluc: \S+\.plan\.json cannot be written: the disk is full; make room and go on with --resume\.$/u,
    )
    const full = readdirSync(`${taken}.full`).sort()
    expect(halfWritten(`${taken}.full`)).toEqual([])
    expect(full.filter((name) => name.endsWith('.plan.json'))).toHaveLength(1)
    expect(full).not.toContain('import-report.json')
    expect(err).toContain('finished before')
    for (const name of readdirSync(join(folder, 'undisturbed')).filter((file) =>
      /plan\.json$|report\.json$/u.test(file),
    ))
      expect(readFileSync(join(taken, name), 'utf8')).toBe(
        readFileSync(join(folder, 'undisturbed', name), 'utf8'),
      )
  })

  it('leaves no half export, workbook or report', () => {
    const disk = join(folder, 'disk-2')
    mkdirSync(disk)
    const plans = join(folder, 'undisturbed')
    const script = `
      for f in ndjson xlsx; do phuluc export "$PLANS" --to $f --out "$DISK/$f"; echo "$f $?"; done
      phuluc report "$PLANS" --out "$DISK/report.html"; echo "report $?"
      phuluc import "$IN/a.md" --out "$OUT" --xlsx "$DISK/book.xlsx" 2>&1 | grep phuluc: >&2
      find "$DISK" -mindepth 1`
    const env = { IN: input, PLANS: plans, OUT: join(folder, 'beside') }
    const { out, err } = onSmallDisk(disk, '8k', script, env)
    expect(out).toBe('ndjson 1\nxlsx 1\nreport 1\n')
    const told = err.split('\n').filter((line) => line.startsWith('phuluc: '))
    expect(told).toHaveLength(4)
    for (const line of told)
      expect(line).toMatch(/cannot be written: the disk is full; make room and run the command again\.$/u)
  })

  it('is told when it is read-only, at the folder and below it', () => {
    const disk = join(folder, 'disk-3')
    mkdirSync(disk)
    const script = `mount -o remount,ro "$DISK"
      for out in "$DISK" "$DISK/deep/out"; do phuluc import "$IN/a.md" --out "$out"; echo $?; done`
    const { out, err } = onSmallDisk(disk, '1m', script, { IN: input })
    expect(out).toBe('1\n1\n')
    expect(err.match(/cannot be written: the disk is read-only; choose another folder\.$/gmu)).toHaveLength(2)
  })
})

describe('places that take nothing', () => {
  it('are told of the journal, a plan, the report and the folder of parts', () => {
    const known = phuluc(...importTo(join(folder, 'known')))
    expect(known.code).toBe(0)
    const plan = readdirSync(join(folder, 'known')).find((name) => name.endsWith('.plan.json')) ?? ''
    const cases: [string, (out: string) => void, RegExp][] = [
      [
        'journal',
        (out) => mkdirSync(join(out, 'import-journal.ndjson')),
        /import-journal\.ndjson cannot be written: it is a folder; move it away, or choose another place\.$/u,
      ],
      [
        'plan',
        (out) => mkdirSync(join(out, plan)),
        /\.plan\.json cannot be written: it is a folder; move it away, or choose another place\.$/u,
      ],
      [
        'report',
        (out) => mkdirSync(join(out, 'import-report.json')),
        /import-report\.json cannot be written: it is a folder; move it away, or choose another place\.$/u,
      ],
    ]
    for (const [name, occupy, message] of cases) {
      const out = join(folder, name)
      mkdirSync(out)
      occupy(out)
      const { code, err } = phuluc(...importTo(out))
      expect(code).toBe(1)
      expect(refusal(err)).toMatch(message)
      expect(halfWritten(out)).toEqual([])
    }
    rmSync(join(folder, 'report', 'import-report.json'), { recursive: true })
    const again = phuluc(...importTo(join(folder, 'report')), '--resume')
    expect(again.code).toBe(0)
    expect(again.err).toContain('finished before')
  })

  it.skipIf(!existsSync('/proc/self'))('end the import at once where the system makes no folders', () => {
    const { code, err } = phuluc(...importTo('/proc/self/phuluc/out'))
    expect(code).toBe(1)
    expect(refusal(err)).toBe(
      'phuluc: /proc/self/phuluc/out cannot be written: no folder can be made there; choose another.',
    )
  })

  it.skipIf(!existsSync('/dev/full'))('are told where the data goes to standard output', () => {
    const { code, err } = phulucIn({ stdout: openSync('/dev/full', 'w') }, 'text', join(input, 'a.md'))
    expect(code).toBe(1)
    expect(refusal(err)).toBe(
      'phuluc: standard output cannot be written: the disk is full; make room and run the command again.',
    )
  })

  it('are none where the reader has gone away: that is no fault', () => {
    const { code, err } = inShell('phuluc text "$IN/a.md" | head -c 10', { IN: input })
    expect([code, err]).toEqual([0, ''])
  })
})

describe('files and folders without the right to them', () => {
  it('fail by themselves when they are read; the rest goes on', () => {
    const locked = join(folder, 'locked')
    mkdirSync(join(locked, 'shut'), { recursive: true })
    for (const name of ['a.md', 'c.md']) copyFileSync(join(input, name), join(locked, name))
    writeFileSync(join(locked, 'shut', 'd.md'), '')
    chmodSync(join(locked, 'a.md'), 0)
    chmodSync(join(locked, 'shut'), 0)
    const out = join(folder, 'unlocked')
    const { code, err } = phulucIn({ through: withoutPrivilege }, ...importTo(out, locked))
    expect(code).toBe(1)
    expect(err).toContain('✗ a.md: access is not permitted; check its rights.')
    const report = ImportReport.parse(JSON.parse(readFileSync(join(out, 'import-report.json'), 'utf8')))
    expect(report.entries.map(({ file, outcome }) => [file, outcome])).toEqual([
      ['a.md', 'failed'],
      ['c.md', 'imported'],
    ])
    expect(report.leftOut).toEqual([{ file: 'shut', reason: 'unreadable-folder' }])
    chmodSync(join(locked, 'a.md'), 0o644)
    const again = phulucIn({ through: withoutPrivilege }, ...importTo(out, locked), '--resume')
    expect(again.code).toBe(0)
    expect(again.err).toContain('finished before')
  })

  it('are told when they are to be written', () => {
    const out = join(folder, 'kept')
    mkdirSync(out)
    chmodSync(out, 0o555)
    const { code, err } = phulucIn({ through: withoutPrivilege }, ...importTo(out))
    expect(code).toBe(1)
    expect(refusal(err)).toMatch(/cannot be written: access is not permitted; check its rights\.$/u)
  })
})
