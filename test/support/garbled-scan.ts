import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadModel, loadOcrChannel } from '../../pipelines/engines/reference.js'
import { packageRoot } from '../../pipelines/system/package-root.js'
import { readColumns } from '../../src/columns/index.js'
import { repairText, type TextChange } from '../../src/repair/index.js'

const scan = readFileSync(join(packageRoot, 'fixtures', 'can-tho-121-2023', 'source.txt'), 'utf8').split('\n')

/** The lines `first` to `last` of the scan that was recognised in another language: as they stand, and repaired. */
export function repairedStretch(
  first: number,
  last: number,
): { source: string[]; lines: string[]; changes: TextChange[] } {
  const source = scan.slice(first - 1, last)
  const { value } = repairText(source.join('\n'), {
    mode: 'auto',
    model: loadModel(),
    ocrChannel: loadOcrChannel(),
    readAgain: readColumns,
  })
  return { source, lines: value.text.split('\n'), changes: value.changes }
}
