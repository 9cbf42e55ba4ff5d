import sharp, { type Metadata, type SharpOptions } from 'sharp'
import type { SourceFile } from '../../../../schemas/source.js'
import { UnusableInputError } from '../../../errors.js'
import type { RgbaImage } from './pixels.js'

export interface DecodedPage {
  image: RgbaImage
  /** Pixels in an inch of paper; null where the file does not say. */
  dpi: number | null
}

export interface DecodedImage {
  pages: DecodedPage[]
}

export interface DecodeOptions {
  /** Pixels of the largest page that is opened at all: a small file may unpack to more than memory holds. */
  limitInputPixels?: number
}

/** 16,383 × 16,383: A3 at 1,200 dpi is refused, at 900 dpi it is not. */
const defaultLimit = 0x3fff ** 2
/** Recognition gains nothing above this resolution. */
const enoughDpi = 300
/** A3 at 300 dpi. */
const enoughPixels = 3508 * 4961
/** What screens claim, and what is no scan's resolution at all, says nothing about the paper. */
const credible = [100, 2400] as const

/** A PNG, JPEG or TIFF → the pixels of its pages, all at once; see `imagePages` for one after the other. */
export async function decodeImage(source: SourceFile, options: DecodeOptions = {}): Promise<DecodedImage> {
  const pages: DecodedPage[] = []
  for await (const page of imagePages(source, options)) pages.push(page)
  return { pages }
}

/**
 * The pages of an image file in turn, upright as the camera's mark (EXIF) says, made smaller above 300 dpi and A3.
 * Throws UnusableInputError: damaged, too-large.
 */
export async function* imagePages(
  source: SourceFile,
  { limitInputPixels = defaultLimit }: DecodeOptions = {},
): AsyncGenerator<DecodedPage> {
  const settings: SharpOptions = { limitInputPixels, failOn: 'error', sequentialRead: true }
  let count = 1
  for (let page = 0; page < count; page++) {
    let decoded: DecodedPage
    try {
      const metadata = await sharp(source.bytes, { ...settings, page }).metadata()
      count = metadata.format === 'tiff' ? (metadata.pages ?? 1) : 1
      if (metadata.width * metadata.height > limitInputPixels) throw tooLarge(source.file, metadata)
      decoded = await decodePage(source.bytes, { ...settings, page }, metadata)
    } catch (error) {
      throw refusal(source.file, page, error)
    }
    yield decoded
  }
}

async function decodePage(
  bytes: Uint8Array,
  settings: SharpOptions,
  metadata: Metadata,
): Promise<DecodedPage> {
  const { width, height, density } = metadata
  const dpi = density !== undefined && density >= credible[0] && density <= credible[1] ? density : null
  const scale = Math.min(1, enoughDpi / (dpi ?? enoughDpi), Math.sqrt(enoughPixels / (width * height)))
  const opened = sharp(bytes, settings).autoOrient()
  const longer = Math.max(1, Math.round(Math.max(width, height) * scale))
  const sized = scale < 1 ? opened.resize(longer, longer, { fit: 'inside' }) : opened
  const { data, info } = await sized
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  const scaled = Math.max(info.width, info.height) / Math.max(width, height)
  return {
    image: { width: info.width, height: info.height, data },
    dpi: dpi === null ? null : dpi * scaled,
  }
}

function tooLarge(file: string, { width, height }: Metadata): UnusableInputError {
  return new UnusableInputError('picture-too-large', { file, width, height })
}

function refusal(file: string, page: number, error: unknown): UnusableInputError {
  if (error instanceof UnusableInputError) return error
  const cause = error instanceof Error ? error.message.split('\n')[0] : String(error)
  if (/pixel limit/u.test(cause ?? '')) return new UnusableInputError('picture-pixels', { file })
  return page === 0
    ? new UnusableInputError('picture-damaged', { file }, error)
    : new UnusableInputError('picture-page-damaged', { file, page: page + 1 }, error)
}
