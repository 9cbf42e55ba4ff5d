import { createHash } from 'node:crypto'
import type { Document } from '../../schemas/document.js'
import type { Limits } from '../../schemas/limits.js'
import type { Issue } from '../../schemas/message.js'
import type { Place } from '../../schemas/place.js'
import { type Criterion, type Plan, Plan as PlanSchema } from '../../schemas/plan.js'
import type { SourceFile, SourceRecord } from '../../schemas/source.js'
import { checkBodyTables, checkMeaning, checkPlan } from '../../src/check/index.js'
import { readCriteria } from '../../src/criteria/index.js'
import { extract, type ReadPages, type Recogniser } from '../../src/extract/index.js'
import { normalize } from '../../src/normalize/index.js'
import { checkAlone } from '../../src/relate/index.js'
import type { LightOptions } from '../../src/repair/index.js'
import { ok, type Result } from '../../src/result.js'
import { convertLegacyWord } from '../engines/legacy-word.js'
import { type EngineName, openRecognition, pdfData } from '../engines/recognition.js'
import { loadUnits } from '../engines/reference.js'
import { version } from '../system/package-root.js'
import { withoutStrays } from '../system/stray-rejections.js'
import { type PlanInFile, plansInFile } from './plans-in-file.js'
import { misprintsOf, repairExtracted } from './repair-extracted.js'
import { resolveMeaning, scorePhrase } from './resolve-meaning.js'

export interface ImportOptions {
  /** Join the pieces of a table over page breaks (default true). */
  join?: boolean
  /**
   * The file is read by itself and as one: nothing in it is looked at as belonging to another document, and it is not
   * cut into the documents it holds (default false).
   */
  separate?: boolean
  /** Restore lost diacritics: where a page lacks them (auto, default), everywhere, or not at all. */
  repair?: 'auto' | 'always' | 'never'
  /** Look for tables whose columns run into each other in misrecognised text (default true). */
  columns?: boolean
  /** Opens an encrypted document. */
  password?: string
  /** Pages without a usable text layer are recognised (auto, default), or all pages of a PDF, or none. */
  ocr?: 'auto' | 'always' | 'never'
  /** What recognises (default tesseract.js, which needs nothing installed; native is a tesseract on the PATH). */
  ocrEngine?: EngineName
  /** Recognises with an engine that is open already; `ocrEngine` has no say then. */
  recogniser?: Recogniser
  /** Pages that were recognised before, by number. */
  readPages?: ReadPages
  /** Only these pages of a PDF or of pictures, counted from 1. */
  pages?: { first: number; last: number }
  /** What one document may be at most (defaults: `schemas/limits.ts`). */
  limits?: Partial<Limits>
  /** Told what speaks against the text of each recognised cell; for those who measure. */
  onCell?: LightOptions['onCell']
  /** Told after each stage how many milliseconds it took. */
  onStage?: (stage: string, milliseconds: number) => void
}

/** A source file from a name and bytes. `file` is kept, in NFC, as the plan's source name. */
export function sourceOf(file: string, bytes: Uint8Array): SourceFile {
  return { file: file.normalize('NFC'), bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}

/**
 * The main job: one source file → one plan, the first where the file holds several. Issues of the plan and of the
 * result are the same list. Throws UnusableInputError for a source that cannot be read at all.
 */
export async function importPlan(source: SourceFile, options: ImportOptions = {}): Promise<Result<Plan>> {
  const [plan] = await importPlans(source, options)
  return ok(plan, plan.issues)
}

/** Every plan of a source file, in the order of the file; as `importPlan`. */
export async function importPlans(
  source: SourceFile,
  options: ImportOptions = {},
): Promise<[Plan, ...Plan[]]> {
  const passed = stageClock(options.onStage)
  const extracted = await withoutStrays(() => extractAny(source, options))
  passed('extract')
  const { repair: mode = 'auto', columns = true, onCell } = options
  const document = repairExtracted(extracted.value, {
    mode,
    columns,
    ...(onCell === undefined ? {} : { onCell }),
  })
  passed('repair')
  const separate = options.separate ?? false
  const found = plansInFile(document.value, { join: options.join ?? true, separate })
  passed('tables')
  const issues = [...extracted.issues, ...document.issues]
  const record = recordOf(source, document.value)
  const plans = found.map((part) =>
    makePlan(part, issues.filter(part.concerns), record, { file: source.file, separate, passed }),
  )
  return withOwnIds(plans) as [Plan, ...Plan[]]
}

interface Making {
  file: string
  separate: boolean
  passed(stage: string): void
}

/** What was found of a plan → the plan, checked. */
function makePlan(found: PlanInFile, before: Issue[], file: SourceRecord, making: Making): Plan {
  const { document, tables, accompanying, part } = found
  const { passed } = making
  const criteria = tables.value.appendices.map((table, index) => readCriteria(table, `pl${index + 1}`))
  passed('criteria')
  const parts = {
    document,
    body: tables.value.body,
    tables: tables.value.appendices,
    criteria: criteria.map((result) => result.value),
  }
  const normalized = normalize(parts, loadUnits(), making.file)
  passed('normalize')
  const issues = [...before, ...[tables, ...criteria, normalized].flatMap((result) => result.issues)]
  issues.push(...misprintsOf(document), ...found.issues, ...checkBodyTables(tables.value.body))
  const record = part === null ? file : { ...file, part }
  const checked = checkPlan(
    {
      schemaVersion: '1.0',
      ...normalized.value,
      facts: [],
      source: record,
      sources: [record],
      ...(accompanying.length === 0 ? {} : { accompanying }),
      issues: aim(issues, parts.criteria),
    },
    parts.tables,
    document,
  )
  passed('check')
  const meant = resolveMeaning(checked, tables.value.body).value
  const alone = making.separate ? [] : checkAlone(meant)
  const plan = orderKeys({
    ...meant,
    issues: [...meant.issues, ...alone, ...checkMeaning(meant, scorePhrase)],
  })
  passed('meaning')
  return plan
}

/** Two plans of one file that give one id, as drafts without a number do, are told apart by their order. */
function withOwnIds(plans: Plan[]): Plan[] {
  const ids = new Set<string>()
  return plans.map((plan, index) => {
    const id = ids.has(plan.id) ? `${plan.id}-${index + 1}` : plan.id
    ids.add(id)
    return { ...plan, id }
  })
}

/** Tells of each stage how long it took since the one before. */
function stageClock(tell: ImportOptions['onStage']): (stage: string) => void {
  let last = performance.now()
  return (stage) => {
    const now = performance.now()
    tell?.(stage, now - last)
    last = now
  }
}

/** Legacy Word documents go through LibreOffice where it is installed; the plan says so. */
async function extractAny(source: SourceFile, options: ImportOptions): Promise<Result<Document>> {
  const converted = await convertLegacyWord(source)
  const { password, ocr, pages, ocrEngine, limits } = options
  const own =
    options.recogniser === undefined
      ? openRecognition({ engine: ocrEngine, limit: limits?.recognition })
      : null
  try {
    const extracted = await extract(converted ?? source, {
      ...(password === undefined ? {} : { password }),
      ...(ocr === undefined ? {} : { ocr }),
      ...(pages === undefined ? {} : { pages }),
      ...(limits === undefined ? {} : { limits }),
      ...(options.readPages === undefined ? {} : { readPages: options.readPages }),
      recogniser: options.recogniser ?? (own as Recogniser),
      pdfData: pdfData(),
    })
    if (converted !== null) extracted.value.convertedFrom = 'application/msword'
    return extracted
  } finally {
    await own?.close()
  }
}

function recordOf(source: SourceFile, document: Document): Plan['source'] {
  const pages = document.pages.filter((page) => page.number !== null).length
  return {
    file: source.file,
    sha256: source.sha256,
    mediaType: document.mediaType,
    route: document.route,
    convertedFrom: document.convertedFrom,
    ocrEngine: document.ocrEngine ?? null,
    pages: pages === 0 ? null : pages,
    generator: { name: 'phuluc', version },
  }
}

/**
 * An issue raised before the criteria had ids is aimed at the criterion whose evidence stands at its place; where a
 * heading shares its line with an item, at the one that has something to do.
 */
function aim(issues: Plan['issues'], criteria: Criterion[][]): Plan['issues'] {
  const byPlace = new Map<string, string>()
  const key = (at: Place): string => `${at.page}:${at.line}`
  for (const criterion of criteria.flat()) {
    for (const entry of criterion.evidence)
      if (!byPlace.has(key(entry.at))) byPlace.set(key(entry.at), criterion.id)
    for (const action of criterion.actions)
      for (const entry of action.evidence) byPlace.set(key(entry.at), criterion.id)
  }
  return issues.map((issue) =>
    issue.target !== null || issue.at === null
      ? issue
      : { ...issue, target: byPlace.get(key(issue.at)) ?? null },
  )
}

/** The contract's order of keys, which is the schema's, whatever order the stages made them in. */
function orderKeys(plan: Plan): Plan {
  const keys = (Object.keys(PlanSchema.shape) as (keyof Plan)[]).filter((key) => plan[key] !== undefined)
  return Object.fromEntries(keys.map((key) => [key, plan[key]])) as unknown as Plan
}
