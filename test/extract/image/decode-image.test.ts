import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { pictures } from '../../../pipelines/engines/pictures.js'
import { packageRoot } from '../../../pipelines/system/package-root.js'
import { decodeImage } from '../../../src/extract/image/prepare/decode-image.js'
import { preparePage } from '../../../src/extract/image/prepare/prepare-page.js'
import { findGrids } from '../../../src/extract/page/grid.js'

const scan = (file: string): Buffer => readFileSync(join(packageRoot, 'fixtures', 'papers', 'scans', file))
const decode = (bytes: Uint8Array, mostPixels?: number) =>
  decodeImage({ file: 'van-ban.jpg', bytes, sha256: '' }, pictures, mostPixels)

describe('an image file', () => {
  it('gives its resolution and four bytes a pixel, whatever its format', async () => {
    const shapes = []
    for (const file of ['ha-noi-faint-150.jpg', 'ha-noi-seals-150.png', 'hai-phong-fax-200.tiff'])
      for (const { image, dpi } of await decode(scan(file)))
        shapes.push([image.width, image.height, image.data.length / 4, Math.round(dpi ?? 0)])
    expect(shapes).toEqual([
      [1754, 1241, 1754 * 1241, 150],
      [1754, 1241, 1754 * 1241, 150],
      [2339, 1654, 2339 * 1654, 200],
      [2339, 1654, 2339 * 1654, 200],
    ])
  })

  it('stands as the camera says that it was held', async () => {
    const upright = sharp(scan('ha-noi-faint-150.jpg')).rotate(270)
    const bytes = await upright.withMetadata({ orientation: 6, density: 150 }).jpeg().toBuffer()
    const [page] = await decode(bytes)
    expect([page?.image.width, page?.image.height]).toEqual([1754, 1241])
    const prepared = preparePage(page?.image ?? { width: 1, height: 1, data: new Uint8Array(4) }, 150)
    expect(prepared.turn).toBe(0)
    expect(findGrids(prepared.rules)[0]?.columns).toBe(6)
  })

  it('is made smaller where its resolution is finer than recognition needs', async () => {
    const bytes = await sharp(scan('ha-noi-faint-150.jpg')).withMetadata({ density: 600 }).jpeg().toBuffer()
    const [page] = await decode(bytes)
    expect(page?.image.width).toBe(877)
    expect(page?.dpi).toBeCloseTo(300, 0)
  })

  it('does not say a resolution that is a screen’s', async () => {
    const bytes = await sharp(scan('ha-noi-seals-150.png')).withMetadata({ density: 72 }).png().toBuffer()
    expect((await decode(bytes))[0]?.dpi).toBeNull()
  })
})

describe('an image file that cannot be used', () => {
  it('is refused when it is cut off', async () => {
    const whole = scan('ha-noi-faint-150.jpg')
    await expect(decode(whole.subarray(0, whole.length / 2))).rejects.toMatchObject({
      code: 'damaged',
      message: expect.stringMatching(/^van-ban\.jpg: .*Get a whole copy or scan again\.$/u),
    })
  })

  it('is refused when it is no image', async () => {
    const bytes = new TextEncoder().encode('Kế hoạch')
    await expect(decode(bytes)).rejects.toMatchObject({ code: 'damaged' })
  })

  it('is refused before it is unpacked when it has too many pixels', async () => {
    await expect(decode(scan('ha-noi-seals-150.png'), 1_000_000)).rejects.toMatchObject({
      code: 'too-large',
      message: expect.stringContaining('Scan at 300 dpi'),
    })
  })
})
