/** A letter that only Vietnamese has. */
export const marks = /[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]/iu

const words = [
  ...'the this that is are was were be been has have had does with without not cannot could must'.split(' '),
  ...'file files folder page pages document documents plans line lines workbook option argument'.split(' '),
  ...'of and or it its which from into left about failed missing unknown expected received invalid'.split(
    ' ',
  ),
  ...'criteria actions takes there name say write check give get allow raise again'.split(' '),
]

/** Words of English sentences that stand by themselves: not in an option, a path, a key or a Vietnamese word. */
export const englishWords = new RegExp(
  `(?<![\\p{L}\\p{N}<|./_-])(?:${words.join('|')})(?![\\p{L}\\p{N}|/_-]|\\.\\w)`,
  'iu',
)
