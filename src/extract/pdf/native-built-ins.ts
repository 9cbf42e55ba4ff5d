/** Built-ins of the language as Node.js brings them, remembered before pdf.js is loaded. */
const native = { push: Array.prototype.push, parse: JSON.parse, stringify: JSON.stringify }

/**
 * pdf.js brings its own `push`, `JSON.parse` and `JSON.stringify` for engines that lack details which nobody here uses,
 * and puts them in the place of Node's for the whole process: everything that fills a list takes several times as long.
 */
export function restoreBuiltIns(): void {
  Array.prototype.push = native.push
  JSON.parse = native.parse
  JSON.stringify = native.stringify
}
