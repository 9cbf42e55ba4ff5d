import type { ImagePage } from './image/read-image-page.js'

/**
 * Pages that were recognised already, perhaps by another process: by their number. Pages that are recognised are put in.
 * What is in it survives JSON.
 */
export type ReadPages = Map<number, ImagePage>

/** The page as it was read before, else as it is read now. What failed is not kept: it may be read another time. */
export async function knownOrRead(
  pages: ReadPages | undefined,
  number: number,
  read: () => Promise<ImagePage>,
): Promise<ImagePage> {
  const known = pages?.get(number)
  if (known !== undefined) return known
  const page = await read()
  if (page.failure === null) pages?.set(number, page)
  return page
}
