import { pick } from './sampling.js'

/** A line as it is set: its text, its box on the upright page (pixels), and what it is a line of. */
export interface SetLine {
  text: string
  x: number
  /** The base line. */
  y: number
  width: number
  size: number
  bold: boolean
  italic: boolean
  /** The cell or paragraph that it belongs to, counted over the page. */
  cell: number
}

/** A page to be printed: its size in pixels, its lines and its rules (x, y, width, height). */
export interface SetPage {
  kind: 'body' | 'table'
  width: number
  height: number
  lines: SetLine[]
  rules: [number, number, number, number][]
}

/** Width of a text in pixels. */
export type Measure = (text: string, size: number, bold: boolean, italic: boolean) => number

interface Style {
  size: number
  bold: boolean
  italic: boolean
}

const leading = 1.3
const shareOfCapitals = 0.08

/** Sets paragraphs on pages of 210 × 297 mm: running text, or a ruled table on its side. */
export class PageSetter {
  private next = 0
  private cells = 0

  constructor(
    private readonly paragraphs: readonly string[],
    private readonly measure: Measure,
    private readonly random: () => number,
  ) {}

  /** A page of running text at so many dots an inch; the size of its letters in points. */
  body(dpi: number): SetPage {
    const page = this.empty('body', 8.27 * dpi, 11.69 * dpi)
    const size = (pick([11.5, 13, 13, 14], this.random) * dpi) / 72
    const left = 1.1 * dpi
    let y = 0.9 * dpi
    while (y < page.height - dpi) {
      const capitals = this.random() < shareOfCapitals
      const style = this.style(size, capitals ? 0.8 : 0.08)
      const text = capitals ? this.piece(4, 14).toUpperCase() : this.whole()
      y = this.setText(page, text, style, {
        left,
        width: page.width - 2 * left,
        y,
        bottom: page.height - dpi,
      })
      y += 0.4 * size
    }
    return page
  }

  /** A page of a ruled table: numbers, names, tasks, agencies, dates in columns of many widths. */
  table(dpi: number): SetPage {
    const page = this.empty('table', 11.69 * dpi, 8.27 * dpi)
    const size = (pick([9, 10, 11, 12], this.random) * dpi) / 72
    const edges = this.columnEdges(page.width, dpi)
    const bottom = page.height - 0.7 * dpi
    let y = 0.7 * dpi
    let header = true
    while (y < bottom - 4 * size) {
      y = this.row(page, edges, { size, y, bottom, header }) + 0.3 * size
      header = false
    }
    const top = 0.7 * dpi
    for (const edge of edges) page.rules.push([edge, top, Math.max(1, dpi / 150), y - top])
    return page
  }

  private row(
    page: SetPage,
    edges: readonly number[],
    place: { size: number; y: number; bottom: number; header: boolean },
  ): number {
    const { size, bottom, header } = place
    const pad = 0.35 * size
    let lowest = place.y
    const capitals = header ? this.random() < 0.3 : this.random() < 0.04
    for (let column = 0; column + 1 < edges.length; column++) {
      const left = (edges[column] as number) + pad
      const width = (edges[column + 1] as number) - left - pad
      const text = header ? this.piece(1, 4) : this.cellText(column)
      const style = this.style(size, header || capitals ? 0.9 : 0.06)
      const cell = { left, width, y: place.y + pad, bottom }
      const end = this.setText(page, capitals ? text.toUpperCase() : text, style, cell)
      lowest = Math.max(lowest, end)
    }
    const [first, last] = [edges[0] as number, edges.at(-1) as number]
    page.rules.push([first, lowest + pad, last - first, Math.max(1, size / 20)])
    return lowest + pad
  }

  private cellText(column: number): string {
    if (column === 0) return String(Math.ceil(this.random() * 40))
    const kind = this.random()
    if (kind < 0.12) return ''
    if (kind < 0.35) return this.piece(1, 6)
    if (kind < 0.6) return this.piece(5, 14)
    return this.piece(12, 60)
  }

  private columnEdges(width: number, dpi: number): number[] {
    const columns = pick([4, 5, 6, 7, 8], this.random)
    const shares = Array.from({ length: columns }, (_, index) =>
      index === 0 ? 0.35 : 0.6 + 2 * this.random(),
    )
    const sum = shares.reduce((a, b) => a + b, 0)
    const edges = [0.6 * dpi]
    for (const share of shares) edges.push((edges.at(-1) as number) + (share / sum) * (width - 1.2 * dpi))
    return edges
  }

  /** Sets a text line by line from `y` on; returns where it ends. What finds no room is left out. */
  private setText(
    page: SetPage,
    text: string,
    style: Style,
    place: { left: number; width: number; y: number; bottom: number },
  ): number {
    const cell = this.cells++
    const step = leading * style.size
    let { y } = place
    for (const line of this.wrap(text, style, place.width)) {
      if (y + step > place.bottom) break
      y += step
      const width = this.measure(line, style.size, style.bold, style.italic)
      page.lines.push({ text: line, x: place.left, y: y - 0.3 * style.size, width, cell, ...style })
    }
    return y
  }

  private wrap(text: string, { size, bold, italic }: Style, width: number): string[] {
    const lines: string[] = []
    let line = ''
    for (const word of text.split(/\s+/u).filter((part) => part !== '')) {
      const longer = line === '' ? word : `${line} ${word}`
      if (line !== '' && this.measure(longer, size, bold, italic) > width) {
        lines.push(line)
        line = word
      } else line = longer
    }
    return line === '' ? lines : [...lines, line]
  }

  private style(size: number, boldShare: number): Style {
    return { size, bold: this.random() < boldShare, italic: this.random() < 0.08 }
  }

  private whole(): string {
    return this.paragraphs[this.next++ % this.paragraphs.length] as string
  }

  /** Some words of a paragraph, from one of its beginnings. */
  private piece(fewest: number, most: number): string {
    const parts = this.whole().split(/(?<=[;:.,])\s+/u)
    const from = Math.floor(this.random() * parts.length)
    const words = parts.slice(from).join(' ').split(/\s+/u)
    const length = fewest + Math.floor(this.random() * (most - fewest + 1))
    return words.slice(0, length).join(' ')
  }

  private empty(kind: SetPage['kind'], width: number, height: number): SetPage {
    return { kind, width: Math.round(width), height: Math.round(height), lines: [], rules: [] }
  }
}
