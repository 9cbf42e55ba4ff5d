import { strToU8, zipSync } from 'fflate'
import { pdf } from './hostile-files.js'

const head = '<?xml version="1.0" encoding="UTF-8"?>'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const title = 'KẾ HOẠCH Cải cách hành chính năm 2024'

/** A document of every format whose parts stand on a server: pictures, templates, styles, entities, streams, formulas. */
export function askingFiles(server: string): Record<string, Uint8Array> {
  return {
    'a.docx': docx(server),
    'a.html': strToU8(html(server)),
    'a.md': strToU8(`# ${title}\n\n![x](${server}/md.png)\n\n${html(server)}\n\n[a]: ${server}/b "c"\n`),
    'a.pdf': asking(server),
    'a.txt': strToU8(`${title}\n\n${server}/txt\nfile:///etc/passwd\n<img src="${server}/txt.png">\n`),
    'a.xlsx': xlsx(server),
  }
}

function html(server: string): string {
  const embedded = [
    'img src',
    'script src',
    'iframe src',
    'embed src',
    'object data',
    'video poster',
    'link rel=stylesheet href',
    'base href',
    'body background',
  ]
  const tags = embedded.map((tag, index) => `<${tag}="${server}/${index}">`)
  const style = `<style>@import url(${server}/css); p { background: url(${server}/bg) }</style>`
  return `<html><head><meta http-equiv=refresh content="0;url=${server}/r">${style}</head><body>${tags.join('')}</iframe></object></video></script><svg><image href="${server}/svg"/></svg><p>${title}</p></body></html>`
}

function related(targets: [type: string, target: string][]): Uint8Array {
  const all = targets.map(
    ([type, target], index) =>
      `<Relationship Id="r${index + 1}" Type="${office}/${type}" Target="${target}" TargetMode="External"/>`,
  )
  return strToU8(`${head}<Relationships xmlns="${packages}/relationships">${all.join('')}</Relationships>`)
}

function docx(server: string): Uint8Array {
  const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const drawing = 'http://schemas.openxmlformats.org/drawingml/2006'
  const linked = `<w:drawing><wp:inline xmlns:wp="${drawing}/wordprocessingDrawing"><a:graphic xmlns:a="${drawing}/main"><a:graphicData uri="${drawing}/picture"><pic:pic xmlns:pic="${drawing}/picture"><pic:blipFill><a:blip r:link="r1" r:embed="r1"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`
  const field = `<w:fldSimple w:instr=" INCLUDEPICTURE &quot;${server}/field.png&quot; \\d "><w:r><w:t>x</w:t></w:r></w:fldSimple>`
  const body = `<w:p><w:r><w:t>${title}</w:t></w:r></w:p><w:p><w:r>${linked}</w:r>${field}</w:p><w:altChunk r:id="r2"/><w:subDoc r:id="r3"/>`
  return zipSync({
    'word/document.xml': strToU8(
      `${head}<w:document xmlns:w="${word}" xmlns:r="${office}"><w:body>${body}</w:body></w:document>`,
    ),
    'word/_rels/document.xml.rels': related([
      ['image', `${server}/docx.png`],
      ['aFChunk', `${server}/chunk.html`],
      ['subDocument', `${server}/sub.docx`],
    ]),
    'word/settings.xml': strToU8(
      `${head}<w:settings xmlns:w="${word}" xmlns:r="${office}"><w:attachedTemplate r:id="r1"/></w:settings>`,
    ),
    'word/_rels/settings.xml.rels': related([['attachedTemplate', `${server}/template.dotm`]]),
  })
}

function xlsx(server: string): Uint8Array {
  const sheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const cell = (at: string, inner: string) => `<c r="${at}" t="str">${inner}</c>`
  const row = `${cell('A1', `<v>${title}</v>`)}${cell('B1', `<f>WEBSERVICE("${server}/f")</f><v>x</v>`)}${cell('C1', `<f>[1]Sheet1!A1</f><v>y</v>`)}`
  return zipSync({
    '[Content_Types].xml': strToU8(
      `${head}<Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      `${head}<workbook xmlns="${sheet}" xmlns:r="${office}"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets><externalReferences><externalReference r:id="r2"/></externalReferences></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${office}/externalLink" Target="${server}/book.xlsx" TargetMode="External"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(
      `${head}<worksheet xmlns="${sheet}" xmlns:r="${office}"><sheetData><row r="1">${row}</row></sheetData><hyperlinks><hyperlink ref="A1" r:id="r1"/></hyperlinks></worksheet>`,
    ),
    'xl/worksheets/_rels/sheet1.xml.rels': related([
      ['hyperlink', `${server}/link`],
      ['image', `${server}/xlsx.png`],
    ]),
  })
}

/** A page whose drawing stands elsewhere, and actions at its opening. */
function asking(server: string): Uint8Array {
  const text = 'BT /F1 12 Tf 50 700 Td (KE HOACH nam 2024) Tj ET'
  const elsewhere = `<< /FS /URL /F (${server}/stream) >>`
  return pdf(
    [
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents [4 0 R] /Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >> /AA << /O << /S /URI /URI (${server}/o) >> >> >>`,
      `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      `<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /F ${elsewhere} /Length 0 >>\nstream\n\nendstream`,
    ],
    `/OpenAction << /S /SubmitForm /F ${elsewhere} >> /AcroForm << /XFA (${server}/xfa) /Fields [] >>`,
  )
}
