import type { Document } from '../../schemas/document.js'
import {
  isScanned,
  type LightOptions,
  type RepairedDocument,
  repairDocument,
  repairScans,
} from '../../src/repair/index.js'
import { ok, type Result } from '../../src/result.js'
import { loadModel, loadOcrChannel, loadScanChannel } from '../engines/reference.js'

/**
 * Repairs what was extracted, by the way it was obtained: form and encoding always, marks where they are lost, text of
 * another language's recognition, and the misreadings of our own recognition of scans.
 */
export function repairExtracted(
  document: Document,
  mode: 'auto' | 'always' | 'never',
  onCell?: LightOptions['onCell'],
): Result<RepairedDocument> {
  const model = loadModel()
  const ocrChannel = document.pages.some(({ textQuality }) => textQuality === 'misrecognised')
    ? loadOcrChannel()
    : null
  const repaired = repairDocument(document, { mode, model, ocrChannel })
  if (mode === 'never' || !isScanned(repaired.value.document)) return repaired
  const read = repairScans(repaired.value.document, {
    model,
    channel: loadScanChannel(),
    ...(onCell === undefined ? {} : { onCell }),
  })
  return ok({ ...repaired.value, document: read.value }, [...repaired.issues, ...read.issues])
}
