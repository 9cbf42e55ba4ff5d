import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { openRecognition } from '../../pipelines/engines/recognition.js'
import { importPlan } from '../../pipelines/index.js'
import type { GreyPicture } from '../../schemas/picture.js'
import { recorded, scan } from '../support/recognised.js'

const engine = openRecognition({ workers: 2 })
afterAll(() => engine.close())

/** A part of the scan with seals, in shares of its width and height, at twice its size. */
async function part([left, top, width, height]: number[]): Promise<GreyPicture> {
  const page = sharp(scan('ha-noi-seals-150.png').bytes)
  const { width: w, height: h } = await page.metadata()
  const area = {
    left: Math.round((left ?? 0) * w),
    top: Math.round((top ?? 0) * h),
    width: Math.round((width ?? 1) * w),
    height: Math.round((height ?? 1) * h),
  }
  const { data, info } = await page.extract(area).greyscale().raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data: new Uint8Array(data) }
}

describe('tesseract.js', () => {
  it('reads a part of a scan the same whatever it has read before', async () => {
    const pictures = [await part([0.1, 0.12, 0.4, 0.16]), await part([0.5, 0.12, 0.4, 0.16])]
    const once = await Promise.all(pictures.map((picture) => engine.recognise(picture, 'cells', 150)))
    const again = await Promise.all(
      pictures.toReversed().map((picture) => engine.recognise(picture, 'cells', 150)),
    )
    expect(again.toReversed()).toEqual(once)
    const text = once.flatMap(({ words }) => words.map((word) => word.text)).join(' ')
    expect(text).toContain('Sản phẩm')
    expect(engine.engine).toBe('tesseract.js 7.0.0, vie 4.0.0_best_int')
  })

  // The classic engine learns letters and words as it reads, unless every kind of learning is forbidden.
  it('reads a number the same whatever it has read before', async () => {
    const scanned = recorded('hung-yen-hard-200.pdf')
    const asked: Parameters<typeof scanned.recognise>[] = []
    const recogniser = {
      ...scanned,
      recognise: (...question: Parameters<typeof scanned.recognise>) => {
        if (question[1] === 'figures' || question[1] === 'labels') asked.push(question)
        return scanned.recognise(...question)
      },
    }
    await importPlan(scan('hung-yen-hard-200.pdf'), { recogniser })
    await scanned.close()
    const rounds: string[][] = []
    for (let round = 0; round < 3; round++) {
      rounds.push([])
      for (const question of asked) {
        const { words } = await engine.recognise(...question)
        rounds.at(-1)?.push(words.map(({ text, confidence }) => `${text} ${confidence}`).join(' '))
      }
    }
    expect(asked.length).toBeGreaterThan(5)
    expect(rounds[1]).toEqual(rounds[0])
    expect(rounds[2]).toEqual(rounds[0])
  })

  it('tells in its answer what failed', async () => {
    const broken = { width: 50, height: 50, data: new Uint8Array(10) }
    const { words, failure } = await engine.recognise(broken, 'text', 200)
    expect(words).toEqual([])
    expect(failure).toMatch(/^tesseract\.js failed: /u)
  })
})
