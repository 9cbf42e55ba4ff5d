/** A PDF written by hand: pages of content streams and one font, for what drawing libraries do not make. */
export function plainPdf(pages: string[], font: string, toUnicode?: string): Uint8Array {
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '',
    font === '' ? 'null' : font,
    stream(toUnicode ?? ''),
  ]
  const kids: string[] = []
  for (const content of pages) {
    objects.push(stream(content))
    const resources = `<< /Font << /F1 3 0 R >> >>`
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources ${resources} /Contents ${objects.length} 0 R >>`,
    )
    kids.push(`${objects.length} 0 R`)
  }
  objects[1] = `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${kids.length} >>`
  return assemble(objects)
}

function stream(content: string): string {
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`
}

function assemble(objects: string[]): Uint8Array {
  let file = '%PDF-1.7\n'
  const offsets = objects.map((object, index) => {
    const offset = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${entries}`
  const end = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`
  return new Uint8Array(Buffer.from(file + table + end, 'latin1'))
}

/** A font whose map leads the letters A–Z to the signs from `first` on. */
export function mappedFont(first: number): { font: string; toUnicode: string } {
  const letters = Array.from({ length: 26 }, (_, index) => {
    const code = (0x41 + index).toString(16)
    return `<${code}> <${(first + index).toString(16).padStart(4, '0')}>`
  })
  return {
    font: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 4 0 R >>',
    toUnicode: [
      '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def',
      '1 begincodespacerange <00> <ff> endcodespacerange',
      `26 beginbfchar ${letters.join('\n')} endbfchar`,
      'endcmap CMapName currentdict /CMap defineresource pop end end',
    ].join('\n'),
  }
}
