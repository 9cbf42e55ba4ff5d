import { stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { ExpectedPlan } from '../../schemas/evaluation/expectation.js'
import type { Plan } from '../../schemas/plan.js'
import { planKey } from '../../schemas/plan-key.js'
import type { ExportedPlan } from '../../src/export/index.js'
import { saying } from '../../src/messages/index.js'
import { UsageError } from '../system/spoken-errors.js'
import { makeFolder, toJson, writeWhole, writing } from '../system/written-files.js'
import { findSource } from './place-picture.js'

/**
 * Plans that a reader has checked and corrected become fixtures for `phuluc evaluate`: a folder each, with the document
 * and what is expected of it. A fixture that is there already is left alone: its expectation may have been worked on.
 */
export async function writeFixtures(
  plans: AsyncIterable<ExportedPlan>,
  out: string,
  sources: readonly string[],
): Promise<void> {
  for await (const { plan } of plans) {
    const source = await findSource(sources, plan.source.file, plan.source.sha256)
    if (source === null)
      throw new UsageError(saying('export.source-not-found', { file: plan.source.file, plan: plan.id }))
    const folder = join(out, planKey(plan))
    if ((await stat(join(folder, 'expected.plan.json')).catch(() => null)) !== null)
      throw new UsageError(saying('export.expected-already', { folder }))
    await writing(
      folder,
      async () => {
        await makeFolder(folder)
        await writeWhole(join(folder, `source${ending(plan.source.file)}`), source.bytes)
        await writeWhole(join(folder, 'expected.plan.json'), toJson(expectedOf(plan)))
      },
      'again',
    )
  }
}

/** A plan file says what its document is called: of that, only a plain ending goes into a name. */
function ending(file: string): string {
  return /^\.[a-z0-9]{1,8}$/iu.test(extname(file)) ? extname(file) : ''
}

/** What a plan says, without how it was read: texts, scores, agencies and times; its warnings are the anomalies. */
export function expectedOf(plan: Plan): ExpectedPlan {
  const anomalies = plan.issues
    .filter(({ severity }) => severity !== 'info')
    .map(({ code, target, message }) => ({ code, target, note: message }))
  return ExpectedPlan.parse({ ...plan, anomalies })
}
