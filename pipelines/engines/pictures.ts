import type { PictureEngine, PictureHead, PngPicture, RgbaPicture } from '../../schemas/picture.js'

/** How large a picture may be is for those who ask to say, from its head. */
const settings = { limitInputPixels: false, failOn: 'error', sequentialRead: true } as const

/** Pictures by sharp, canvases by @napi-rs/canvas; both load when they are needed. */
export const pictures: PictureEngine = {
  headOf,
  pixelsOf,
  canvases: async () => (await import('@napi-rs/canvas')).createCanvas,
  pngOf,
}

async function loadSharp() {
  return (await import('sharp')).default
}

async function headOf(bytes: Uint8Array, page: number): Promise<PictureHead> {
  const sharp = await loadSharp()
  const { format, pages, width, height, density } = await sharp(bytes, { ...settings, page }).metadata()
  return { pages: format === 'tiff' ? (pages ?? 1) : 1, width, height, dpi: density ?? null }
}

async function pixelsOf(bytes: Uint8Array, page: number, longest: number | null): Promise<RgbaPicture> {
  const sharp = await loadSharp()
  const opened = sharp(bytes, { ...settings, page }).autoOrient()
  const sized = longest === null ? opened : opened.resize(longest, longest, { fit: 'inside' })
  const { data, info } = await sized
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data }
}

async function pngOf(
  { width, height, data: pixels }: RgbaPicture,
  part: Parameters<PictureEngine['pngOf']>[1],
): Promise<PngPicture> {
  const sharp = await loadSharp()
  const { data, info } = await sharp(pixels, { raw: { width, height, channels: 4 } })
    .extract({ left: part.left, top: 0, width: part.width, height })
    .removeAlpha()
    .resize({ width: Math.max(1, Math.round(part.width * part.shrink)) })
    .greyscale()
    .png({ compressionLevel: 6, palette: true, colours: 16, effort: 1, dither: 0 })
    .toBuffer({ resolveWithObject: true })
  return { png: data, width: info.width, height: info.height }
}
