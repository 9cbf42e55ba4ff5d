import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import type { SourceFile } from '../schemas/source.js'
import type { ReviewRow } from '../src/export/index.js'
import type { RgbaImage } from '../src/extract/image/pixels.js'
import { paintPlanPage } from '../src/extract/paint-page.js'
import { sourceOf } from './import-plan.js'
import { pdfData } from './recognition.js'

export interface Picture {
  png: Buffer
  width: number
  height: number
}

/** The picture of a cell's place on its page, null where the source has no pages or is not at hand. */
export type PictureOf = (row: ReviewRow) => Promise<Picture | null>

interface PaintedPage {
  image: RgbaImage
  dpi: number
}

/** Around the cell, in points. */
const margin = 6
const widest = 440
const highest = 260
/** Pages are painted with 200 dots an inch; type of 13 points can be read at half of that. */
const mostShrunk = 0.5

/**
 * Pictures from the documents under the folders. Only a document whose checksum is the plan's is used. The page painted
 * last is kept: ask for the cells of a page one after the other.
 */
export function picturesFrom(folders: readonly string[]): PictureOf {
  let known = { sha256: '', source: null as SourceFile | null }
  let painted = { key: '', page: null as PaintedPage | null }
  return async ({ source: { file, sha256 }, at: { page, bbox } }) => {
    if (page === null || bbox === null) return null
    if (known.sha256 !== sha256) known = { sha256, source: await findSource(folders, file, sha256) }
    const key = `${sha256}/${page}`
    if (painted.key !== key) painted = { key, page: await paint(known.source, page) }
    return painted.page === null ? null : cut(painted.page, bbox)
  }
}

/** The document of a checksum, by its name below one of the folders; null where it is not there any more. */
export async function findSource(
  folders: readonly string[],
  file: string,
  sha256: string,
): Promise<SourceFile | null> {
  for (const folder of folders) {
    const bytes = await readFile(join(folder, file)).catch(() => null)
    if (bytes === null) continue
    const source = sourceOf(file, bytes)
    if (source.sha256 === sha256) return source
  }
  return null
}

/** A page that cannot be painted costs its pictures, not the workbook. */
async function paint(source: SourceFile | null, page: number): Promise<PaintedPage | null> {
  return source === null ? null : paintPlanPage(source, page, pdfData()).catch(() => null)
}

async function cut({ image, dpi }: PaintedPage, bbox: [number, number, number, number]): Promise<Picture> {
  const unit = dpi / 72
  const left = Math.min(image.width - 1, Math.max(0, Math.floor((bbox[0] - margin) * unit)))
  const top = Math.min(image.height - 1, Math.max(0, Math.floor((bbox[1] - margin) * unit)))
  const width = Math.min(image.width, Math.max(left + 1, Math.ceil((bbox[2] + margin) * unit))) - left
  const height = Math.min(image.height, Math.max(top + 1, Math.ceil((bbox[3] + margin) * unit))) - top
  const shrink = shrinkOf(width, height)
  const shown = Math.min(height, Math.round(highest / shrink))
  // Only the rows of the cell: a whole page is 15 MB
  const rows = image.data.subarray(top * image.width * 4, (top + shown) * image.width * 4)
  const raw = { width: image.width, height: shown, channels: 4 as const }
  const { data, info } = await sharp(rows, { raw })
    .extract({ left, top: 0, width, height: shown })
    .removeAlpha()
    .resize({ width: Math.max(1, Math.round(width * shrink)) })
    .greyscale()
    .png({ compressionLevel: 9, palette: true, colours: 16 })
    .toBuffer({ resolveWithObject: true })
  return { png: data, width: info.width, height: info.height }
}

/** Wide cells are made to fit. Tall ones only as far as they stay readable: of those the upper part is shown. */
function shrinkOf(width: number, height: number): number {
  const byWidth = Math.min(1, widest / Math.max(1, width))
  return Math.min(byWidth, Math.max(mostShrunk, highest / Math.max(1, height)))
}
