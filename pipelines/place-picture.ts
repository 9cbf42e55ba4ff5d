import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Plan } from '../schemas/plan.js'
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
const highest = 240

/**
 * Pictures from the documents under a folder. Only a document whose checksum is the plan's is used; pages are painted
 * once each, the last few are kept.
 */
export function picturesFrom(folder: string): PictureOf {
  const pages = new Map<string, Promise<PaintedPage | null>>()
  const pageOf = (plan: Plan, number: number): Promise<PaintedPage | null> => {
    const key = `${plan.source.sha256}/${number}`
    const known = pages.get(key)
    if (known !== undefined) return known
    const painted = paint(folder, plan, number).catch(() => null)
    pages.set(key, painted)
    if (pages.size > 8) pages.delete(pages.keys().next().value ?? '')
    return painted
  }
  return async ({ plan, cell }) => {
    const { page, bbox } = cell.at
    if (page === null || bbox === null) return null
    const painted = await pageOf(plan, page)
    return painted === null ? null : cut(painted, bbox)
  }
}

async function paint(folder: string, plan: Plan, number: number): Promise<PaintedPage | null> {
  const file = join(folder, plan.source.file)
  const source = sourceOf(file, await readFile(file))
  if (source.sha256 !== plan.source.sha256) return null
  return paintPlanPage(source, number, pdfData())
}

async function cut({ image, dpi }: PaintedPage, bbox: [number, number, number, number]): Promise<Picture> {
  const unit = dpi / 72
  const [left, top, right, bottom] = [
    Math.max(0, Math.floor((bbox[0] - margin) * unit)),
    Math.max(0, Math.floor((bbox[1] - margin) * unit)),
    Math.min(image.width, Math.ceil((bbox[2] + margin) * unit)),
    Math.min(image.height, Math.ceil((bbox[3] + margin) * unit)),
  ]
  const raw = { width: image.width, height: image.height, channels: 4 as const }
  const { data, info } = await sharp(image.data, { raw })
    .extract({ left, top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) })
    .removeAlpha()
    .resize({ width: widest, height: highest, fit: 'inside', withoutEnlargement: true })
    .greyscale()
    .png({ compressionLevel: 9, palette: true, colours: 16 })
    .toBuffer({ resolveWithObject: true })
  return { png: data, width: info.width, height: info.height }
}
