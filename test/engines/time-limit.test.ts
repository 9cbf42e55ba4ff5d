import { describe, expect, it } from 'vitest'
import { openRecognition } from '../../pipelines/engines/recognition.js'
import { WorkerPool } from '../../pipelines/engines/worker-pool.js'

describe('an engine that does not answer', () => {
  it('costs the question, and says so', async () => {
    const engine = openRecognition({ workers: 1, limit: 1 })
    const blank = { width: 60, height: 40, data: new Uint8Array(2400).fill(255) }
    expect(await engine.recognise(blank, 'text', 200)).toEqual({
      words: [],
      failure: 'tesseract.js failed: it took longer than 0.001 s',
    })
    await engine.close()
  })

  it('is ended, and another one takes the next question', async () => {
    const ended: number[] = []
    let started = 0
    const pool = new WorkerPool(1, async () => {
      const number = ++started
      return { number, terminate: async () => ended.push(number) }
    })
    await expect(pool.run(() => new Promise(() => undefined), 20)).rejects.toThrow('longer than 0.02 s')
    expect(await pool.run(async ({ number }) => number, 1000)).toBe(2)
    expect(ended).toEqual([1])
    await pool.close()
    expect(ended).toEqual([1, 2])
  })
})
