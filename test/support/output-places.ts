import { spawnSync } from 'node:child_process'
import { inShell, type Ran } from './program.js'

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

/** Runs a script that may mount what it likes: gone when it ends. `$DISK` is a disk of so many bytes. */
export function onSmallDisk(disk: string, size: string, script: string, env: Record<string, string>): Ran {
  const mount = `mount -t tmpfs -o size=${size} tmpfs "$DISK"`
  return inShell(`${mount} && { ${script}\n}`, { ...env, DISK: disk }, namespace)
}
