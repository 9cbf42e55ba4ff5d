import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { pageEngines } from '../../pipelines/engines/pages.js'
import { openRecognition } from '../../pipelines/engines/recognition.js'
import type { Recognition } from '../../schemas/recogniser.js'
import { extract } from '../../src/extract/index.js'
import { packed, recordingOf } from './recordings.js'

/**
 * Recognises the scans that the tests read and keeps the engine's answers, so that the tests need not wait for it. To
 * be run again when the preparation of pictures changes: until then, the tests ask the engine for what is not recorded.
 *
 *   tsx lab/papers/record-recognition.ts [--scans fixtures/papers/scans] [--out fixtures/papers/recognised]
 */
const { values } = parseArgs({
  options: {
    scans: { type: 'string', default: 'fixtures/papers/scans' },
    out: { type: 'string', default: 'fixtures/papers/recognised' },
  },
})

const engine = openRecognition({ workers: 2 })
mkdirSync(values.out, { recursive: true })
for (const file of readdirSync(values.scans).sort()) {
  if (file.endsWith('.md')) continue
  const recordings = new Map<string, Recognition>()
  const recogniser = recordingOf(engine, recordings)
  const source = { file, bytes: readFileSync(join(values.scans, file)), sha256: '' }
  const { value } = await extract(source, { recogniser, ...pageEngines() })
  writeFileSync(join(values.out, `${file}.json`), packed(value.ocrEngine ?? engine.engine, recordings))
  console.log(`${file}: ${recordings.size} answers`)
}
await engine.close()
