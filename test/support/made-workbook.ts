import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { read, utils } from '@e965/xlsx'
import { exportFiles } from '../../pipelines/commands/export.js'
import { findPlanFiles } from '../../pipelines/export/export-plans.js'
import { importPlan, sourceOf } from '../../pipelines/plan/import-plan.js'
import { packageRoot } from '../../pipelines/system/package-root.js'
import { toJson } from '../../pipelines/system/written-files.js'
import { planKey } from '../../schemas/plan-key.js'

/** A folder with one plan and its workbook. */
export interface MadeWorkbook {
  folder: string
  plans: string
  planFile: string
  workbook: string
}

export async function makeWorkbook(): Promise<MadeWorkbook> {
  const folder = mkdtempSync(join(tmpdir(), 'phuluc workbook Đà Nẵng '))
  const [plans, workbook] = [join(folder, 'kế hoạch'), join(folder, 'bảng.xlsx')]
  mkdirSync(plans)
  const bytes = readFileSync(join(packageRoot, 'fixtures/hai-phong-229-2023/source.md'))
  const plan = (await importPlan(sourceOf('source.md', bytes))).value
  const planFile = join(plans, `${planKey(plan)}.plan.json`)
  writeFileSync(planFile, toJson(plan))
  await exportFiles(await findPlanFiles([plans]), { format: 'xlsx', out: workbook, sources: [] })
  return { folder, plans, planFile, workbook }
}

export type Row = Record<string, string>

/** A sheet's rows, each cell as it is shown. */
export function rowsOf(file: string, sheet: string): Row[] {
  const table = read(readFileSync(file)).Sheets[sheet]
  return table === undefined ? [] : utils.sheet_to_json<Row>(table, { raw: false, defval: '' })
}
