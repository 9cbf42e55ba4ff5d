import { describe, expect, it } from 'vitest'
import type { Block } from '../../schemas/document.js'
import { heading, issuesOf, list, paragraph, plain, read, table } from './plan-blocks.js'

const start = plain('KẾ HOẠCH\nCải cách hành chính năm 2023\nI. MỤC ĐÍCH\nNâng cao chất lượng phục vụ./.')

function closing(...blocks: Block[]) {
  const { signatory, recipients } = read([...start, ...blocks]).value.header
  return { signatory, recipients }
}

const deputy = {
  authority: 'TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH',
  position: 'PHÓ CHỦ TỊCH',
  name: 'Hoàng Minh Cường',
}

describe('signature', () => {
  it('reads authority, position and name below the recipients', () => {
    expect(
      closing(
        paragraph('Nơi nhận:', true),
        list('Bộ Nội vụ (Vụ CCHC);', 'CVP, PCVP Trần Huy Kiên;', 'Lưu: VT.'),
        paragraph('TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH', true),
        paragraph('Hoàng Minh Cường', true),
      ),
    ).toEqual({
      signatory: deputy,
      recipients: ['Bộ Nội vụ (Vụ CCHC)', 'CVP, PCVP Trần Huy Kiên', 'Lưu: VT'],
    })
  })

  it('reads it above them, beside them in a table, and interleaved by TABs', () => {
    const recipients = ['Bộ Nội vụ', 'Lưu: VT']
    const signature = plain('TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(Đã ký)\nHoàng Minh Cường')
    expect(closing(...signature, ...plain('Nơi nhận:\n- Bộ Nội vụ;\n- Lưu: VT.'))).toEqual({
      signatory: deputy,
      recipients,
    })
    const cells = table([
      'Nơi nhận:\n- Bộ Nội vụ;\n- Lưu: VT.',
      'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nHoàng Minh Cường',
    ])
    expect(closing(cells)).toEqual({ signatory: deputy, recipients })
    const tabs = plain(
      'Nơi nhận:\tTM. ỦY BAN NHÂN DÂN\n- Bộ Nội vụ;\tKT. CHỦ TỊCH\n- Lưu: VT.\tPHÓ CHỦ TỊCH\n\tHoàng Minh Cường',
    )
    expect(closing(...tabs)).toEqual({ signatory: deputy, recipients })
  })

  it('parts what OCR has run together', () => {
    expect(
      closing(
        ...plain(`Nơi nhận: TM. ỦY BAN NHÂN DÂN
        - Bộ Nội vụ; CHỦ TỊCH
        - VP UBND TP (2,3,4); Trần Việt Trường
        - Lưu: VT.`),
      ),
    ).toEqual({
      signatory: { authority: 'TM. ỦY BAN NHÂN DÂN', position: 'CHỦ TỊCH', name: 'Trần Việt Trường' },
      recipients: ['Bộ Nội vụ', 'VP UBND TP (2,3,4)', 'Lưu: VT'],
    })
    expect(
      closing(paragraph('Nơi nhận:'), list('Lưu: VT.'), paragraph('GIÁM ĐỐC Lê Thị Hồng Vân')).signatory,
    ).toEqual({
      authority: null,
      position: 'GIÁM ĐỐC',
      name: 'Lê Thị Hồng Vân',
    })
  })

  it('keeps a name that stands alone, and says what is not printed', () => {
    const result = read([
      ...start,
      paragraph('Nơi nhận:', true),
      list('Lưu: VT'),
      paragraph('Doãn Quốc Hoàn', true),
    ])
    expect(result.value.header.signatory).toEqual({ authority: null, position: null, name: 'Doãn Quốc Hoàn' })
    expect(issuesOf(result)).toContain('info header-field-missing signatory.position: not printed.')
  })

  it('is null where there is only noise', () => {
    const result = read([
      ...start,
      heading('Noi nhận:'),
      list('Lưu: VT, NC(Dương).'),
      ...plain('25063 - 5\nR\n1899'),
    ])
    expect(result.value.header).toMatchObject({ signatory: null, recipients: ['Lưu: VT, NC(Dương)'] })
    expect(issuesOf(result)).toContain('info header-field-missing signatory: no signature block is printed.')
  })

  it('reads a department’s signature and one by order', () => {
    expect(
      closing(...plain('Nơi nhận:\n- Như trên;\n- Lưu: VT.\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nNguyễn Văn An'))
        .signatory,
    ).toEqual({
      authority: 'KT. GIÁM ĐỐC',
      position: 'PHÓ GIÁM ĐỐC',
      name: 'Nguyễn Văn An',
    })
    expect(closing(...plain('TUQ. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\nTS. Nguyễn Văn An')).signatory).toEqual({
      authority: 'TUQ. CHỦ TỊCH',
      position: 'CHÁNH VĂN PHÒNG',
      name: 'TS. Nguyễn Văn An',
    })
  })
})

it('does not begin at a word in capitals that only looks like an abbreviation of authority', () => {
  const more = plain('II. KTXH VÀ TMĐT\nKTXH PHÁT TRIỂN\nLàm tốt.\nNơi nhận:')
  expect(read([...start, ...more]).value.outline[1]).toMatchObject({
    label: 'II',
    paragraphs: ['KTXH PHÁT TRIỂN', 'Làm tốt.'],
  })
})

describe('recipients', () => {
  it('puts a line in parentheses to the item above, and reads items without bullets', () => {
    expect(
      closing(
        paragraph('Nơi nhận:'),
        list(
          'Các sở, ban, ngành TP;',
          'UBND các quận, huyện, thị xã;\n(sao gửi đến UBND cấp xã trực thuộc)',
          'Lưu: VT.',
        ),
      ).recipients,
    ).toEqual([
      'Các sở, ban, ngành TP',
      'UBND các quận, huyện, thị xã; (sao gửi đến UBND cấp xã trực thuộc)',
      'Lưu: VT',
    ])
    expect(
      closing(...plain('Noi nhan:\nThường trực Thành ủy;\nCác sở, ngành;\nLưu: VT.\nSố trang 12')).recipients,
    ).toEqual(['Thường trực Thành ủy', 'Các sở, ngành', 'Lưu: VT'])
  })
})
