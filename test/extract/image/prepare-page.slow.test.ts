import { describe, expect, it } from 'vitest'
import type { RgbaPicture } from '../../../schemas/picture.js'
import { type PreparedPage, preparePage } from '../../../src/extract/image/prepare/prepare-page.js'
import { findGrids, type TableGrid } from '../../../src/extract/page/grid.js'
import { picturesOf } from './pictures.js'

async function prepared(file: string, page = 0): Promise<PreparedPage> {
  const picture = (await picturesOf(file))[page]
  if (picture === undefined) throw new Error(`${file} has no page ${page + 1}`)
  return preparePage(picture.image, picture.dpi ?? 200)
}

const shapeOf = (grid: TableGrid | undefined): number[] | null =>
  grid === undefined ? null : [grid.rows, grid.columns, grid.cells.length]

/** What stands on the printed page: rows, columns and cells of its table; how far the scanner laid it askew. */
const scans: [file: string, page: number, shape: number[], skew: number][] = [
  ['gia-nghia-mild-200.pdf', 1, [7, 8, 56], -0.25],
  ['gia-nghia-mild-200.pdf', 2, [10, 8, 80], -0.02],
  ['hung-yen-hard-200.pdf', 0, [6, 7, 35], -0.61],
  ['hung-yen-hard-200.pdf', 1, [6, 7, 36], 0.78],
  ['ha-noi-faint-150.jpg', 0, [8, 6, 40], 0.4],
  ['ha-noi-seals-150.png', 0, [7, 6, 35], 0.24],
  ['hai-phong-fax-200.tiff', 0, [8, 8, 64], -0.28],
  ['hai-phong-fax-200.tiff', 1, [7, 8, 56], 0.19],
  ['gia-nghia-upside-down-150.pdf', 0, [6, 8, 48], -0.31],
]

describe('a scanned table page', () => {
  it.each(scans)('%s, picture %i has the cells that were printed', async (file, page, shape, skew) => {
    const result = await prepared(file, page)
    const grids = findGrids(result.rules)
    expect(grids.map(shapeOf)).toEqual([shape])
    expect(Math.abs(result.skewDegrees - skew)).toBeLessThan(0.1)
    expect(result.turn).toBe(0)
    expect(result.blank).toBe(false)
  })

  it('gives a merged cell its rows and columns', async () => {
    const [grid] = findGrids((await prepared('ha-noi-seals-150.png')).rules)
    const spans = grid?.cells.filter((cell) => cell.row === 0).map((cell) => [cell.rowSpan, cell.colSpan])
    expect(spans).toEqual([
      [2, 1],
      [2, 1],
      [2, 1],
      [1, 3],
    ])
  })

  it('has its cells where they stand on the picture as given', async () => {
    const [picture] = await picturesOf('ha-noi-faint-150.jpg')
    const page = preparePage(picture?.image as RgbaPicture, 150)
    const [grid] = findGrids(page.rules)
    const [left, top, right, bottom] = page.toSource(grid?.box ?? [0, 0, 0, 0])
    // The table is printed from 70.6 to 799.4 points across and from 61 down, on A4.
    expect([left, right].map(Math.round)).toEqual([expect.closeTo(67, -1), expect.closeTo(800, -1)])
    expect(top).toBeGreaterThan(50)
    expect(bottom).toBeLessThan(595)
  })
})

describe('a scanned page of text', () => {
  it('has no table in its letterhead and paragraphs', async () => {
    const page = await prepared('gia-nghia-mild-200.pdf', 0)
    expect(findGrids(page.rules)).toEqual([])
    expect(Math.abs(page.skewDegrees - 0.32)).toBeLessThan(0.1)
  })
})

describe('a page laid in another way', () => {
  it('is turned when its lines run down the picture', async () => {
    const [picture] = await picturesOf('ha-noi-seals-150.png')
    const page = preparePage(quarterTurned(picture?.image as RgbaPicture), 150)
    expect(page.turn).toBe(1)
    expect(findGrids(page.rules).map(shapeOf)).toEqual([[7, 6, 35]])
  })

  it('may stand on its head afterwards, which pixels cannot tell; its boxes lead back all the same', async () => {
    const [picture] = await picturesOf('ha-noi-seals-150.png')
    const given = picture?.image as RgbaPicture
    const page = preparePage(quarterTurned(given), 150)
    const [, , right, bottom] = page.toSource([
      0,
      0,
      (page.grey.width * 72) / 150,
      (page.grey.height * 72) / 150,
    ])
    expect(right).toBeCloseTo((given.height * 72) / 150, -1)
    expect(bottom).toBeCloseTo((given.width * 72) / 150, -1)
  })
})

describe('seals and signatures', () => {
  it('are lightened, black print is kept', async () => {
    const [picture] = await picturesOf('ha-noi-seals-150.png')
    const image = picture?.image as RgbaPicture
    const { grey } = preparePage(image, 150)
    expect(shareDarkerThan(grey.data, 128)).toBeGreaterThan(0.03)
    const red = [...colouredPlaces(image)]
    expect(red.length).toBeGreaterThan(1000)
    const page = preparePage({ ...image, data: onlyColour(image) }, 150)
    expect(page.rules).toEqual({ horizontal: [], vertical: [] })
  })
})

describe('paper without print', () => {
  it('is blank, whatever its shade', () => {
    const image = sheet(1240, 1754, (x, y) => 235 + ((x * 7 + y * 13) % 5))
    const page = preparePage(image, 150)
    expect(page).toMatchObject({ blank: true, turn: 0, skewDegrees: 0 })
    expect(page.rules).toEqual({ horizontal: [], vertical: [] })
  })

  it('is blank also when the glass beside it is dark', () => {
    const page = preparePage(
      sheet(1240, 1754, (x, y) => (x < 30 || y > 1730 ? 20 : 240)),
      150,
    )
    expect(page.blank).toBe(true)
    expect(findGrids(page.rules)).toEqual([])
  })
})

function sheet(width: number, height: number, brightness: (x: number, y: number) => number): RgbaPicture {
  const data = new Uint8Array(width * height * 4).fill(255)
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at += 4) data.fill(brightness(x, y), at, at + 3)
  return { width, height, data }
}

/** Counter-clockwise. */
function quarterTurned({ width, height, data }: RgbaPicture): RgbaPicture {
  const turned = new Uint8Array(data.length)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const to = ((width - 1 - x) * height + y) * 4
      turned.set(data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4), to)
    }
  return { width: height, height: width, data: turned }
}

function shareDarkerThan(data: Uint8Array, limit: number): number {
  return data.filter((value) => value < limit).length / data.length
}

function* colouredPlaces({ data }: RgbaPicture): Generator<number> {
  for (let at = 0; at < data.length; at += 4) {
    const channels = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]
    if (Math.max(...channels) - Math.min(...channels) > 60) yield at
  }
}

/** The picture with everything but its colours made paper. */
function onlyColour(image: RgbaPicture): Uint8Array {
  const data = new Uint8Array(image.data.length).fill(255)
  for (const at of colouredPlaces(image)) data.set(image.data.subarray(at, at + 4), at)
  return data
}
