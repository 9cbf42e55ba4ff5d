import { descendants, type Element, remove, textOf, wordDescendants } from '../office/xml.js'

/** What a document holds besides text, by kind. */
export interface Objects {
  pictures: number
  charts: number
  embedded: number
  /** Numbers that Word works out itself and does not store (AUTONUM, LISTNUM). */
  fieldNumbers: number
}

/** A picture of a seal, a logo or a rule is smaller than this (in points); a larger one may show text. */
const smallPicture = 140
const emuPerPoint = 12_700

/** Counts what may hold text that cannot be read, then takes all drawings away. */
export function takeObjects(root: Element): Objects {
  const byName = (...names: string[]): Element[] =>
    descendants(root, (element) => names.includes(element.localName ?? ''))
  const objects: Objects = {
    pictures:
      byName('inline', 'anchor').filter(isLargePicture).length + byName('shape').filter(isLargeShape).length,
    charts: byName('chart', 'relIds').length,
    embedded: byName('OLEObject', 'altChunk', 'subDoc').length,
    fieldNumbers: wordDescendants(root, 'instrText').filter((element) =>
      /^\s*(?:AUTONUM|LISTNUM)/iu.test(textOf(element)),
    ).length,
  }
  for (const element of wordDescendants(root, 'drawing', 'pict', 'object', 'altChunk', 'subDoc'))
    remove(element)
  return objects
}

function isLargePicture(frame: Element): boolean {
  if (descendants(frame, (element) => element.localName === 'blip').length === 0) return false
  const extent = descendants(frame, (element) => element.localName === 'extent')[0]
  const points = (name: string): number => Number(extent?.getAttribute(name) ?? 0) / emuPerPoint
  return points('cx') >= smallPicture && points('cy') >= smallPicture
}

function isLargeShape(shape: Element): boolean {
  if (descendants(shape, (element) => element.localName === 'imagedata').length === 0) return false
  const style = shape.getAttribute('style') ?? ''
  const points = (name: string): number =>
    Number(new RegExp(`(?:^|;)\\s*${name}:([\\d.]+)pt`, 'u').exec(style)?.[1] ?? 0)
  return points('width') >= smallPicture && points('height') >= smallPicture
}
