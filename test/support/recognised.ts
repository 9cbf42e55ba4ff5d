import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { recordingOf, unpacked } from '../../lab/papers/recordings.js'
import { openRecognition } from '../../pipelines/engines/recognition.js'
import { packageRoot } from '../../pipelines/system/package-root.js'
import type { OpenRecogniser } from '../../schemas/recogniser.js'

const papers = join(packageRoot, 'fixtures/papers')

export function scan(file: string): { file: string; bytes: Uint8Array; sha256: string } {
  return { file, bytes: readFileSync(join(papers, 'scans', file)), sha256: '0'.repeat(64) }
}

/** Answers from the recording of a scan; asks the engine itself where the pictures have changed since. */
export function recorded(file: string): OpenRecogniser {
  const { recordings } = unpacked(readFileSync(join(papers, 'recognised', `${file}.json`), 'utf8'))
  return recordingOf(openRecognition({ workers: 2 }), recordings)
}
