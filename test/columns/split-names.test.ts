import { describe, expect, it } from 'vitest'
import type { Column } from '../../src/columns/header/header-columns.js'
import type { InterleavedLine } from '../../src/columns/lines.js'
import type { GridCell, GridRow } from '../../src/columns/table/grid.js'
import { partNamesInBothCells } from '../../src/columns/table/split-names.js'

const columns = [
  { role: 'lead', header: 'Cơ quan chủ trì' },
  { role: 'implementing', header: 'Cơ quan thực hiện' },
] as Column[]

/** A cell of pieces, each with the number of its line. */
function cell(...pieces: [number, string][]): GridCell {
  const made = pieces.map(([index, text]) => ({
    line: { index } as InterleavedLine,
    tokens: text.split(' ').map((word) => ({ text: word })),
    ...{ fresh: false, margin: 1 },
  }))
  return { pieces: made as unknown as GridCell['pieces'], rows: 1 }
}

function textsOf(lead: GridCell, implementing: GridCell): string[] {
  const row: GridRow = {
    line: { index: 1 } as InterleavedLine,
    cells: [lead, implementing],
    wide: false,
    shared: false,
  }
  partNamesInBothCells([row], columns)
  return [lead, implementing].map(({ pieces }) =>
    pieces.flatMap(({ tokens }) => tokens.map(({ text }) => text)).join(' '),
  )
}

describe('partNamesInBothCells', () => {
  it('gives the second cell what it lacks of the name that both have', () => {
    expect(
      textsOf(
        cell([1, 'Sở Giao thông vận'], [2, 'tải thông vận tải; UBND cấp']),
        cell([1, 'Sở Giao'], [3, 'huyện']),
      ),
    ).toEqual(['Sở Giao thông vận tải', 'Sở Giao thông vận tải; UBND cấp huyện'])
  })

  it('knows the name though one letter of it was read otherwise', () => {
    expect(
      textsOf(
        cell([1, 'Thanh tra thành'], [2, 'phá thành phố;'], [3, 'Thanh tra sở, ngành;']),
        cell([1, 'Thanh tra'], [4, 'UBND cấp huyện']),
      ),
    ).toEqual(['Thanh tra thành phá', 'Thanh tra thành phố; Thanh tra sở, ngành; UBND cấp huyện'])
  })

  it('leaves cells that say other names, and names that are whole', () => {
    const other = ['Sở Nội vụ, Sở Tài chính, Sở Tư pháp', 'Sở Y tế'] as const
    expect(textsOf(cell([1, other[0]]), cell([1, other[1]]))).toEqual(other)
    const whole = ['Sở Nội vụ', 'Sở Nội vụ, UBND cấp huyện'] as const
    expect(textsOf(cell([1, whole[0]]), cell([1, 'Sở Nội vụ,'], [2, 'UBND cấp huyện']))).toEqual(whole)
  })
})
