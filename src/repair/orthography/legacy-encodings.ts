/**
 * Two ways to write Vietnamese from before Unicode, as they look when their bytes are read as Windows-1252:
 * TCVN3 (ABC, the .Vn fonts) gives every marked letter a byte of its own, VNI writes a letter and a mark after it.
 * TCVN3 has no capitals with tones; texts in capitals used a font that drew small letters as capitals.
 */

export type LegacyEncoding = 'TCVN3' | 'VNI'

const tcvn3Letters =
  'àảãáạ' +
  'ằẳẵắ' +
  'ặ' +
  'ầẩẫấậ' +
  'è' +
  'ẻẽéẹ' +
  'ềểễếệ' +
  'ìỉ' +
  'ĩíị' +
  'ò' +
  'ỏõóọ' +
  'ồổỗốộ' +
  'ờởỡớợ' +
  'ù' +
  'ủũúụ' +
  'ừửữứự' +
  'ỳỷỹýỵ' +
  'ăâêôơưđ' +
  'ĂÂÊÔƠƯĐ'
const tcvn3Codes =
  'µ¶·¸¹' +
  '»¼½¾' +
  'Æ' +
  'ÇÈÉÊË' +
  'Ì' +
  'ÎÏÐÑ' +
  'ÒÓÔÕÖ' +
  '×Ø' +
  'ÜÝÞ' +
  'ß' +
  'áâãä' +
  'åæçèé' +
  'êëìíî' +
  'ï' +
  'ñòóô' +
  'õö÷øù' +
  'úûüýþ' +
  '¨©ª«¬\u00ad®' +
  '¡¢£¤¥¦§'

/** Per base: the letters, and how VNI writes them. */
const vniRows: readonly [letters: string, codes: string][] = [
  ['àảãáạ', 'aø aû aõ aù aï'],
  ['âầẩẫấậ', 'aâ aà aå aã aá aä'],
  ['ăằẳẵắặ', 'aê aè aú aü aé aë'],
  ['èẻẽéẹ', 'eø eû eõ eù eï'],
  ['êềểễếệ', 'eâ eà eå eã eá eä'],
  ['ìỉĩíị', 'ì æ ó í ò'],
  ['òỏõóọ', 'oø oû oõ où oï'],
  ['ôồổỗốộ', 'oâ oà oå oã oá oä'],
  ['ơờởỡớợ', 'ô ôø ôû ôõ ôù ôï'],
  ['ùủũúụ', 'uø uû uõ uù uï'],
  ['ưừửữứự', 'ö öø öû öõ öù öï'],
  ['ỳỷỹýỵ', 'yø yû yõ yù î'],
  ['đ', 'ñ'],
]

interface Table {
  toUnicode: ReadonlyMap<string, string>
  fromUnicode: ReadonlyMap<string, string>
  longest: number
}

function table(
  pairs: readonly [letter: string, code: string][],
  alsoRead: readonly [string, string][],
): Table {
  const read = [...alsoRead, ...pairs].map(([letter, code]) => [code, letter] as const)
  return {
    toUnicode: new Map(read),
    fromUnicode: new Map(pairs),
    longest: Math.max(...pairs.map(([, code]) => code.length)),
  }
}

function tcvn3Table(): Table {
  const codes = [...tcvn3Codes]
  return table(
    [...tcvn3Letters].map((letter, index) => [letter, codes[index] ?? '']),
    [],
  )
}

function vniTable(): Table {
  const small = vniRows.flatMap(([letters, codes]) => {
    const list = codes.split(' ')
    return [...letters].map((letter, index): [string, string] => [letter, list[index] ?? ''])
  })
  const capitals = small.map(([letter, code]): [string, string] => [letter.toUpperCase(), code.toUpperCase()])
  const mixed = small
    .filter(([, code]) => code.length === 2)
    .map(([letter, code]): [string, string] => [
      letter.toUpperCase(),
      code.charAt(0).toUpperCase() + code.charAt(1),
    ])
  return table([...small, ...capitals], mixed)
}

const tables: Record<LegacyEncoding, Table> = { TCVN3: tcvn3Table(), VNI: vniTable() }

function translate(text: string, map: ReadonlyMap<string, string>, longest: number): string {
  let out = ''
  for (let at = 0; at < text.length; ) {
    let length = Math.min(longest, text.length - at)
    while (length > 1 && !map.has(text.slice(at, at + length))) length--
    const piece = text.slice(at, at + length)
    out += map.get(piece) ?? piece
    at += length
  }
  return out
}

/** Text in a legacy encoding (its bytes read as Windows-1252) as Unicode. */
export function fromLegacy(text: string, encoding: LegacyEncoding): string {
  const { toUnicode, longest } = tables[encoding]
  return translate(text, toUnicode, longest)
}

/** The inverse of `fromLegacy`; capitals with tones become small letters in TCVN3, which has none. */
export function toLegacy(text: string, encoding: LegacyEncoding): string {
  const { fromUnicode } = tables[encoding]
  return [...text.normalize('NFC')]
    .map((letter) => fromUnicode.get(letter) ?? fromUnicode.get(letter.toLowerCase()) ?? letter)
    .join('')
}
