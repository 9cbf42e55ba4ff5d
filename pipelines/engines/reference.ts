import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Reliability } from '../../schemas/evaluation/reliability.js'
import {
  type AgencyRegistry,
  type Frameworks,
  parseFrameworks,
  parseRegistry,
} from '../../src/meaning/index.js'
import { parseUnits, type Units } from '../../src/normalize/index.js'
import {
  type Channel,
  type LanguageModel,
  loadChannel,
  loadLanguageModel,
  loadLightChannel,
} from '../../src/repair/index.js'
import { packageRoot } from '../system/package-root.js'

let units: Units | null = null
let languageModel: LanguageModel | null = null
let ocrChannel: Channel | null = null
let scanChannel: Channel | null = null
let registry: AgencyRegistry | null = null
let frameworks: Frameworks | null = null

function readReference(name: string): unknown {
  return JSON.parse(readFileSync(join(packageRoot, 'reference', name), 'utf8'))
}

/** The administrative units of Việt Nam with their codes, read once. */
export function loadUnits(): Units {
  units ??= parseUnits(readReference('units.json'))
  return units
}

/** The syllable model that restoration reads with, loaded once. */
export function loadModel(): LanguageModel {
  languageModel ??= loadLanguageModel(readFileSync(join(packageRoot, 'models', 'syllables.lm')))
  return languageModel
}

/** How recognition with the English model misreads Vietnamese letters. */
export function loadOcrChannel(): Channel {
  ocrChannel ??= loadChannel(readFileSync(join(packageRoot, 'models', 'ocr-eng.tsv'), 'utf8'))
  return ocrChannel
}

/** How recognition of scans with the Vietnamese model misreads letters. */
export function loadScanChannel(): Channel {
  scanChannel ??= loadLightChannel(readFileSync(join(packageRoot, 'models', 'ocr-vie.tsv'), 'utf8'))
  return scanChannel
}

/** The bodies that plans name, with their aliases. */
export function loadRegistry(): AgencyRegistry {
  registry ??= parseRegistry(readReference('agencies.json'))
  return registry
}

/** The official lists of the indices, each with its decision and years. */
export function loadFrameworks(): Frameworks {
  frameworks ??= parseFrameworks(readReference('frameworks.json'))
  return frameworks
}

/** How far the program's confidence could be trusted where it was measured; null where that was not done. */
export function loadReliability(): Reliability | null {
  const path = join(packageRoot, 'reference', 'reliability.json')
  return existsSync(path) ? Reliability.parse(JSON.parse(readFileSync(path, 'utf8'))) : null
}
