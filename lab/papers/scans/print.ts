import { execFileSync } from 'node:child_process'
import sharp from 'sharp'
import type { PageInk } from '../../../src/extract/page/ink.js'
import { type FontFace, fontTraits } from '../../../src/extract/pdf/fonts.js'
import type { Matrix } from '../../../src/extract/pdf/matrix.js'
import { openPdf } from '../../../src/extract/pdf/open-pdf.js'
import { readInk } from '../../../src/extract/pdf/read-ink.js'

/** Three bytes a pixel, row by row. */
export interface RgbImage {
  width: number
  height: number
  data: Uint8Array
}

/** One page of a PDF (from 1) as a scanner without faults would see it; needs poppler's pdftoppm. */
export async function printPage(file: string, page: number, dpi: number): Promise<RgbImage> {
  const range = ['-f', String(page), '-l', String(page)]
  const png = execFileSync('pdftoppm', ['-r', String(dpi), ...range, '-png', file], { maxBuffer: 2 ** 28 })
  const { data, info } = await sharp(png).removeAlpha().toColourspace('srgb').raw().toBuffer({
    resolveWithObject: true,
  })
  return { width: info.width, height: info.height, data }
}

/** What every page of a PDF prints, read from its operators: where rules and cells truly are. */
export async function printedInk(file: string, bytes: Uint8Array): Promise<PageInk[]> {
  const pdf = await openPdf({ file, bytes, sha256: '' }, {})
  const pages: PageInk[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const view = page.getViewport({ scale: 1 })
    const list = await page.getOperatorList({ annotationMode: 0 })
    const fontOf = (name: string) => fontTraits(page.commonObjs.get(name) as FontFace | null)
    pages.push(
      readInk(list, view.transform as unknown as Matrix, { width: view.width, height: view.height }, fontOf),
    )
    page.cleanup()
  }
  await pdf.loadingTask.destroy()
  return pages
}
