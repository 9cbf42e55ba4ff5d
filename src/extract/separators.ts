/**
 * Some converters write a table's rows as lines with ` || ` or ` | ` between the cells and nothing around them. Where
 * most such lines have the same number of cells, the separators become TABs, and the lines are read as any other
 * TAB-separated table. Line numbers stay.
 */
export function unifySeparators(text: string): string {
  if (!text.includes('|')) return text
  const lines = text.split('\n')
  for (const separator of [/\|\|/u, /(?<=\s)\|(?=\s|$)/u]) {
    const counts = lines.map((line) => (isFramed(line) ? 0 : line.split(separator).length - 1))
    const usual = usualCount(counts)
    if (usual === null) continue
    return lines
      .map((line, index) => ((counts[index] ?? 0) > 0 ? cellsOf(line, separator).join('\t') : line))
      .join('\n')
  }
  return text
}

/** The blank between two separators belongs to both: cells are trimmed after the split, not by it. */
function cellsOf(line: string, separator: RegExp): string[] {
  return line.split(separator).map((cell) => cell.trim())
}

/** Rows of Markdown tables begin and end with a pipe, or are a rule of dashes. */
function isFramed(line: string): boolean {
  return /^\s*\|(?!\|).*(?<!\|)\|\s*$/u.test(line) || /-{3}/u.test(line) || line.includes('\t')
}

/** The number of separators that most table lines have; null where there is no such number. */
function usualCount(counts: number[]): number | null {
  const tally = new Map<number, number>()
  for (const count of counts) if (count >= 2) tally.set(count, (tally.get(count) ?? 0) + 1)
  const rows = [...tally.values()].reduce((sum, value) => sum + value, 0)
  const [usual] = [...tally].toSorted((a, b) => b[1] - a[1])
  return usual !== undefined && usual[1] >= 3 && usual[1] >= rows * 0.6 ? usual[0] : null
}
