const run = /(\\?\*+)/u
const bulletLine = /(?:^|\n)[ \t]*$/u

/**
 * A paragraph of Markdown whose emphasis has blanks inside its marks ('*Đơn vị chủ trì: *Sở', '**Quyết định **số'), as
 * converters write it: the blanks are put outside, where Markdown takes the marks for what they are. Line ends stay.
 */
export function tightenEmphasis(paragraph: string): string {
  if (!paragraph.includes('*')) return paragraph
  const parts = paragraph.split(run)
  for (let index = 1; index < parts.length; index += 2) {
    const mark = parts[index] ?? ''
    if (mark.startsWith('\\') || isBullet(parts, index)) continue
    const close = index + 2
    if (parts[close] !== mark) continue
    const inner = parts[index + 1] ?? ''
    const text = inner.trim()
    if (text === '') {
      parts[index] = ''
      parts[close] = ''
    } else if (text !== inner) {
      const [before = '', after = ''] = inner.split(text)
      parts[index - 1] += before
      parts[index + 1] = text
      parts[close + 1] = after + (parts[close + 1] ?? '')
    }
    index = close
  }
  return parts.join('')
}

/** A single mark and a blank at the beginning of a line: an item of a list. */
function isBullet(parts: readonly string[], index: number): boolean {
  return (
    parts[index] === '*' &&
    bulletLine.test(parts.slice(0, index).join('').slice(-widestIndent)) &&
    /^[ \t]/u.test(parts[index + 1] ?? '')
  )
}

const widestIndent = 40
