import PDFDocument from 'pdfkit'
import sharp from 'sharp'
import type { Scan } from './scan.js'

/** Scans in the order of their pages → a PDF that holds nothing but their pictures. */
export async function pdfOf(scans: Scan[]): Promise<Buffer> {
  // With a fixed date, the same scans give the same bytes.
  const made = new PDFDocument({
    autoFirstPage: false,
    info: { CreationDate: new Date(0), Producer: 'scanner' },
  })
  const chunks: Buffer[] = []
  const ended = new Promise((resolve) => made.on('end', resolve))
  made.on('data', (chunk: Buffer) => chunks.push(chunk))
  for (const { jpeg, dpi } of scans) {
    const { width, height } = await sharp(jpeg).metadata()
    const size: [number, number] = [(width * 72) / dpi, (height * 72) / dpi]
    made.addPage({ size, margin: 0 }).image(jpeg, 0, 0, { width: size[0], height: size[1] })
  }
  made.end()
  await ended
  return Buffer.concat(chunks)
}

/** Black and white, a page after the other, packed as fax machines do; all pages have the first one's size. */
export async function tiffOf(scans: Scan[]): Promise<Buffer> {
  const dpi = scans[0]?.dpi ?? 200
  const first = await sharp(scans[0]?.jpeg).metadata()
  const pages = scans.map(({ jpeg }) =>
    sharp(jpeg).resize(first.width, first.height).greyscale().threshold(150).png().toBuffer(),
  )
  return sharp(await Promise.all(pages), { join: { animated: true } })
    .toColourspace('b-w')
    .tiff({ compression: 'ccittfax4', bitdepth: 1, xres: dpi / 25.4, yres: dpi / 25.4 })
    .toBuffer()
}

/** With few colours, as programs that scan to PNG store a page. */
export async function pngOf({ jpeg, dpi }: Scan): Promise<Buffer> {
  return sharp(jpeg)
    .withMetadata({ density: dpi })
    .png({ palette: true, colours: 24, dither: 0, compressionLevel: 9 })
    .toBuffer()
}
