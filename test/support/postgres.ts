import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

/** A PostgreSQL of our own: on loopback, in a temporary folder, gone when it is stopped. */
export interface PrivatePostgres {
  port: number
  /** A database that nothing is in yet. */
  emptyDatabase(name: string): Promise<string>
  stop(): void
}

/** The password of the one user there is; a test looks for it in messages. */
export const secret = 'mật-khẩu-riêng'

/** The folder of initdb and pg_ctl, or null where PostgreSQL is not installed. */
function findBinaries(): string | null {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(':'),
  ]
  return folders.find((folder) => existsSync(join(folder, 'pg_ctl'))) ?? null
}

/** In CI a missing PostgreSQL is a fault; elsewhere the tests that need it are left out. */
export const hasPostgres = findBinaries() !== null || process.env.CI === 'true'

/** PostgreSQL refuses to run as root; Debian's package brings a user for it. */
function asServer(command: string, args: string[], env: Record<string, string> = {}): void {
  const isRoot = process.getuid?.() === 0
  const [file, all] = isRoot ? ['runuser', ['-u', 'postgres', '--', command, ...args]] : [command, args]
  execFileSync(file, all, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...env },
    cwd: '/',
  })
}

export async function startPostgres(fsync: 'on' | 'off' = 'off'): Promise<PrivatePostgres> {
  const binaries = findBinaries()
  if (binaries === null) throw new Error('PostgreSQL is not installed: apt-get install postgresql')
  const folder = mkdtempSync(join(tmpdir(), 'phuluc-postgres-'))
  chmodSync(folder, 0o777)
  const data = join(folder, 'data')
  const port = await freePort()
  asServer('bash', ['-c', `printf %s '${secret}' > ${folder}/password`])
  const login = ['-U', 'phuluc', '-A', 'scram-sha-256', `--pwfile=${folder}/password`]
  asServer(join(binaries, 'initdb'), ['-D', data, '-E', 'UTF8', '--locale=C.UTF-8', '-N', ...login])
  const settings = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=${fsync} -c max_connections=60`
  const start = ['-D', data, '-o', settings, '-l', join(folder, 'log'), '-w', '-t', '60', 'start']
  asServer(join(binaries, 'pg_ctl'), start)
  const url = (name: string): string =>
    `postgres://phuluc:${encodeURIComponent(secret)}@127.0.0.1:${port}/${name}`
  return {
    port,
    emptyDatabase: async (name) => {
      await query(url('postgres'), `CREATE DATABASE ${name}`)
      return url(name)
    },
    stop: () => {
      asServer(join(binaries, 'pg_ctl'), ['-D', data, '-m', 'immediate', '-w', 'stop'])
      spawnSync('rm', ['-rf', folder])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** One statement on a connection of its own. */
export async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
