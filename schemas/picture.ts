/** A colour picture: red, green, blue and opacity of each pixel, row by row from the top. */
export interface RgbaPicture {
  width: number
  height: number
  data: Uint8Array | Uint8ClampedArray
}

/** A grey picture: one byte a pixel, row by row from the top, 0 black. */
export interface GreyPicture {
  width: number
  height: number
  data: Uint8Array
}

/** What a picture file says of one of its pages, before that is decoded. */
export interface PictureHead {
  /** How many pages the file has; more than one in a TIFF only. */
  pages: number
  width: number
  height: number
  /** Pixels in an inch of paper, as the file claims; null where it does not say. */
  dpi: number | null
}

/** What pages are painted on: a canvas of the browser, or one that behaves so. */
export interface Canvas {
  width: number
  height: number
  getContext(kind: '2d'): CanvasContext | null
}

export interface CanvasContext {
  getImageData(left: number, top: number, width: number, height: number): { data: Uint8ClampedArray }
}

export type CreateCanvas = (width: number, height: number) => Canvas

/**
 * The port through which picture files are decoded and PDF pages are painted. Rooms load no engine: a pipeline hands
 * one in. Damaged files are told by an error with the cause. Pages count from 0.
 */
export interface PictureEngine {
  headOf(bytes: Uint8Array, page: number): Promise<PictureHead>
  /** A page upright as the camera's mark (EXIF) says, on white, made smaller where it is longer than `longest`. */
  pixelsOf(bytes: Uint8Array, page: number, longest: number | null): Promise<RgbaPicture>
  /** Loads what pages are painted on. */
  canvases(): Promise<CreateCanvas>
  /** A part of a picture, over its whole height, as a small grey PNG. */
  pngOf(picture: RgbaPicture, part: { left: number; width: number; shrink: number }): Promise<PngPicture>
}

export interface PngPicture {
  png: Uint8Array
  width: number
  height: number
}
