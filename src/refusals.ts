import type { IssueCode } from '../schemas/message.js'
import { type FactsIn, type Sentence, sentences } from './sentences.js'

export type RefusalCode = Extract<
  IssueCode,
  'unreadable' | 'unsupported' | 'encrypted' | 'damaged' | 'too-large' | 'empty'
>

const beyond = {
  en: ', above the limit of {most, number}. Split the document, or raise the limit with --limit {limit}=N if it is what it should be.',
  vi: ', quá giới hạn {most, number}. Chia nhỏ văn bản, hoặc nếu đúng là như vậy, tăng giới hạn bằng --limit {limit}=N.',
} as const

/**
 * Why a document cannot be used at all, by key, with the contract's code: what rooms throw. It stands beside the errors,
 * not in `messages`, so that an error says what it is wherever it is thrown.
 */
export const refusals = sentences({
  'file-empty': {
    code: 'empty',
    en: '{file}: the file is empty.',
    vi: '{file}: tệp rỗng. Xin lại một bản khác.',
  },
  'file-blank': {
    code: 'empty',
    en: '{file}: the file holds nothing but white space.',
    vi: '{file}: tệp chỉ có khoảng trắng. Xin lại một bản khác.',
  },
  'file-too-large': {
    code: 'too-large',
    en: '{file}: {size} MiB is above the limit of {most} MiB. Split the document or raise --max-bytes.',
    vi: '{file}: {size} MiB vượt giới hạn {most} MiB. Chia nhỏ văn bản hoặc tăng --max-bytes.',
  },
  'own-file-too-large': {
    code: 'too-large',
    en: '{file}: {size} MiB is above the limit of {most} MiB. No file of phuluc is so large.',
    vi: '{file}: {size} MiB vượt giới hạn {most} MiB. Không có tệp nào của phuluc lớn như vậy.',
  },
  'no-file': {
    code: 'unsupported',
    en: '{file}: this is no file. Name a file.',
    vi: '{file}: đây không phải là tệp. Hãy nêu một tệp.',
  },
  'name-taken': {
    code: 'unsupported',
    en: '{file}: its plan cannot be written, as {path} is the plan of another document. Move that file away.',
    vi: '{file}: không ghi được kế hoạch, vì {path} là kế hoạch của văn bản khác. Hãy chuyển tệp đó đi.',
  },
  'kind-unknown': {
    code: 'unsupported',
    en: '{file}: {mediaType} cannot be read. Give the plan as PDF, picture (PNG, JPEG, TIFF), DOCX, XLSX, text, Markdown or HTML.',
    vi: '{file}: không đọc được loại {mediaType}. Dùng PDF, ảnh (PNG, JPEG, TIFF), DOCX, XLSX, văn bản thuần, Markdown hoặc HTML.',
  },
  'no-text-file': {
    code: 'unsupported',
    en: '{file}: this is a binary file, not text. Give the document itself (text, Markdown or HTML).',
    vi: '{file}: đây là tệp nhị phân, không phải văn bản. Dùng chính văn bản (văn bản thuần, Markdown hoặc HTML).',
  },
  'picture-unrecognised': {
    code: 'unsupported',
    en: '{file}: a picture can only be read by recognition. Allow it with --ocr auto.',
    vi: '{file}: ảnh chỉ đọc được bằng nhận dạng chữ. Cho phép bằng --ocr auto.',
  },
  'picture-too-large': {
    code: 'too-large',
    en: '{file}: the picture has {width} × {height} pixels, more than can be opened. Scan at 300 dpi, or make it smaller.',
    vi: '{file}: ảnh có {width} × {height} điểm ảnh, quá lớn để mở. Quét ở 300 dpi, hoặc thu nhỏ ảnh.',
  },
  'picture-damaged': {
    code: 'damaged',
    en: '{file}: the picture is damaged or cut off and cannot be opened. Get a whole copy or scan again.',
    vi: '{file}: ảnh bị hỏng hoặc bị cắt, không mở được. Xin bản đầy đủ hoặc quét lại.',
  },
  'picture-page-damaged': {
    code: 'damaged',
    en: '{file}: page {page} of the picture is damaged or cut off and cannot be opened. Get a whole copy or scan again.',
    vi: '{file}: trang {page} của ảnh bị hỏng hoặc bị cắt, không mở được. Xin bản đầy đủ hoặc quét lại.',
  },
  'office-damaged': {
    code: 'damaged',
    en: '{file}: the Office file is damaged or cut short. Copy it again from its source, or open it in Word or Excel, which may mend it, and save it anew.',
    vi: '{file}: tệp Office bị hỏng hoặc bị cắt. Sao chép lại từ nguồn, hoặc mở bằng Word hay Excel để sửa rồi lưu lại.',
  },
  'office-password': {
    code: 'encrypted',
    en: '{file}: the document is protected by a password. Open it in Word or Excel, remove the password and save it anew.',
    vi: '{file}: văn bản có mật khẩu. Mở bằng Word hoặc Excel, bỏ mật khẩu rồi lưu lại.',
  },
  'office-unknown': {
    code: 'unsupported',
    en: '{file}: this kind of Office file cannot be read. Save the plan as .docx or PDF.',
    vi: '{file}: không đọc được loại tệp Office này. Lưu thành .docx hoặc PDF.',
  },
  'open-document': {
    code: 'unsupported',
    en: '{file}: this is an OpenDocument file. Save it as .docx or .xlsx.',
    vi: '{file}: đây là tệp OpenDocument. Lưu thành .docx hoặc .xlsx.',
  },
  presentation: {
    code: 'unsupported',
    en: '{file}: this is a PowerPoint presentation. Save it as PDF.',
    vi: '{file}: đây là bản trình chiếu PowerPoint. Lưu thành PDF.',
  },
  archive: {
    code: 'unsupported',
    en: '{file}: this is a ZIP archive without an Office document. Unpack it and give the documents within.',
    vi: '{file}: đây là tệp nén ZIP không chứa văn bản Office. Giải nén và nhập các văn bản bên trong.',
  },
  'word-of-before-2007': {
    code: 'unsupported',
    en: '{file}: this is a Word document of the format before 2007 (.doc), which is read through LibreOffice. Install LibreOffice, or save the document as .docx.',
    vi: '{file}: đây là văn bản Word định dạng trước 2007 (.doc), được đọc qua LibreOffice. Cài LibreOffice, hoặc lưu thành .docx.',
  },
  'word-not-converted': {
    code: 'damaged',
    en: '{file}: LibreOffice could not convert this Word document. Open it in Word and save it as DOCX.',
    vi: '{file}: LibreOffice không chuyển được văn bản Word này. Mở bằng Word và lưu thành DOCX.',
  },
  'word-without-text': {
    code: 'empty',
    en: '{file}: the document holds no text.',
    vi: '{file}: văn bản không có chữ.',
  },
  'word-of-pictures': {
    code: 'unreadable',
    en: '{file}: the document holds pictures of pages and no text. Save it as PDF, which can be recognised.',
    vi: '{file}: văn bản chỉ có ảnh trang, không có chữ. Lưu thành PDF để nhận dạng.',
  },
  'excel-of-before-2007': {
    code: 'unsupported',
    en: '{file}: this is an Excel workbook of the format before 2007 (.xls). Save it as .xlsx.',
    vi: '{file}: đây là bảng tính Excel định dạng trước 2007 (.xls). Lưu thành .xlsx.',
  },
  'workbook-without-text': {
    code: 'empty',
    en: '{file}: the workbook holds no text.',
    vi: '{file}: bảng tính không có chữ.',
  },
  'pdf-without-pages': {
    code: 'empty',
    en: '{file}: the PDF has no pages.',
    vi: '{file}: tệp PDF không có trang nào.',
  },
  'pdf-password': {
    code: 'encrypted',
    en: '{file}: the PDF is protected by a password. Give it with --password.',
    vi: '{file}: tệp PDF có mật khẩu. Cho mật khẩu bằng --password.',
  },
  'pdf-wrong-password': {
    code: 'encrypted',
    en: '{file}: the password does not open this PDF. Give the right one with --password.',
    vi: '{file}: mật khẩu không mở được tệp PDF này. Cho mật khẩu đúng bằng --password.',
  },
  'pdf-damaged': {
    code: 'damaged',
    en: '{file}: the PDF is damaged or cut off and cannot be opened. Get a whole copy.',
    vi: '{file}: tệp PDF bị hỏng hoặc bị cắt, không mở được. Xin bản đầy đủ.',
  },

  'too-many-elements': {
    code: 'too-large',
    en: `{file}: the Office file has {count, number} elements${beyond.en}`,
    vi: `{file}: tệp Office có {count, number} phần tử${beyond.vi}`,
  },
  'too-many-entries': {
    code: 'too-large',
    en: `{file}: the Office file has too many entries${beyond.en}`,
    vi: `{file}: tệp Office có quá nhiều thành phần${beyond.vi}`,
  },
  'unpacks-too-far': {
    code: 'too-large',
    en: `{file}: the Office file unpacks to too many bytes${beyond.en}`,
    vi: `{file}: tệp Office giải nén ra quá lớn${beyond.vi}`,
  },
  'pdf-unpacks-too-far': {
    code: 'too-large',
    en: `{file}: a part of the PDF unpacks to too many bytes${beyond.en}`,
    vi: `{file}: một phần của tệp PDF giải nén ra quá lớn${beyond.vi}`,
  },
  'too-many-sheets': {
    code: 'too-large',
    en: `{file}: the workbook has {count, number} sheets${beyond.en}`,
    vi: `{file}: bảng tính có {count, number} trang tính${beyond.vi}`,
  },
  'too-many-pages': {
    code: 'too-large',
    en: `{file}: the PDF has {count} pages, to be read by parts with --pages${beyond.en}`,
    vi: `{file}: tệp PDF có {count} trang, cần đọc từng phần bằng --pages${beyond.vi}`,
  },
  'too-many-pictures': {
    code: 'too-large',
    en: `{file}: the picture file has too many pages${beyond.en}`,
    vi: `{file}: tệp ảnh có quá nhiều trang${beyond.vi}`,
  },
  'text-too-long': {
    code: 'too-large',
    en: `{file}: the text has {count, number} characters${beyond.en}`,
    vi: `{file}: văn bản có {count, number} ký tự${beyond.vi}`,
  },
  'line-too-long': {
    code: 'too-large',
    en: `{file}: line {line} has {count, number} characters${beyond.en}`,
    vi: `{file}: dòng {line} có {count, number} ký tự${beyond.vi}`,
  },
  'passage-too-long': {
    code: 'too-large',
    en: `{file}: a text has {count, number} characters${beyond.en}`,
    vi: `{file}: một đoạn có {count, number} ký tự${beyond.vi}`,
  },
  'passage-of-line-too-long': {
    code: 'too-large',
    en: `{file}: a text in line {line} has {count, number} characters${beyond.en}`,
    vi: `{file}: một đoạn ở dòng {line} có {count, number} ký tự${beyond.vi}`,
  },
  'too-many-cells': {
    code: 'too-large',
    en: `{file}: the tables have {count, number} cells${beyond.en}`,
    vi: `{file}: các bảng có {count, number} ô${beyond.vi}`,
  },
  'texts-too-long': {
    code: 'too-large',
    en: `{file}: the texts have {count, number} characters${beyond.en}`,
    vi: `{file}: các đoạn có tổng cộng {count, number} ký tự${beyond.vi}`,
  },
}) satisfies Record<string, Sentence & { code: RefusalCode }>

export type RefusalKey = keyof typeof refusals
export type RefusalFacts<Key extends RefusalKey> = FactsIn<(typeof refusals)[Key]['en']>
