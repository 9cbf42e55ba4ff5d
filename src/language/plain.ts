/**
 * Letters without their marks, one for one: 'đ' → 'd', 'Ề' → 'E'. The length never changes, so that a place in the
 * plain text is the same place in the marked one. Expects NFC.
 */

const markedRanges: readonly [number, number][] = [
  [0xc0, 0x1b0],
  [0x1ea0, 0x1ef9],
]

const plainOf = new Map<number, number>()
for (const [first, last] of markedRanges) {
  for (let code = first; code <= last; code++) {
    const base = String.fromCharCode(code).normalize('NFD').charCodeAt(0)
    if (base < 0x80) plainOf.set(code, base)
  }
}
plainOf.set(0x111, 0x64)
plainOf.set(0x110, 0x44)

/** The text without marks, case kept. */
export function withoutMarks(text: string): string {
  let out = ''
  let copied = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code < 0x80) continue
    const base = plainOf.get(code)
    if (base === undefined) continue
    out += text.slice(copied, index) + String.fromCharCode(base)
    copied = index + 1
  }
  return copied === 0 ? text : out + text.slice(copied)
}

/** Lower case and without marks. */
export function plain(text: string): string {
  return withoutMarks(text.toLowerCase())
}

/** `form` with the case of `pattern`, letter by letter; both have the same length. */
export function inCaseOf(pattern: string, form: string): string {
  const lower = pattern.toLowerCase()
  if (pattern === lower) return form
  if (pattern === pattern.toUpperCase()) return form.toUpperCase()
  let out = ''
  for (let index = 0; index < form.length; index++) {
    const letter = form.charAt(index)
    out += pattern.charAt(index) === lower.charAt(index) ? letter : letter.toUpperCase()
  }
  return out
}
