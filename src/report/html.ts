import { printableLines } from '../language/printable.js'

/** Markup that is safe to put into a page as it stands. */
export interface Html {
  markup: string
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeHtml(text: string): string {
  return printableLines(text).replace(/[&<>"']/gu, (sign) => entities[sign] ?? sign)
}

type Part = Html | string | number | null | readonly Part[]

/** A template whose inserted texts are escaped; inserted markup stays. Text of a document can never become markup. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  let markup = strings[0] ?? ''
  parts.forEach((part, index) => {
    markup += markupOf(part) + (strings[index + 1] ?? '')
  })
  return { markup }
}

function markupOf(part: Part): string {
  if (part === null) return ''
  if (typeof part === 'string') return escapeHtml(part)
  if (typeof part === 'number') return String(part)
  if ('markup' in part) return part.markup
  return part.map(markupOf).join('')
}
