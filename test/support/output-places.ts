import { spawnSync } from 'node:child_process'

/** A program and what goes before it, so that files may refuse what they refuse everybody but root. */
export const withoutPrivilege: string[] =
  process.getuid?.() === 0
    ? [
        'setpriv',
        '--bounding-set=-dac_override,-dac_read_search',
        '--inh-caps=-dac_override,-dac_read_search',
      ]
    : []

const namespace = process.getuid?.() === 0 ? ['unshare', '-m'] : ['unshare', '-rm']

/** Whether this machine lets tests mount a small disk of their own (in a namespace that ends with them). */
export const canMount =
  spawnSync('sh', ['-c', `${namespace.join(' ')} mount -t tmpfs -o size=64k tmpfs /mnt`]).status === 0

/** Runs a shell script that may mount what it likes: gone when it ends. `$DISK` is a disk of so many bytes. */
export function onSmallDisk(disk: string, size: string, script: string, env: Record<string, string>) {
  const mount = `mount -t tmpfs -o size=${size} tmpfs "$DISK"`
  const [command = '', ...args] = namespace
  const run = spawnSync(command, [...args, 'bash', '-c', `${mount} && { ${script}\n}`], {
    encoding: 'utf8',
    timeout: 100_000,
    env: { ...process.env, ...env, DISK: disk },
  })
  return { code: run.status, out: run.stdout, err: run.stderr }
}
