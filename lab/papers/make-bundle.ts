import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { ExpectedPlan } from '../../schemas/evaluation/expectation.js'
import { paperOf } from './paper.js'
import { styleOf } from './style.js'

/**
 * Sets one file that holds a submission letter, a plan and its appendices, as Word file and as the PDF that LibreOffice
 * prints of it: npm run make-papers has set the plan before. The letter is made up.
 */
const name = 'gia-nghia-52-2024'
const folder = 'fixtures/papers/bundle'
const plan = ExpectedPlan.parse(JSON.parse(readFileSync(`fixtures/${name}/expected.plan.json`, 'utf8')))
const paragraphs = [
  'Kính gửi: Chủ tịch Ủy ban nhân dân thành phố Gia Nghĩa.',
  'Thực hiện nhiệm vụ được giao tại Kế hoạch số 29/KH-UBND ngày 10/01/2024 của Ủy ban nhân dân thành phố, Phòng Nội vụ đã dự thảo Kế hoạch cải thiện, nâng cao chỉ số cải cách hành chính thành phố năm 2024 và lấy ý kiến của các đơn vị; có 12 đơn vị thống nhất, 03 đơn vị góp ý và đã được tiếp thu.',
  'Phòng Nội vụ kính trình Chủ tịch Ủy ban nhân dân thành phố xem xét, ký ban hành Kế hoạch (có dự thảo Kế hoạch và Phụ lục gửi kèm)./.',
]
const letter: ExpectedPlan = {
  ...plan,
  header: {
    ...plan.header,
    issuer: 'Phòng Nội vụ thành phố Gia Nghĩa',
    number: '18/TTr-PNV',
    documentType: 'Tờ trình',
    issuedOn: '2024-03-11',
    place: 'Gia Nghĩa',
    title:
      'Về việc ban hành Kế hoạch cải thiện, nâng cao chỉ số cải cách hành chính thành phố Gia Nghĩa năm 2024',
    signatory: { name: 'Nguyễn Thị Hạnh', position: 'TRƯỞNG PHÒNG', authority: null },
    recipients: ['Như trên', 'Lưu: VT'],
  },
  outline: [{ label: null, title: paragraphs[0] ?? '', paragraphs: paragraphs.slice(1), children: [] }],
  footnotes: [],
  citations: [],
  appendices: [],
}
const partsOf = (paper: ExpectedPlan) => unzipSync(paperOf(paper, styleOf(name)))
const bodyOf = (parts: Record<string, Uint8Array>) =>
  /<w:body>([\s\S]*)<\/w:body>/u.exec(strFromU8(parts['word/document.xml'] as Uint8Array))?.[1] ?? ''
const parts = partsOf(plan)
const document = strFromU8(parts['word/document.xml'] as Uint8Array)
const both = document.replace('<w:body>', () => `<w:body>${bodyOf(partsOf(letter))}`)
mkdirSync(folder, { recursive: true })
writeFileSync(
  join(folder, 'letter-and-plan.docx'),
  zipSync({ ...parts, 'word/document.xml': strToU8(both) }, { mtime: '2024-03-11' }),
)
const filter = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"false"}}'
execFileSync(
  'soffice',
  ['--headless', '--convert-to', filter, '--outdir', folder, join(folder, 'letter-and-plan.docx')],
  { stdio: ['ignore', 'ignore', 'inherit'] },
)
