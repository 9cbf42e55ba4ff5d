import { expect, test } from 'vitest'
import type { GreyPicture } from '../../../schemas/picture.js'
import { withoutHighSpecks } from '../../../src/extract/image/prepare/high-specks.js'

/** '1.1' as bars with a point between them, 40 pixels high. */
function picture(...more: [number, number, number, number][]): GreyPicture {
  const [width, height] = [60, 60]
  const data = new Uint8Array(width * height).fill(250)
  const ink = [[10, 10, 16, 50], [40, 10, 46, 50], [26, 45, 31, 50], ...more]
  for (const [left = 0, top = 0, right = 0, bottom = 0] of ink)
    for (let y = top; y < bottom; y++) data.fill(20, y * width + left, y * width + right)
  return { width, height, data }
}

test('dust over the point of a number goes, its point and figures stay', () => {
  const clean = withoutHighSpecks(picture([27, 12, 31, 16]))
  const dark = [...clean.data].filter((value) => value < 128).length
  expect(dark).toBe(2 * 6 * 40 + 25)
})

test('a number without dust stays as it is', () => {
  const given = picture()
  expect(withoutHighSpecks(given)).toBe(given)
})
