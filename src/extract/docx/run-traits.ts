import {
  create,
  type Element,
  enclosing,
  prepend,
  remove,
  textOf,
  wordChild,
  wordDescendants,
} from '../office/xml.js'
import type { Styles } from './styles.js'

/**
 * Writes into every run what its styles make of it, for mammoth looks at the run alone: bold, capitals (the letters
 * themselves are turned), and hidden text, which is taken away.
 */
export function settleRuns(root: Element, styles: Styles): void {
  const paragraphStyles = new Map<Element, string | null>()
  for (const run of wordDescendants(root, 'r')) {
    const paragraph = enclosing(run, 'p')
    if (paragraph !== null && !paragraphStyles.has(paragraph))
      paragraphStyles.set(paragraph, styles.paragraphStyle(paragraph))
    const style = paragraph === null ? null : (paragraphStyles.get(paragraph) ?? null)
    const traits = styles.traitsOfRun(run, style)
    if (traits.hidden) remove(run)
    else {
      if (traits.caps) capitalize(run)
      setBold(run, traits.bold)
    }
  }
}

function capitalize(run: Element): void {
  for (const text of wordDescendants(run, 't')) text.textContent = textOf(text).toLocaleUpperCase('vi')
}

function setBold(run: Element, bold: boolean): void {
  const properties = wordChild(run, 'rPr')
  const own = wordChild(properties, 'b')
  if (own !== null) remove(own)
  if (!bold) return
  const target = properties ?? prepend(run, create(run, 'rPr'))
  target.appendChild(create(run, 'b'))
}
