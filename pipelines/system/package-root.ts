import { existsSync, readFileSync } from 'node:fs'
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

export const version: string = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')).version
