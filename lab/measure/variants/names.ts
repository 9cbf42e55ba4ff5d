import type { ExpectedPlan } from '../../../schemas/evaluation/expectation.js'
import type { Random } from '../../random.js'
import type { NameChange } from './draft.js'

const provinces = [
  ...['Quảng Ninh', 'Bắc Giang', 'Thái Bình', 'Nam Định', 'Ninh Bình', 'Lạng Sơn', 'Phú Yên', 'Bến Tre'],
  ...['Lâm Đồng', 'Đồng Tháp', 'Tây Ninh', 'Vĩnh Phúc'],
]
/** Cities that are provinces themselves: 'thành phố …' stays true. */
const cities = ['Hà Nội', 'Hải Phòng', 'Đà Nẵng', 'Cần Thơ']
const units = ['Hà Tiên', 'Sa Đéc', 'Móng Cái', 'Cam Ranh', 'Hồng Ngự', 'Tam Điệp', 'Phổ Yên', 'Đông Triều']

/** Another province, and another unit where the plan is a unit's; null where the plan names neither. */
export function chooseNames(source: string, expected: ExpectedPlan, random: Random): NameChange[] | null {
  const { province, unit } = expected.header
  const changes: NameChange[] = []
  const absent = (name: string) => !source.includes(name) && !source.includes(name.toUpperCase())
  if (unit !== null) changes.push({ from: unit.name, to: random.pick(units.filter(absent)) })
  if (province !== null && province.name !== unit?.name)
    changes.push({ from: province.name, to: random.pick(peersOf(province.name).filter(absent)) })
  return changes.length === 0 ? null : changes
}

function peersOf(province: string): readonly string[] {
  return cities.includes(province) ? cities : provinces
}

/** The text with the names exchanged, in small letters and capitals, also where a line ends inside a name. */
export function exchangeNames(text: string, changes: readonly NameChange[]): string {
  let result = text
  for (const { from, to } of changes) {
    result = exchange(result, from, to)
    result = exchange(result, from.toUpperCase(), to.toUpperCase())
  }
  return result
}

function exchange(text: string, from: string, to: string): string {
  const words = from.split(' ')
  const pattern = words.map((word) => word.replace(/[^\p{L}\p{N}]/gu, '\\$&')).join('((?:\\s|<br\\s*/?>)+)')
  const found = new RegExp(`(?<!\\p{L})${pattern}(?!\\p{L})`, 'gu')
  return text.replace(found, (...parts: string[]) => {
    const gaps = parts.slice(1, words.length)
    const others = to.split(' ')
    return others
      .map((word, index) => word + (index < others.length - 1 ? (gaps[index] ?? ' ') : ''))
      .join('')
  })
}
