import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { documentText } from '../../pipelines/plan/document-text.js'
import { sourceOf } from '../../pipelines/plan/import-plan.js'
import { readDocument } from '../../pipelines/plan/read-document.js'
import { programEnvironment, runBounded } from '../../pipelines/system/bounded-process.js'
import { packageRoot } from '../../pipelines/system/package-root.js'
import { askingFiles } from '../support/files/asking-files.js'
import { phulucIn, startPhuluc } from '../support/program.js'

const folder = mkdtempSync(join(tmpdir(), 'phuluc-programs-'))
const linked = join(packageRoot, 'test/hostile/linked-picture.doc')
const has = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0
const hasOffice = has('soffice', '--version')
const bounds = { time: 20_000, memory: 1024 ** 3, file: 1024 ** 2 }
const env = programEnvironment(folder)

/** A server on loopback that must not be asked. */
async function canary(port: number): Promise<{ server: Server; asked: string[]; address: string }> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    response.end()
  })
  await new Promise<void>((resolve, reject) =>
    server.once('error', reject).listen(port, '127.0.0.1', resolve),
  )
  return { server, asked, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.skipIf(!hasOffice)('LibreOffice', () => {
  it('asks nobody for what a document links to', async () => {
    // The document links to this port.
    const { server, asked } = await canary(18777)
    const { value } = await readDocument(sourceOf('linked-picture.doc', readFileSync(linked)))
    server.close()
    expect(documentText(value, String).trim()).not.toBe('')
    expect(asked).toEqual([])
  })
})

describe('documents of every format that ask a server', () => {
  let report: { entries: { file: string; outcome: string }[] }
  let asked: string[]
  beforeAll(async () => {
    const { server, asked: heard, address } = await canary(0)
    asked = heard
    const input = join(folder, 'asking')
    mkdirSync(input)
    for (const [name, bytes] of Object.entries(askingFiles(address))) writeFileSync(join(input, name), bytes)
    const out = join(folder, 'asking-out')
    await startPhuluc({}, 'import', input, '--out', out, '--jobs', '2').ended
    report = JSON.parse(readFileSync(join(out, 'import-report.json'), 'utf8'))
    server.close()
  }, 240_000)

  it('are read', () => {
    expect(report.entries.map(({ file, outcome }) => [file, outcome])).toEqual(
      Object.keys(askingFiles(''))
        .sort()
        .map((name) => [name, 'imported']),
    )
  })

  it('are heard by nobody', () => expect(asked).toEqual([]))
})

describe('a program that reads a document', () => {
  /** A LibreOffice that tells of its environment and of the processes above it. */
  const spy = `#!/bin/sh
p=$PPID
while [ "$p" -gt 1 ]; do
  printf '%s\\n' "== $(tr '\\0' ' ' < /proc/$p/cmdline)" >> "$SPY"
  tr '\\0' '\\n' < /proc/$p/environ >> "$SPY"
  p=$(awk '/^PPid/ { print $2 }' /proc/$p/status)
done
env > "$SPY.own"
`

  it.skipIf(!existsSync('/proc/self/environ'))('knows no secret, nor does its worker', async () => {
    const bin = join(folder, 'bin')
    mkdirSync(bin)
    const said = join(folder, 'spied')
    writeFileSync(join(bin, 'soffice'), spy.replaceAll('$SPY', said))
    chmodSync(join(bin, 'soffice'), 0o755)
    const input = join(folder, 'word')
    mkdirSync(input)
    copyFileSync(linked, join(input, 'a.doc'))
    const PATH = `${bin}:${process.env.PATH}`
    const secrets = {
      PGPASSWORD: 'geheim-1',
      API_TOKEN: 'geheim-2',
      PHULUC_QUEUE: 'postgres://a:geheim-3@b/c',
    }
    phulucIn({ env: { ...secrets, PATH } }, 'import', input, '--out', join(folder, 'word-out'))
    const own = readFileSync(`${said}.own`, 'utf8')
    const names = own
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split('=')[0] ?? '')
    expect(names.filter((name) => !['PWD', 'SHLVL', '_', 'OLDPWD'].includes(name)).sort()).toEqual([
      'HOME',
      'LANG',
      'PATH',
      'TMPDIR',
    ])
    const above = readFileSync(said, 'utf8')
      .split('== ')
      .filter((part) => part.includes('tinypool'))
    expect(above.length).toBeGreaterThan(0)
    expect([own, ...above].join('')).not.toContain('geheim')
    for (const part of above) expect(part.split('\n')[0]).toContain('--disallow-code-generation-from-strings')
  })

  it('ends with all that it started when its time is over', async () => {
    const marker = join(folder, 'late')
    const began = performance.now()
    const ended = await runBounded('sh', ['-c', `(sleep 3; touch "${marker}") & sleep 60`], {
      ...bounds,
      time: 500,
      env,
    })
    expect(ended.late).toBe(true)
    expect(performance.now() - began).toBeLessThan(3000)
    await new Promise((resolve) => setTimeout(resolve, 3000))
    expect(existsSync(marker)).toBe(false)
  })

  it.skipIf(!has('prlimit', '--core=0', '--', 'true'))(
    'gets no more memory, time and disk than it may take',
    async () => {
      const node = (code: string) => runBounded(process.execPath, ['-e', code], { ...bounds, env })
      expect((await node('console.log(1)')).out).toBe('1\n')
      expect((await node('Buffer.alloc(2 ** 31 - 1, 1); console.log(1)')).out).toBe('')
      const file = join(folder, 'large')
      await node(`require("fs").writeFileSync(${JSON.stringify(file)}, Buffer.alloc(8 * 1024 ** 2))`)
      expect(readFileSync(file).length).toBeLessThanOrEqual(bounds.file)
      const { code } = await runBounded('sh', ['-c', 'while :; do :; done'], { ...bounds, time: 1000, env })
      expect(code).not.toBe(0)
    },
  )

  it.skipIf(!has('unshare', '-n', 'true') && !has('unshare', '-rn', 'true'))(
    'reaches no network',
    async () => {
      const { server, asked, address } = await canary(0)
      const code = `fetch(${JSON.stringify(address)}).catch((error) => console.log(error.cause.code))`
      const { out } = await runBounded(process.execPath, ['-e', code], { ...bounds, env })
      server.close()
      expect(out).not.toBe('')
      expect(asked).toEqual([])
    },
  )

  it('is told as missing where there is none', async () => {
    await expect(runBounded('no-such-program', [], { ...bounds, env })).rejects.toMatchObject({
      code: 'ENOENT',
    })
  })
})

describe('an import', () => {
  it.skipIf(!has('strace', '-V'))(
    'opens nothing for writing but below its out folder and the temporary one',
    () => {
      const out = join(folder, 'traced-out')
      const log = join(folder, 'trace')
      const calls = 'trace=open,openat,creat,rename,renameat2,unlink,mkdir'
      const input = [linked, join(packageRoot, 'fixtures/gia-nghia-52-2024/source.txt')]
      phulucIn({ through: ['strace', '-f', '-e', calls, '-o', log] }, 'import', ...input, '--out', out)
      const written = readFileSync(log, 'utf8')
        .split('\n')
        .filter(
          (line) =>
            /O_WRONLY|O_RDWR|O_CREAT|creat\(|rename|mkdir\(/u.test(line) && !/ENOENT|EEXIST/u.test(line),
        )
      const paths = written.flatMap((line) =>
        [...line.matchAll(/"(\/[^"]*)"/gu)].map(([, path]) => path ?? ''),
      )
      // Run by root, LibreOffice stamps its own installation.
      const allowed = [out, tmpdir(), '/dev/', '/proc/', '/usr/lib/libreoffice/share/uno_packages/cache/']
      expect(paths.filter((path) => !allowed.some((place) => path.startsWith(place)))).toEqual([])
    },
  )

  it('leaves no folder of its own behind', () => {
    expect(
      readdirSync(tmpdir()).filter((name) =>
        new RegExp(`^phuluc-[0-9a-f]{8}-${process.pid}-`, 'u').test(name),
      ),
    ).toEqual([])
  })
})
