import { tightenEmphasis } from './loose-emphasis.js'

/** More marks in one paragraph than any plan has: Markdown compares each with each. */
const mostMarks = 1500
/** Deeper quotations and lists are no text's order; Markdown tries each level anew at every line. */
const deepestQuote = 40
const widestIndent = 120

const marks = /[*_~`[\]<]/gu
const blanks = /^[ \t]+/u
const quotes = new RegExp(`^(?:[ \\t]*>){${deepestQuote}}([ \\t>]*)`, 'u')

/**
 * Lines of Markdown without what its parser cannot bear: where a paragraph is nothing but marks they are text, and
 * nesting ends at a depth that no reader follows; blanks inside the marks of emphasis stand outside. Lines stay lines; ordinary ones stay as they are.
 */
export function tameMarkdown(lines: string[]): string[] {
  const tamed = lines.map(shallow)
  for (let from = 0; from < tamed.length; ) {
    const to = paragraphEnd(tamed, from)
    const own = tamed.slice(from, to)
    if (tooMarked(own)) for (let at = from; at < to; at++) tamed[at] = tamed[at]?.replace(marks, '\\$&') ?? ''
    else
      tightenEmphasis(own.join('\n'))
        .split('\n')
        .forEach((line, step) => {
          tamed[from + step] = line
        })
    from = to
  }
  return tamed
}

/** A row of a table is a paragraph of its own, and so is a blank line. */
function paragraphEnd(lines: string[], from: number): number {
  let end = from
  while (end < lines.length && lines[end]?.trim() !== '' && !lines[end]?.includes('|')) end++
  return Math.max(end, from + 1)
}

function tooMarked(lines: string[]): boolean {
  let characters = 0
  for (const line of lines) characters += line.length
  if (characters <= mostMarks) return false
  let count = 0
  for (const line of lines) count += line.match(marks)?.length ?? 0
  return count > mostMarks
}

function shallow(line: string): string {
  const indent = blanks.exec(line)?.[0].length ?? 0
  const narrow = indent > widestIndent ? line.slice(indent - widestIndent) : line
  return narrow.length > deepestQuote
    ? narrow.replace(quotes, (whole, rest: string) => whole.slice(0, whole.length - rest.length))
    : narrow
}
