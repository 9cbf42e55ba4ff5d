import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Document } from '../../schemas/document.js'
import { withoutMarks } from '../../src/language/plain.js'
import { loadLanguageModel, repairDocument } from '../../src/repair/index.js'
import { toLegacy } from '../../src/repair/orthography/legacy-encodings.js'

const model = loadLanguageModel(readFileSync('models/syllables.lm'))
const at = { page: 1, line: 3, bbox: null }

function plan(change: (text: string) => string): Document {
  const cell = (lines: string[]) => ({
    lines: lines.map((text, index) => ({
      text: change(text),
      start: index === 0 ? ('paragraph' as const) : ('break' as const),
    })),
    rowSpan: 1,
    colSpan: 1,
    strong: false,
    at,
    confidence: 1,
  })
  return {
    mediaType: 'text/plain',
    route: 'text',
    convertedFrom: null,
    pages: [
      {
        number: 1,
        routeReason: null,
        textQuality: 'printed',
        blocks: [
          { kind: 'heading', level: 1, text: change('Kế hoạch cải cách hành chính'), at },
          {
            kind: 'paragraph',
            text: change('Mục đích: nâng cao chất lượng\nphục vụ người dân'),
            strong: 'start',
            strongLength: change('Mục đích:').length,
            footnote: null,
            at,
          },
          { kind: 'list', items: [{ marker: '-', text: change('Đẩy mạnh tuyên truyền'), at }], at },
          {
            kind: 'table',
            rows: [
              { at, cells: [cell(['1.1']), cell(['Rà soát thủ tục', 'hành chính']), cell(['Sở Nội vụ'])] },
            ],
            headerRows: null,
            at,
          },
        ],
      },
    ],
  }
}

const clean = plan((text) => text)

/** The document without the record of what was repaired. */
function bare(document: Document): unknown {
  return JSON.parse(JSON.stringify(document, (key, value) => (key === 'repaired' ? undefined : value)))
}

describe('repairDocument', () => {
  it('restores every text of a stripped page and keeps the source beside it', () => {
    const stripped = plan(withoutMarks)
    const { value: repaired } = repairDocument(stripped, { mode: 'auto', model })
    const value = repaired.document
    expect(bare(value)).toEqual(bare(clean))
    const heading = value.pages[0]?.blocks[0]
    expect(heading).toMatchObject({ repaired: { raw: 'Ke hoach cai cach hanh chinh' } })
    expect(stripped).toEqual(plan(withoutMarks))
    expect(Document.parse(JSON.parse(JSON.stringify(value)))).toEqual(value)
  })

  it('gives a clean document back as it is', () => {
    expect(repairDocument(clean, { mode: 'auto', model })).toEqual({
      value: { document: clean, reading: null },
      issues: [],
    })
  })

  it('converts a legacy encoding, with the strong start where it was', () => {
    const { value, issues } = repairDocument(
      plan((text) => toLegacy(text, 'VNI')),
      { mode: 'auto', model },
    )
    expect(value.document.convertedFrom).toBe('VNI')
    expect(bare({ ...value.document, convertedFrom: null })).toEqual(bare(clean))
    expect(issues.map((issue) => issue.code)).toEqual(['encoding-converted'])
  })

  it('repairs the form without a model', () => {
    const { value } = repairDocument(
      plan((text) => text.replace('h', '\u200bh')),
      { mode: 'auto', model: null },
    )
    expect(bare(value.document)).toEqual(bare(clean))
  })
})
