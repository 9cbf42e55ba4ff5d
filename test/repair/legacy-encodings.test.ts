import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detectLegacy } from '../../src/repair/orthography/legacy-detection.js'
import { fromLegacy, type LegacyEncoding, toLegacy } from '../../src/repair/orthography/legacy-encodings.js'

const tones = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323']
const vowels = [...'aăâeêioôơuưy'].flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC')))
const small = [...vowels, ...'bcdđghklmnpqrstvx']
const encodings: LegacyEncoding[] = ['TCVN3', 'VNI']

const paragraphs = [
  'Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;',
  'Ủy ban nhân dân tỉnh ban hành Kế hoạch cải cách hành chính năm 2024 với các nội dung sau:',
  '- Đẩy mạnh tuyên truyền, nâng cao nhận thức của cán bộ, công chức, viên chức về dịch vụ công trực tuyến.',
  'Giao Sở Nội vụ chủ trì, phối hợp với các sở, ngành theo dõi, đôn đốc việc thực hiện Kế hoạch này.',
  'b) Rà soát, sửa đổi những quy định không còn phù hợp; kịp thời tháo gỡ khó khăn cho người dân và doanh nghiệp.',
]

describe('legacy encodings', () => {
  it.each(encodings)('%s gives back every small letter', (encoding) => {
    for (const letter of small) expect(fromLegacy(toLegacy(letter, encoding), encoding)).toBe(letter)
  })

  it('VNI gives back every capital, TCVN3 those that it has', () => {
    for (const letter of small.map((form) => form.toUpperCase())) {
      expect(fromLegacy(toLegacy(letter, 'VNI'), 'VNI')).toBe(letter)
    }
    for (const letter of 'ĂÂĐÊÔƠƯ') expect(fromLegacy(toLegacy(letter, 'TCVN3'), 'TCVN3')).toBe(letter)
  })

  it.each(encodings)('%s gives back running text', (encoding) => {
    const word = fc.constantFrom(...paragraphs.flatMap((paragraph) => paragraph.toLowerCase().split(' ')))
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const clean = words.join(' ')
        expect(fromLegacy(toLegacy(clean, encoding), encoding)).toBe(clean)
      }),
    )
  })

  it('reads known samples', () => {
    expect(fromLegacy('Céng hßa x· héi chñ nghÜa ViÖt Nam', 'TCVN3')).toBe(
      'Cộng hòa xã hội chủ nghĩa Việt Nam',
    )
    expect(fromLegacy('COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM', 'VNI')).toBe(
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    )
    expect(fromLegacy('Ñoäc laäp - Töï do - Haïnh phuùc', 'VNI')).toBe('Độc lập - Tự do - Hạnh phúc')
  })
})

describe('detectLegacy', () => {
  it.each(encodings)('knows paragraphs in %s, which read right afterwards', (encoding) => {
    for (const paragraph of paragraphs) {
      const legacy = toLegacy(paragraph, encoding)
      expect(detectLegacy(legacy)).toBe(encoding)
      expect(fromLegacy(legacy, encoding).toLowerCase()).toBe(paragraph.toLowerCase())
    }
  })

  it.each([
    ...paragraphs,
    'Élève, où est passé le café crème ? Il a été très fâché, même après la fête.',
    'Über die Straße fährt der große Bär mit süßen Äpfeln, während schöne Mädchen grüßen.',
    'El niño pidió más jamón; también mañana habrá árboles en el jardín.',
    'Não há opções de educação à distância; são três lições já.',
    'Þetta er ágætt veður í dag og við förum út að leika með börnunum',
    't6 chirc dbi véi su phuc vu ciia co quan hanh chinh nha nuéc cua cac bd, co quan ngang bg',
    'có là và hà rìa bò dù mía cá lá bé nhà xí tý',
    '© 2023 Société Générale, § 4 «déjà vu»',
    'plain words only',
  ])('leaves %s alone', (text) => {
    expect(detectLegacy(text)).toBeNull()
  })
})
