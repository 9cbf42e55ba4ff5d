import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../pipelines/system/package-root.js'

/** Folders that are built; what one of them changed last is what the build must be younger than. */
const sources = ['schemas', 'src', 'pipelines', 'lab']

/** Once for a whole run of the tests: those that start the program start what is built. */
export default function build(): void {
  const built = join(packageRoot, 'dist', 'pipelines', 'cli.js')
  const time = (path: string): number => (existsSync(path) ? statSync(path).mtimeMs : 0)
  const changed = sources.flatMap((folder) =>
    readdirSync(join(packageRoot, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => time(join(packageRoot, folder, name))),
  )
  const latest = changed.reduce((last, next) => Math.max(last, next), time(join(packageRoot, 'package.json')))
  if (time(built) > latest) return
  const { status } = spawnSync('npx', ['tsc', '-p', 'tsconfig.build.json'], {
    cwd: packageRoot,
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error('the program cannot be built')
}
