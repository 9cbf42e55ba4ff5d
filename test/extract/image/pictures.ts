import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pictures as engine } from '../../../pipelines/engines/pictures.js'
import { packageRoot } from '../../../pipelines/system/package-root.js'
import { type DecodedPage, decodeImage } from '../../../src/extract/image/prepare/decode-image.js'

const scans = join(packageRoot, 'fixtures', 'papers', 'scans')

/** The pages of a committed scan, as pixels; of a PDF that was scanned, the pictures on its pages. */
export async function picturesOf(file: string): Promise<DecodedPage[]> {
  const bytes = readFileSync(join(scans, file))
  const pictures = file.endsWith('.pdf') ? jpegsIn(bytes) : [bytes]
  const pages = await Promise.all(
    pictures.map((picture) => decodeImage({ file, bytes: picture, sha256: '' }, engine)),
  )
  return pages.flat()
}

function jpegsIn(pdf: Buffer): Buffer[] {
  const pictures: Buffer[] = []
  for (let at = pdf.indexOf('/DCTDecode'); at >= 0; at = pdf.indexOf('/DCTDecode', at + 1)) {
    const start = pdf.indexOf('stream', at) + 'stream\n'.length
    pictures.push(pdf.subarray(start, pdf.indexOf('endstream', start)))
  }
  return pictures
}
