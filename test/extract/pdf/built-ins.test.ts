import { expect, test } from 'vitest'

test('pdf.js leaves the built-ins of Node.js in their place', async () => {
  const { push } = Array.prototype
  const { parse, stringify } = JSON
  const { openPdf } = await import('../../../src/extract/pdf/open-pdf.js')
  // The worker of pdf.js is at work when the file turns out to be none.
  const opened = openPdf({ file: 'a.pdf', bytes: new Uint8Array(64), sha256: '' }, {})
  await expect(opened).rejects.toThrow('damaged')
  expect(Array.prototype.push).toBe(push)
  expect(JSON.parse).toBe(parse)
  expect(JSON.stringify).toBe(stringify)
})
