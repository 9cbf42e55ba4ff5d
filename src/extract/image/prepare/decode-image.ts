import type { PictureEngine, PictureHead, RgbaPicture } from '../../../../schemas/picture.js'
import type { SourceFile } from '../../../../schemas/source.js'
import { UnusableInputError } from '../../../errors.js'
import { boundsOf } from '../../bounds.js'

export interface DecodedPage {
  image: RgbaPicture
  /** Pixels in an inch of paper; null where the file does not say. */
  dpi: number | null
}

/** Recognition gains nothing above this resolution. */
const enoughDpi = 300
/** A3 at 300 dpi. */
const enoughPixels = 3508 * 4961
/** What screens claim, and what is no scan's resolution at all, says nothing about the paper. */
const credible = [100, 2400] as const

/** A PNG, JPEG or TIFF → the pixels of its pages, all at once; see `imagePages` for one after the other. */
export async function decodeImage(
  source: SourceFile,
  pictures: PictureEngine,
  mostPixels?: number,
): Promise<DecodedPage[]> {
  const pages: DecodedPage[] = []
  for await (const page of imagePages(source, pictures, mostPixels)) pages.push(page)
  return pages
}

/**
 * The pages of an image file in turn, upright, made smaller above 300 dpi and A3. A page of more than `mostPixels` is not
 * opened: a small file may unpack to more than memory holds. Throws UnusableInputError: damaged, too-large.
 */
export async function* imagePages(
  source: SourceFile,
  pictures: PictureEngine,
  mostPixels: number = boundsOf({}).pixels,
): AsyncGenerator<DecodedPage> {
  let count = 1
  for (let page = 0; page < count; page++) {
    let decoded: DecodedPage
    try {
      const head = await pictures.headOf(source.bytes, page)
      count = head.pages
      if (head.width * head.height > mostPixels) throw tooLarge(source.file, head)
      decoded = await decodePage(source.bytes, page, head, pictures)
    } catch (error) {
      throw refusal(source.file, page, error)
    }
    yield decoded
  }
}

async function decodePage(
  bytes: Uint8Array,
  page: number,
  head: PictureHead,
  pictures: PictureEngine,
): Promise<DecodedPage> {
  const { width, height } = head
  const longer = Math.max(width, height)
  const dpi = head.dpi !== null && head.dpi >= credible[0] && head.dpi <= credible[1] ? head.dpi : null
  const scale = Math.min(1, enoughDpi / (dpi ?? enoughDpi), Math.sqrt(enoughPixels / (width * height)))
  const longest = scale < 1 ? Math.max(1, Math.round(longer * scale)) : null
  const image = await pictures.pixelsOf(bytes, page, longest)
  return { image, dpi: dpi === null ? null : dpi * (Math.max(image.width, image.height) / longer) }
}

function tooLarge(file: string, { width, height }: PictureHead): UnusableInputError {
  return new UnusableInputError('picture-too-large', { file, width, height })
}

function refusal(file: string, page: number, error: unknown): UnusableInputError {
  if (error instanceof UnusableInputError) return error
  return page === 0
    ? new UnusableInputError('picture-damaged', { file }, error)
    : new UnusableInputError('picture-page-damaged', { file, page: page + 1 }, error)
}
