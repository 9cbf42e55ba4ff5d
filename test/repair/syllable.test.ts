import { describe, expect, it } from 'vitest'
import { isSyllable, placeTone } from '../../src/language/syllable.js'

describe('isSyllable', () => {
  it.each([
    'nghiêng',
    'Quyết',
    'GIẾNG',
    'ủy',
    'uỷ',
    'gì',
    'quý',
    'khuỷu',
    'thuở',
    'đ\u00f4\u0300ng',
    'yếu',
    'hoặc',
  ])('accepts %s', (word) => expect(isSyllable(word)).toBe(true))
  it.each(['cac', 'phuc', 'hộặ', 'index', 'gh', 'nghj', 'bảt', 'UBND', ''])('refuses %s', (word) => {
    expect(isSyllable(word)).toBe(false)
  })
})

describe('placeTone', () => {
  it.each([
    ['hoà', 'hòa'],
    ['thuỷ', 'thủy'],
    ['khoẻ', 'khỏe'],
    ['quý', 'quý'],
    ['hoàn', 'hoàn'],
    ['uỷ', 'ủy'],
  ])('%s → %s', (from, to) => expect(placeTone(from)).toBe(to))
})
