import { expect, test } from 'vitest'
import { greyOf } from '../../../src/extract/image/prepare/colour.js'

test('a seal becomes paper, no whiter than the paper around it', () => {
  const [width, height] = [61, 61]
  const data = new Uint8Array(width * height * 4)
  const paint = (pixel: number, colour: [number, number, number]) => data.set([...colour, 255], pixel * 4)
  for (let pixel = 0; pixel < width * height; pixel++) paint(pixel, [240, 240, 240])
  paint(100, [210, 40, 50])
  paint(200, [20, 20, 20])
  const grey = greyOf({ width, height, data })
  expect([grey.data[0], grey.data[100], grey.data[200]]).toEqual([240, 240, 20])
})
