import { expect, test } from 'vitest'
import { agreedPaths } from '../../src/tables/columns/agreed-headers.js'

const printing = (...texts: string[]) => ({ count: 1, paths: texts.map((text) => [text]) })

test('a header misread on one page gives way to what the other pages print', () => {
  const first = printing('STT', 'Nhiệm vụ', 'Cơ quan chủ tr')
  const others = [
    printing('STT', 'Nhiệm vụ', 'Cơ quan chủ trì'),
    printing('STT', 'Nhiệm vu', 'Cơ quan chủ trì'),
  ]
  expect(agreedPaths(first, [first, ...others])).toEqual([['STT'], ['Nhiệm vụ'], ['Cơ quan chủ trì']])
})

test('of two printings, the one that says what its column holds is taken', () => {
  const first = printing('STT', 'Thời gia', 'Cơ quan chủ tr')
  expect(agreedPaths(first, [first, printing('STT', 'Thời gian', 'Cơ quan chủ trì')])).toEqual([
    ['STT'],
    ['Thời gian'],
    ['Cơ quan chủ trì'],
  ])
})

test('other headers are no printings of this one', () => {
  const first = printing('STT', 'Điểm năm 2022')
  const others = [printing('STT', 'Sản phẩm'), printing('STT', 'Sản phẩm'), printing('STT', 'a', 'b')]
  expect(agreedPaths(first, [first, ...others])).toEqual([['STT'], ['Điểm năm 2022']])
})
