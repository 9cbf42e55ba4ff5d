import { addLines, emptySource, type RawSource } from '../raw-source.js'

/** The text of a PDF in the order in which it is drawn, page by page; appearances of fields and signatures included. */
export async function readRawPdf(bytes: Uint8Array): Promise<RawSource> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const source = emptySource()
  const pdf = await getDocument({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useSystemFonts: false,
  }).promise
  source.traits.hasAttachments = (await pdf.getAttachments()) !== null
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    let line = ''
    for (const item of items) {
      if (!('str' in item)) continue
      line += item.str
      if (!item.hasEOL) continue
      addLines(source, line, null, { page: number, line: null, bbox: null })
      line = ''
    }
    addLines(source, line, null, { page: number, line: null, bbox: null })
    page.cleanup()
  }
  await pdf.loadingTask.destroy()
  return source
}
