import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { UnusableInputError } from '../../../src/errors.js'
import { drawPdf, paragraphTexts, read, write } from './drawing.js'
import { plainPdf } from './plain-pdf.js'

async function refusal(bytes: Uint8Array, password?: string): Promise<UnusableInputError> {
  try {
    await read(bytes, password === undefined ? {} : { password })
  } catch (error) {
    if (error instanceof UnusableInputError) return error
    throw error
  }
  throw new Error('it was read')
}

const protectedPdf = () =>
  drawPdf((pen) => write(pen, 'Ke hoach', 60, 60), { userPassword: 'mat khau', pdfVersion: '1.7' })

describe('a PDF that cannot be read', () => {
  it('because it is protected says so, and opens with its password', async () => {
    const bytes = await protectedPdf()
    expect(await refusal(bytes)).toMatchObject({
      code: 'encrypted',
      message: 'plan.pdf: the PDF is protected by a password. Give it with --password.',
    })
    expect(await refusal(bytes, 'khac')).toMatchObject({
      code: 'encrypted',
      message: 'plan.pdf: the password does not open this PDF. Give the right one with --password.',
    })
    const document = (await read(bytes, { password: 'mat khau' })).value
    expect(paragraphTexts(document.pages[0]?.blocks ?? [])).toEqual(['Ke hoach'])
  })

  it('because it is cut off or is no PDF inside is damaged', async () => {
    const whole = new Uint8Array(readFileSync('fixtures/papers/ha-noi-157-2023/source.pdf'))
    for (const bytes of [whole.subarray(0, whole.length / 2), new TextEncoder().encode('%PDF-1.7\nnothing')])
      expect(await refusal(bytes)).toMatchObject({
        code: 'damaged',
        message: expect.stringMatching(/^plan\.pdf: the PDF is damaged or cut off/u),
      })
  })

  it('because it has no pages is empty', async () => {
    const bytes = plainPdf([], '')
    expect(await refusal(bytes)).toMatchObject({ code: 'empty', message: 'plan.pdf: the PDF has no pages.' })
  })

  it('does not lose its bytes, a Buffer either: the source can be read again', async () => {
    const bytes = Buffer.from(await drawPdf((pen) => write(pen, 'Ke hoach', 60, 60)))
    await read(bytes)
    expect(paragraphTexts((await read(bytes)).value.pages[0]?.blocks ?? [])).toEqual(['Ke hoach'])
  })
})
