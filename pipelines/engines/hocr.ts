import type { RecognisedWord } from '../../schemas/recogniser.js'

const element =
  /<span class='ocr(x_word|_line|_header|_caption|_textfloat)'[^>]*title=["']([^"']*)["'][^>]*>([^<]*)/gu

/** hOCR, where a line says its foot and height, and the words that follow it stand in it. */
export function wordsOfHocr(hocr: string): RecognisedWord[] {
  const words: RecognisedWord[] = []
  let line = { left: 0, bottom: 0, slope: 0, offset: 0, height: 0, number: -1 }
  for (const [, kind, title = '', text = ''] of flat(hocr).matchAll(element)) {
    const box = numbersOf(title, 'bbox')
    if (kind !== 'x_word') {
      const [slope = 0, offset = 0] = numbersOf(title, 'baseline')
      const [height = (box[3] ?? 0) - (box[1] ?? 0)] = numbersOf(title, 'x_size')
      line = { left: box[0] ?? 0, bottom: box[3] ?? 0, slope, offset, height, number: line.number + 1 }
      continue
    }
    const [left = 0, top = 0, right = 0, bottom = 0] = box
    const read = unescaped(text).trim().normalize('NFC')
    if (read === '') continue
    words.push({
      text: read,
      box: [left, top, right, bottom],
      baseline: line.bottom + line.offset + line.slope * ((left + right) / 2 - line.left),
      height: line.height,
      confidence: Math.min(1, Math.max(0, (numbersOf(title, 'x_wconf')[0] ?? 0) / 100)),
      line: Math.max(0, line.number),
    })
  }
  return words
}

/** Words may be set in <strong> or <em>. */
function flat(hocr: string): string {
  return hocr.replace(/<\/?(?:strong|em)>/gu, '')
}

function numbersOf(title: string, name: string): number[] {
  const part = title.split(';').find((each) => each.trim().startsWith(`${name} `))
  return part === undefined ? [] : part.trim().split(/\s+/u).slice(1).map(Number)
}

const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

function unescaped(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#39);/gu, (entity) => entities[entity] ?? entity)
}
