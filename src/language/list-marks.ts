/** Marks that items of lists begin with inside cells and paragraphs: bullets, '1.', '(2)', 'a)'. */

const bullet = /^[-–+•*]\s*\S/u
const numbered = /^(?:\(?\d{1,2}[.)]\s|[a-zđ]\)\s)/u
const mark = /^(?:\(?\d{1,2}[.)]|[a-zđ]\)|[-–+•])$/u
const anyMark = /^\s*(?:[-–—+•*]|\d{1,2}[.)](?=\s))\s*/u
const number = /^\(?(?:\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\))\s+/u

/** Whether a text begins with the number or letter of an item and a blank. */
export function beginsNumbered(text: string): boolean {
  return numbered.test(text)
}

/** The same, or with a bullet. */
export function beginsItem(text: string): boolean {
  return bullet.test(text) || numbered.test(text)
}

/** Whether a text is such a mark and nothing else. */
export function isItemMark(text: string): boolean {
  return mark.test(text.trim())
}

/** The text behind a bullet or the number of an item. */
export function withoutMark(text: string): string {
  return text.replace(anyMark, '')
}

/** The text behind the number or letter of an item. */
export function withoutItemNumber(text: string): string {
  return text.replace(number, '')
}
