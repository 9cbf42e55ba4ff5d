import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type * as drafts from '../../../pipelines/plan/draft.js'
import type * as stages from '../../../pipelines/plan/stages.js'
import { packageRoot } from '../../../pipelines/system/package-root.js'
import type { Constant } from './constants.js'

/** The built program in a copy whose constants can be moved while it runs. */
export interface MovableProgram {
  stages: (typeof stages)['stages']
  blankDraft: (typeof drafts)['blankDraft']
  /** Null where the constant is used while its file is loaded: moving it later would change nothing. */
  move(constant: Constant, value: number): boolean
}

/** The copies' way to hand out what sets a constant. */
const handed = '__phulucMovable'
type Setters = Map<string, (value: number) => void>

const keyOf = ({ file, name }: Constant): string => `${file}:${name}`

export async function movableProgram(constants: Constant[]): Promise<MovableProgram> {
  const copy = join(packageRoot, 'out', `movable-${process.pid}`)
  process.on('exit', () => rmSync(copy, { recursive: true, force: true }))
  for (const ground of ['schemas', 'src', 'pipelines'])
    cpSync(join(packageRoot, 'dist', ground), join(copy, ground), { recursive: true })
  const setters: Setters = new Map()
  Object.assign(globalThis, { [handed]: setters })
  for (const file of new Set(constants.map((constant) => constant.file))) {
    const path = join(copy, file.replace(/\.ts$/u, '.js'))
    const own = constants.filter((constant) => constant.file === file)
    writeFileSync(path, loosened(readFileSync(path, 'utf8'), own))
  }
  const load = async <T>(path: string): Promise<T> => import(pathToFileURL(join(copy, path)).href) as T
  const program = await load<typeof stages>('pipelines/plan/stages.js')
  const { blankDraft } = await load<typeof drafts>('pipelines/plan/draft.js')
  return {
    stages: program.stages,
    blankDraft,
    move: (constant, value) => {
      const set = setters.get(keyOf(constant))
      set?.(value)
      return set !== undefined
    },
  }
}

/** A file's text with its constants as variables, but for those that another line at its top uses. */
function loosened(text: string, constants: Constant[]): string {
  let loose = text
  for (const constant of constants) {
    const { name } = constant
    const used = new RegExp(
      `^(?!(?:export )?(?:async )?(?:function|class)\\b|const ${name} =|export const ${name} =|//| ?\\*)\\S.*\\b${name}\\b`,
      'mu',
    )
    if (used.test(loose.replace(/^(?:import|export \{).*$/gmu, ''))) continue
    const setter = `globalThis.${handed}.set(${JSON.stringify(keyOf(constant))}, (value) => { ${name} = value; });`
    loose = loose.replace(
      new RegExp(`^(export )?const ${name} = (.*)$`, 'mu'),
      (_, exported = '', value) => `${exported}let ${name} = ${value}\n${setter}`,
    )
  }
  return loose
}
