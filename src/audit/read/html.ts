import { Parser } from 'htmlparser2'
import { addLines, addRow, emptySource, nowhere, type RawSource } from '../raw-source.js'

/** Elements that stand inside a line. */
const inline = new Set(
  'a b big code del em font i ins mark o:p s small span strike strong sub sup tt u'.split(' '),
)
const unread = new Set(['head', 'script', 'style', 'template'])
const struck = new Set(['del', 's', 'strike'])

/** HTML as the text between its tags; the cells of its rows. */
export function readRawHtml(html: string): RawSource {
  const source = emptySource()
  let buffer = ''
  let skipped = 0
  let depth = 0
  let cell: string[] = []
  let row: string[] = []
  const flush = (): void => {
    const text = buffer.replace(/\s+/gu, ' ').trim()
    buffer = ''
    if (text === '') return
    if (depth > 0) cell.push(text)
    else addLines(source, text, false, nowhere)
  }
  const endCell = (): void => {
    flush()
    row.push(cell.join(' '))
    cell = []
  }
  const endRow = (): void => {
    if (cell.length > 0) endCell()
    if (row.length > 0) addRow(source, row, nowhere)
    row = []
  }
  const parser = new Parser({
    onopentag(name, attributes) {
      if (unread.has(name)) skipped++
      if (struck.has(name)) source.traits.struckOut++
      if (/display\s*:\s*none|visibility\s*:\s*hidden/iu.test(attributes.style ?? '')) source.traits.hidden++
      if (inline.has(name)) return
      flush()
      if (name === 'table') depth++
      if (name === 'tr') endRow()
    },
    ontext(text) {
      if (skipped === 0) buffer += text
    },
    onclosetag(name) {
      if (unread.has(name)) skipped--
      if (inline.has(name)) return
      if (name === 'td' || name === 'th') endCell()
      else flush()
      if (name === 'tr') endRow()
      if (name !== 'table') return
      endRow()
      depth = Math.max(0, depth - 1)
    },
  })
  parser.write(html)
  parser.end()
  flush()
  endRow()
  return source
}
