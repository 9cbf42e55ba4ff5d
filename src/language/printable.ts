/** What moves a cursor, colours, hides or turns round what is shown: control signs, marks of direction, no width. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to be found
const hidden = /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu

/** A text as one line that can be shown anywhere: what would not be seen stands as `\u001b`. */
export function printable(text: string): string {
  return text.replace(hidden, escaped)
}

/** The same for a text of several lines. */
export function printableLines(text: string): string {
  return text.replace(hidden, (sign) => (/[\n\r\t]/u.test(sign) ? sign : escaped(sign)))
}

function escaped(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
}
