import { importPlan, sourceOf } from '../../pipelines/plan/import-plan.js'
import type { Plan } from '../../schemas/plan.js'

/** Text → plan, through the whole line. */
export async function importText(text: string, file = 'test.txt'): Promise<Plan> {
  return (await importPlan(sourceOf(file, new TextEncoder().encode(text)))).value
}
