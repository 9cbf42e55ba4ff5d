const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/gu
const onset = '(?:ngh|ng|nh|ch|tr|th|ph|kh|gh|gi|qu|[bcdđghklmnpqrstvx])?'
const rhymes = [
  'uyê[nt]?|uya|uych|uynh|uyt|uy|uâ(?:n|t|y|ng)?|uê(?:nh|ch)?|uơ|ươ(?:[ucpmitn]|ng)?|ưa|ưu|ưi|ư(?:[ctmn]|ng)?',
  'iê(?:[cmpntu]|ng)?|yê(?:[mntu]|ng)?|iu|ia|i(?:[cmnptu]|nh|ch)?|y(?:[tnma]|nh|ch)?|ê(?:[cmnptu]|nh|ch)?|eo|e(?:[cmnpt]|ng)?',
  'oa(?:[cimnopty]|ng|nh|ch)?|oă(?:[cmntp]|ng)?|oe[ont]?|oo(?:c|ng)?|o(?:[cimnpt]|ng)?|ôi|ô(?:[cmnpt]|ng)?|ơi|ơ[mnpt]?',
  'uô(?:[cimnt]|ng)?|ui|ua|u(?:[cmnpt]|ng)?|ă(?:[cmnpt]|ng)|â(?:[cmnptuy]|ng)|a(?:[cimnoptuy]|ng|nh|ch)?',
]
const shape = new RegExp(`^${onset}(?:${rhymes.join('|')})$`, 'u')
const known = new Map<string, boolean>()

/** Whether a word has the shape of a Vietnamese syllable: an onset and a rhyme of the orthography, any tone. */
export function isSyllable(word: string): boolean {
  const found = known.get(word)
  if (found !== undefined) return found
  const bare = word.toLowerCase().normalize('NFD').replace(toneMarks, '').normalize('NFC')
  const fits = shape.test(bare)
  if (known.size < 20_000) known.set(word, fits)
  return fits
}
