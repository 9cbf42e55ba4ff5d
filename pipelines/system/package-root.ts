import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the installed package, whether the code runs from the sources or from `dist`. */
function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error('phuluc: the package is incomplete, its package.json is missing')
    folder = parent
  }
  return folder
}

export const packageRoot = findRoot()

const require = createRequire(import.meta.url)

/** The folder of an installed package, for the data that it brings along. */
export function packageFolder(name: string): string {
  return dirname(require.resolve(`${name}/package.json`))
}

export const version: string = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')).version
