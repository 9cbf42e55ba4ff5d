import { readdir } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import type { PngPicture } from '../../schemas/picture.js'
import type { SourceFile } from '../../schemas/source.js'
import type { ReviewRow } from '../../src/export/index.js'
import { openPainter, type PagePainter, type PaintedPage } from '../../src/extract/index.js'
import { pageEngines } from '../engines/pages.js'
import { pictures } from '../engines/pictures.js'
import { sourceOf } from '../plan/import-plan.js'
import { readDocumentFile } from '../system/bounded-files.js'

/** The picture of a cell's place on its page, null where the source has no pages or is not at hand. */
export type PictureOf = (row: ReviewRow) => Promise<PngPicture | null>

/** Pictures of places; `close` when no more are asked for. */
export interface Pictures {
  of: PictureOf
  close(): Promise<void>
}

/** Around the cell, in points. */
const margin = 6
const widest = 440
const highest = 260
/** Type of 13 points is 22 pixels high, which a reader sees well; more only makes the workbook larger. */
const paintedDpi = 120
/** Below this it can no longer be read. */
const fewestDpi = 100

/**
 * Pictures from the documents under the folders. Only a document whose checksum is the plan's is used. The document
 * and the page that were asked for last are kept: ask for the cells of a page one after the other, or at once.
 */
export function picturesFrom(folders: readonly string[]): Pictures {
  let open = { sha256: '', painter: Promise.resolve<PagePainter | null>(null) }
  let painted = { key: '', page: Promise.resolve<PaintedPage | null>(null) }
  const close = (): Promise<void> => closed(open.painter, painted.page)
  const of: PictureOf = async ({ source: { file, sha256 }, at: { page, bbox } }) => {
    if (page === null || bbox === null) return null
    const key = `${sha256}/${page}`
    if (painted.key !== key) {
      if (open.sha256 !== sha256) {
        void close()
        open = { sha256, painter: painterOf(folders, file, sha256) }
      }
      painted = { key, page: paint(open.painter, page) }
    }
    const own = await painted.page
    return own === null ? null : cut(own, bbox).catch(() => null)
  }
  return { of, close }
}

/** What is being painted is finished first. */
async function closed(painter: Promise<PagePainter | null>, page: Promise<unknown>): Promise<void> {
  await page
  await (await painter)?.close().catch(() => undefined)
}

/** A document that cannot be opened costs its pictures, not the workbook. */
async function painterOf(
  folders: readonly string[],
  file: string,
  sha256: string,
): Promise<PagePainter | null> {
  const source = await findSource(folders, file, sha256)
  return source === null ? null : openPainter(source, paintedDpi, pageEngines()).catch(() => null)
}

async function paint(painter: Promise<PagePainter | null>, page: number): Promise<PaintedPage | null> {
  return ((await painter)?.paint(page) ?? Promise.resolve(null)).catch(() => null)
}

/** The document of a checksum, by its name below one of the folders and never beside them; null where it is not there any more. */
export async function findSource(
  folders: readonly string[],
  file: string,
  sha256: string,
): Promise<SourceFile | null> {
  if (isAbsolute(file) || file.split(/[\\/]/u).includes('..')) return null
  for (const folder of folders) {
    const bytes = await readNamed(folder, file)
    if (bytes === null) continue
    const source = sourceOf(file, bytes)
    if (source.sha256 === sha256) return source
  }
  return null
}

/** A file by its name in composed letters and with `/`; on the disk the letters may be decomposed (macOS, archives). */
async function readNamed(folder: string, file: string): Promise<Buffer | null> {
  const direct = await readDocumentFile(join(folder, file), file).catch(() => null)
  if (direct !== null) return direct
  let path = folder
  for (const part of file.split('/')) {
    const names = await readdir(path).catch((): string[] => [])
    const name = names.find((each) => each.normalize('NFC') === part.normalize('NFC'))
    if (name === undefined) return null
    path = join(path, name)
  }
  return readDocumentFile(path, file).catch(() => null)
}

async function cut({ image, dpi }: PaintedPage, bbox: [number, number, number, number]): Promise<PngPicture> {
  const unit = dpi / 72
  const left = Math.min(image.width - 1, Math.max(0, Math.floor((bbox[0] - margin) * unit)))
  const top = Math.min(image.height - 1, Math.max(0, Math.floor((bbox[1] - margin) * unit)))
  const width = Math.min(image.width, Math.max(left + 1, Math.ceil((bbox[2] + margin) * unit))) - left
  const height = Math.min(image.height, Math.max(top + 1, Math.ceil((bbox[3] + margin) * unit))) - top
  const shrink = shrinkOf(width, height, dpi)
  const shown = Math.min(height, Math.round(highest / shrink))
  // Only the rows of the cell: a whole page is 15 MB
  const rows = image.data.subarray(top * image.width * 4, (top + shown) * image.width * 4)
  return pictures.pngOf({ width: image.width, height: shown, data: rows }, { left, width, shrink })
}

/** Wide cells are made to fit. Tall ones only as far as they stay readable: of those the upper part is shown. */
function shrinkOf(width: number, height: number, dpi: number): number {
  const byWidth = Math.min(1, widest / Math.max(1, width))
  return Math.min(byWidth, Math.max(Math.min(1, fewestDpi / dpi), highest / Math.max(1, height)))
}
