import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseUnits, type Units } from '../src/normalize/index.js'
import { type LanguageModel, loadLanguageModel } from '../src/repair/index.js'
import { packageRoot } from './package-root.js'

let units: Units | null = null
let languageModel: LanguageModel | null = null

/** The administrative units of Việt Nam with their codes, read once. */
export function loadUnits(): Units {
  units ??= parseUnits(JSON.parse(readFileSync(join(packageRoot, 'reference', 'units.json'), 'utf8')))
  return units
}

/** The syllable model that restoration reads with, loaded once. */
export function loadModel(): LanguageModel {
  languageModel ??= loadLanguageModel(readFileSync(join(packageRoot, 'models', 'syllables.lm')))
  return languageModel
}
