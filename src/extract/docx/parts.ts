import type { Parts } from '../office/package.js'
import { type Document, descendants, parseXml } from '../office/xml.js'

/** The parts of a DOCX that carry its text, parsed. */
export interface WordParts {
  document: Document
  styles: Document | null
  numbering: Document | null
  footnotes: Document | null
  endnotes: Document | null
  settings: Document | null
}

/** Finds the parts by their relationships, as Word does, and by their usual names where those are missing. */
export function readWordParts(parts: Parts): WordParts | null {
  const main = target(parts, '_rels/.rels', '', 'officeDocument') ?? 'word/document.xml'
  const document = parts.get(main)
  if (document === undefined) return null
  const folder = main.includes('/') ? main.slice(0, main.lastIndexOf('/') + 1) : ''
  const relations = `${folder}_rels/${main.slice(folder.length)}.rels`
  const related = (name: string): Document | null => {
    const path = target(parts, relations, folder, name) ?? `${folder}${name}.xml`
    const bytes = parts.get(path)
    return bytes === undefined ? null : parseXml(bytes)
  }
  return {
    document: parseXml(document),
    styles: related('styles'),
    numbering: related('numbering'),
    footnotes: related('footnotes'),
    endnotes: related('endnotes'),
    settings: related('settings'),
  }
}

/** The path that a relationship of that type names; types end in the same word in both editions of the standard. */
function target(parts: Parts, relations: string, folder: string, type: string): string | null {
  const bytes = parts.get(relations)
  if (bytes === undefined) return null
  const found = descendants(
    parseXml(bytes),
    (element) =>
      element.localName === 'Relationship' && (element.getAttribute('Type') ?? '').endsWith(`/${type}`),
  )
    .map((element) => resolvePath(folder, element.getAttribute('Target') ?? ''))
    .find((path) => parts.has(path))
  return found ?? null
}

function resolvePath(folder: string, path: string): string {
  const parts = path.startsWith('/') ? [] : folder.split('/').filter((part) => part !== '')
  for (const part of path.split('/'))
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  return parts.join('/')
}
