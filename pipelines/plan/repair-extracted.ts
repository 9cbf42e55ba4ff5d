import type { Document } from '../../schemas/document.js'
import type { Issue } from '../../schemas/message.js'
import { findColumns } from '../../src/columns/index.js'
import {
  isScanned,
  type LightOptions,
  repairDocument,
  repairScans,
  suspectMisprints,
} from '../../src/repair/index.js'
import { ok, type Result } from '../../src/result.js'
import { loadModel, loadOcrChannel, loadScanChannel } from '../engines/reference.js'

export interface RepairExtractedOptions {
  mode: 'auto' | 'always' | 'never'
  /** Whether columns are looked for in misrecognised text (default true). */
  columns?: boolean
  onCell?: LightOptions['onCell']
}

/**
 * Repairs what was extracted, by the way it was obtained: form and encoding always, marks where they are lost, text of
 * another language's recognition, cell by cell where its columns run into each other, and the misreadings of our own
 * recognition of scans.
 */
export function repairExtracted(
  document: Document,
  { mode, columns = true, onCell }: RepairExtractedOptions,
): Result<Document> {
  const model = loadModel()
  const ocrChannel = document.pages.some(({ textQuality }) => textQuality === 'misrecognised')
    ? loadOcrChannel()
    : null
  const first = repairDocument(document, { mode, model, ocrChannel })
  const repaired = findColumns(first.value.document, first.value.reading, { columns })
  const issues = [...first.issues, ...repaired.issues]
  if (mode === 'never' || !isScanned(repaired.value)) return ok(repaired.value, issues)
  const read = repairScans(repaired.value, {
    model,
    channel: loadScanChannel(),
    ...(onCell === undefined ? {} : { onCell }),
  })
  return ok(read.value, [...issues, ...read.issues])
}

/** Misprints of what nobody had to recognise. */
export function misprintsOf(document: Document): Issue[] {
  return suspectMisprints(document, loadModel())
}
