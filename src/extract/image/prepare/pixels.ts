import type { GreyPicture } from '../../../../schemas/picture.js'

/** Rows become columns: what is found along rows of the result runs down the image. */
export function transpose({ width, height, data }: GreyPicture): GreyPicture {
  const turned = new Uint8Array(width * height)
  const tile = 32
  for (let top = 0; top < height; top += tile)
    for (let left = 0; left < width; left += tile)
      for (let y = top; y < Math.min(height, top + tile); y++)
        for (let x = left; x < Math.min(width, left + tile); x++)
          turned[x * height + y] = data[y * width + x] as number
  return { width: height, height: width, data: turned }
}

/** Rows in reverse order. */
function flip({ width, height, data }: GreyPicture): GreyPicture {
  const flipped = new Uint8Array(width * height)
  for (let y = 0; y < height; y++)
    flipped.set(data.subarray(y * width, (y + 1) * width), (height - 1 - y) * width)
  return { width, height, data: flipped }
}

/** A quarter turn clockwise. */
export function quarterTurn(image: GreyPicture): GreyPicture {
  return transpose(flip(image))
}
