/**
 * Text that begins with one of these is a formula to a spreadsheet. It gets an apostrophe before it, as spreadsheets
 * mark text themselves; text that begins with apostrophes before such a sign gets one more, so that every text can be
 * told apart and restored. (OWASP, "CSV Injection".)
 */
const formula = /^'*[=+\-@\t\r]/u
const guarded = /^'+[=+\-@\t\r]/u

export function guardFormula(text: string): string {
  return formula.test(text) ? `'${text}` : text
}

export function restoreText(text: string): string {
  return guarded.test(text) ? text.slice(1) : text
}
