import { chmodSync, copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../../pipelines/system/package-root.js'

/** A Word file of before 2007 and a stand-in for LibreOffice, which has to convert it. */
export interface StuckDocument {
  /** Under which the program finds the stand-in first. */
  env: { PATH: string }
  file: string
}

/**
 * A document whose reading never ends by itself, on however fast a machine: the stand-in waits for as long as its
 * folder is there.
 */
export function endlessDocument(folder: string, file: string): StuckDocument {
  return standIn(folder, file, `while [ -e "${folder}/soffice" ]; do sleep 0.2; done`)
}

/** A document that takes the process reading it along, whenever that is. */
export function deadlyDocument(folder: string, file: string): StuckDocument {
  const up = "p=$(ps -o ppid= -p $p | tr -d ' ')"
  return standIn(
    folder,
    file,
    `p=$PPID; until ps -o args= -p $p | grep -q tinypool; do ${up}; done; kill -KILL $p`,
  )
}

function standIn(folder: string, file: string, script: string): StuckDocument {
  mkdirSync(folder, { recursive: true })
  const program = join(folder, 'soffice')
  writeFileSync(program, `#!/bin/sh\n${script}\n`)
  chmodSync(program, 0o755)
  copyFileSync(join(packageRoot, 'fixtures/word/libreoffice.doc'), file)
  return { env: { PATH: `${folder}:${process.env.PATH}` }, file }
}
