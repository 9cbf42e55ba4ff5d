import { execFile, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { type Engine, openNative } from '../../src/ocr/index.js'

/**
 * The tesseract on the PATH, with our own model unpacked for it, so that it reads the same whatever languages are
 * installed. Throws where there is none.
 */
export async function openNativeTesseract(
  model: string,
  { parallel, limit }: { parallel: number; limit: number },
  figures: Engine,
): Promise<Engine> {
  const version = await installedVersion()
  const data = await mkdtemp(join(tmpdir(), 'phuluc-tessdata-'))
  await writeFile(join(data, 'vie.traineddata'), gunzipSync(await readFile(model)))
  const engine = openNative(
    (args, picture) => runTesseract(args, picture, limit),
    { version, data, parallel },
    figures,
  )
  return {
    ...engine,
    close: async () => {
      await engine.close()
      await rm(data, { recursive: true, force: true })
    },
  }
}

async function installedVersion(): Promise<string> {
  try {
    const { stdout, stderr } = await promisify(execFile)('tesseract', ['--version'])
    return /tesseract\s+v?(\S+)/u.exec(stdout + stderr)?.[1] ?? 'unknown'
  } catch {
    throw new Error('no tesseract is on the PATH. Install it, or leave --ocr-engine native away.')
  }
}

/** One thread each: pages are what is read side by side, and more threads would only wait for each other. */
function runTesseract(args: string[], picture: Uint8Array, limit: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('tesseract', args, {
      env: { ...process.env, OMP_THREAD_LIMIT: '1' },
      timeout: limit,
      killSignal: 'SIGKILL',
    })
    const output: Buffer[] = []
    const errors: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk))
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (signal === 'SIGKILL') reject(new Error(`it took longer than ${limit / 1000} s`))
      else if (code === 0) resolve(Buffer.concat(output).toString('utf8'))
      else reject(new Error(Buffer.concat(errors).toString('utf8').trim() || `it ended with code ${code}`))
    })
    child.stdin.on('error', () => undefined)
    child.stdin.end(picture)
  })
}
