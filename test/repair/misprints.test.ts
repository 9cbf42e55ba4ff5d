import { describe, expect, it } from 'vitest'
import { loadModel } from '../../pipelines/engines/reference.js'
import type { Document } from '../../schemas/document.js'
import { written } from '../../src/messages/index.js'
import { suspectMisprints } from '../../src/repair/index.js'

const at = { page: 1, line: 1, bbox: null }
const sound =
  'Ủy ban nhân dân thành phố ban hành kế hoạch cải cách hành chính nhà nước và tổ chức thực hiện trên địa bàn'

function messagesOf(...texts: string[]): string[] {
  const blocks = [sound, ...texts].map((text) => ({ kind: 'paragraph' as const, text, strong: false, at }))
  const document = { pages: [{ number: 1, textQuality: 'printed', blocks }] } as unknown as Document
  return suspectMisprints(document, loadModel()).map((issue) => written(issue).message)
}

describe('a misprint in sound text', () => {
  it.each([
    // Words of the plans of Hà Nội, Hải Phòng, Gia Nghĩa and Hưng Yên, as printed.
    ['Cấp các DVC TT lên Công DVC quốc gia', 'Cổng'],
    ['Xây dựng cơ sở dữ liệu phục vụ chuyên đổi số theo hướng', 'chuyển'],
    ['nộp hồ sơ trực tuyến cao hơn sơ với năm trước', 'so'],
    ['sử dụng kinh phí nguồn từ ngân sách nhà nước', 'từ nguồn'],
    ['Theo lộ trình Đ án', 'Đề'],
    ['sắp xếp các đơn vị ự nghiệp công lập', 'sự'],
    ['cho các các ngành', 'các'],
  ])('%s', (text, likely) => {
    expect(messagesOf(text)).toEqual([expect.stringContaining(`(probably "${likely}")`)])
  })

  it.each([
    'bảo đảm an ninh, trật tự; góp phần đảm bảo an ninh trật tự trên địa bàn',
    'giao tiếp lịch sự, đúng mực với người dân',
    'điểm đ khoản 2 Điều 5 của Luật; điểm b và điểm d khoản 1',
    'Hội đồng nhân dân và Ủy ban nhân dân các quận, huyện, thị xã',
    'Quận đoàn và các phòng chuyên môn',
  ])('none in: %s', (text) => {
    expect(messagesOf(text)).toEqual([])
  })

  it('is not what the plan always writes', () => {
    const own = 'Thanh tra Quận ủy kiểm tra'
    expect(messagesOf(own, `${own} hằng năm`, `${own} đột xuất`)).toEqual([])
  })
})
