/**
 * The shape of a Vietnamese syllable: an onset, a rhyme and a tone. What does not fit is a foreign word, an
 * abbreviation or damage. Tone marks may stand on either vowel of 'oa', 'oe', 'uy' (hòa, hoà); both are accepted.
 */

const onsets = ' b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' ')

const rhymes = new Set(
  (
    'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây ' +
    'e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu ' +
    'i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu ' +
    'y ych ynh yt yêm yên yêng yêt yêu ' +
    'o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ' +
    'ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt ' +
    'u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt ' +
    'uyn uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu'
  ).split(' '),
)

const toneMark = /[\u0300\u0301\u0303\u0309\u0323]/gu
const stopEnd = /(?:c|ch|p|t)$/u
const highTone = /[\u0301\u0323]/u

/** Whether a word, whatever its case, is built like a Vietnamese syllable, tone included. */
export function isSyllable(word: string): boolean {
  const decomposed = word.toLowerCase().normalize('NFD')
  const tones = decomposed.match(toneMark) ?? []
  if (tones.length > 1) return false
  const bare = decomposed.replace(toneMark, '').normalize('NFC')
  if (stopEnd.test(bare) && !highTone.test(tones[0] ?? '')) return false
  return onsets.some((onset) => bare.startsWith(onset) && rhymes.has(bare.slice(onset.length)))
}

const lateTone = /(?<=^|[^q])(o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])$/u
const earlyTone: Record<string, string> = {
  oà: 'òa',
  oá: 'óa',
  oả: 'ỏa',
  oã: 'õa',
  oạ: 'ọa',
  oè: 'òe',
  oé: 'óe',
  oẻ: 'ỏe',
  oẽ: 'õe',
  oẹ: 'ọe',
  uỳ: 'ùy',
  uý: 'úy',
  uỷ: 'ủy',
  uỹ: 'ũy',
  uỵ: 'ụy',
}

/** A lower-case syllable with its tone where administrative texts put it: 'hoà' → 'hòa', 'uỷ' → 'ủy', 'quý' stays. */
export function placeTone(syllable: string): string {
  return syllable.replace(lateTone, (end) => earlyTone[end] ?? end)
}
