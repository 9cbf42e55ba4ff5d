import { type Element, isWord, remove, replaceByChildren, wordChild, wordDescendants } from '../office/xml.js'

/** How many passages of a document stand as tracked changes. */
export interface Revisions {
  insertions: number
  deletions: number
}

const propertyChanges = [
  'pPrChange',
  'rPrChange',
  'tblPrChange',
  'tblPrExChange',
  'tblGridChange',
  'trPrChange',
  'tcPrChange',
  'sectPrChange',
  'numberingChange',
]
const propertyElements = ['rPr', 'trPr', 'tcPr', 'pPr']

/** Makes the text what it is once every tracked change is accepted. */
export function acceptRevisions(root: Element): Revisions {
  for (const change of wordDescendants(root, ...propertyChanges)) remove(change)
  const revisions: Revisions = { insertions: 0, deletions: 0 }
  const marks = wordDescendants(root, 'ins', 'del', 'moveFrom', 'moveTo', 'cellDel')
  for (const mark of marks) {
    const isInsertion = isWord(mark, 'ins', 'moveTo')
    if (!isConnected(mark, root)) continue
    if (isInsertion) revisions.insertions++
    else revisions.deletions++
    const parent = mark.parentNode
    if (isWord(parent, ...propertyElements)) settleMark(mark, parent, isInsertion)
    else if (isInsertion) replaceByChildren(mark)
    else remove(mark)
  }
  return revisions
}

/** A mark among properties concerns the row, the cell or the end of the paragraph that has them. */
function settleMark(mark: Element, properties: Element, isInsertion: boolean): void {
  remove(mark)
  const owner = properties.parentNode
  if (isInsertion || owner === null) return
  if (isWord(properties, 'trPr', 'tcPr')) remove(owner)
  else if (isWord(owner, 'pPr') && isWord(owner.parentNode, 'p')) joinToNext(owner.parentNode)
}

/** A paragraph whose end was deleted goes on with the next one, whose properties the whole then has. */
function joinToNext(paragraph: Element): void {
  let next = paragraph.nextSibling
  while (next !== null && !isWord(next)) next = next.nextSibling
  if (!isWord(next, 'p')) return
  const properties = wordChild(paragraph, 'pPr')
  if (properties !== null) remove(properties)
  const start =
    wordChild(next, 'pPr')?.nextSibling ?? (wordChild(next, 'pPr') === null ? next.firstChild : null)
  while (paragraph.firstChild !== null) next.insertBefore(paragraph.firstChild, start)
  remove(paragraph)
}

/** Parts of what was removed already are of no concern. */
function isConnected(element: Element, root: Element): boolean {
  for (let node = element.parentNode; node !== null; node = node.parentNode) if (node === root) return true
  return false
}
