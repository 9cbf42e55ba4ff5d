import type { IssueCode } from '../../schemas/message.js'

/** What a reader is told about an issue of one code: why it was raised, and what to do about it. */
export interface IssueText {
  reason: { vi: string; en: string }
  remedy: { vi: string; en: string }
}

const compare = { vi: 'So với bản gốc.', en: 'Compare with the print.' }
const enter = {
  vi: 'Mở bản gốc và nhập giá trị đúng ở trang tính “Cần kiểm tra”.',
  en: 'Open the source and type the right value into the sheet “To check” (“Cần kiểm tra”).',
}
const none = { vi: '', en: '' }
const another = {
  vi: 'Xin lại một bản khác của văn bản.',
  en: 'Get another copy of the document.',
}

/** One entry a code: the compiler sees to it that none is missing. */
export const issueTexts: Record<IssueCode, IssueText> = {
  'header-field-missing': {
    reason: {
      vi: 'thiếu một phần thể thức (số, ngày, tên, người ký, nơi nhận)',
      en: 'a part of the letterhead or closing is missing',
    },
    remedy: compare,
  },
  'number-mismatch': {
    reason: {
      vi: 'số hoặc ngày ở phụ lục khác với số, ngày của văn bản',
      en: 'the caption and the letterhead disagree on number or date',
    },
    remedy: compare,
  },
  'date-implausible': {
    reason: { vi: 'ngày tháng không hợp lý', en: 'the date is implausible' },
    remedy: compare,
  },
  'code-gap': {
    reason: {
      vi: 'số thứ tự bị nhảy, có thể thiếu dòng',
      en: 'the numbering leaves a gap; rows may be missing',
    },
    remedy: { vi: 'Xem có dòng nào bị mất không.', en: 'See whether a row was lost.' },
  },
  'code-duplicate': {
    reason: { vi: 'số thứ tự bị lặp', en: 'a number stands twice' },
    remedy: compare,
  },
  'code-out-of-order': {
    reason: { vi: 'số thứ tự không theo trình tự', en: 'the numbering runs backwards' },
    remedy: compare,
  },
  'score-sum-mismatch': {
    reason: {
      vi: 'điểm của mục không bằng tổng điểm các mục con',
      en: 'the score is not the sum of its parts',
    },
    remedy: { vi: 'Kiểm tra cột điểm của mục này.', en: 'Check the score columns of this entry.' },
  },
  'score-exceeds-max': {
    reason: { vi: 'điểm đạt cao hơn điểm tối đa', en: 'the score is above the maximum' },
    remedy: { vi: 'Kiểm tra cột điểm của mục này.', en: 'Check the score columns of this entry.' },
  },
  'score-unreadable': {
    reason: { vi: 'không đọc được cột Điểm', en: 'the score could not be read' },
    remedy: enter,
  },
  'total-mismatch': {
    reason: { vi: 'tổng điểm không khớp', en: 'the total does not agree with its parts' },
    remedy: { vi: 'Kiểm tra cột điểm.', en: 'Check the score columns.' },
  },
  'count-mismatch': {
    reason: {
      vi: 'số tiêu chí nêu trong văn bản khác với số dòng của phụ lục',
      en: 'the body and the appendix disagree on how many criteria there are',
    },
    remedy: { vi: 'Xem có dòng nào bị mất không.', en: 'See whether a row was lost.' },
  },
  'deadline-unparsed': {
    reason: { vi: 'không hiểu thời hạn ở cột Thời gian', en: 'the deadline was not understood' },
    remedy: enter,
  },
  'deadline-outside-plan': {
    reason: {
      vi: 'thời hạn nằm ngoài thời gian của kế hoạch',
      en: 'the deadline lies outside the time of the plan',
    },
    remedy: compare,
  },
  'agency-unknown': {
    reason: {
      vi: 'tên cơ quan không có trong danh mục hoặc có thể là nhiều cơ quan',
      en: 'the registry knows no such agency, or several that it could be',
    },
    remedy: { vi: 'Kiểm tra tên cơ quan.', en: 'Check the name of the agency.' },
  },
  'agency-missing': {
    reason: {
      vi: 'cột cơ quan chủ trì hoặc thực hiện của nhiệm vụ để trống',
      en: 'the task names no agency',
    },
    remedy: enter,
  },
  'bullets-unpaired': {
    reason: {
      vi: 'số nhiệm vụ khác với số thời hạn hoặc sản phẩm trong cùng một dòng',
      en: 'tasks, deadlines and deliverables of the row do not pair one to one',
    },
    remedy: { vi: 'Ghép lại từng nhiệm vụ.', en: 'Pair them by hand.' },
  },
  'table-join-uncertain': {
    reason: {
      vi: 'không chắc bảng có tiếp nối qua trang hay không',
      en: 'it is uncertain whether the table goes on over the page break',
    },
    remedy: compare,
  },
  'page-missing-suspected': {
    reason: { vi: 'có thể thiếu một trang', en: 'a page may be missing' },
    remedy: another,
  },
  'text-unplaced': {
    reason: {
      vi: 'có chữ trong phụ lục chưa xếp được vào ô nào',
      en: 'text of the appendix found no place in the plan',
    },
    remedy: compare,
  },
  'ocr-low-confidence': {
    reason: { vi: 'máy nhận dạng chữ không chắc', en: 'the recognition is unsure' },
    remedy: enter,
  },
  'repair-uncertain': {
    reason: { vi: 'khôi phục dấu tiếng Việt không chắc', en: 'the repair of the words is uncertain' },
    remedy: enter,
  },
  'encoding-converted': {
    reason: { vi: 'văn bản được chuyển từ bảng mã cũ', en: 'the text was converted from another encoding' },
    remedy: none,
  },
  'code-inferred': {
    reason: {
      vi: 'số thứ tự không in ra, suy từ các dòng lân cận',
      en: 'the number is not printed; it follows from its neighbours',
    },
    remedy: compare,
  },
  'merged-cell-shift-suspected': {
    reason: {
      vi: 'nội dung ô có thể bị lệch lên hoặc xuống một dòng',
      en: 'a cell may have moved a row up or down',
    },
    remedy: compare,
  },
  'suspected-typo': {
    reason: { vi: 'có thể là lỗi chính tả của bản gốc', en: 'this looks like a misprint of the source' },
    remedy: { vi: 'Giữ nguyên như bản in; sửa nếu cần.', en: 'It stays as printed; correct it if need be.' },
  },
  'tracked-changes': {
    reason: {
      vi: 'văn bản còn theo dõi chỉnh sửa chưa chấp nhận',
      en: 'the document holds tracked changes',
    },
    remedy: {
      vi: 'Chấp nhận hoặc bỏ các chỉnh sửa rồi nhập lại.',
      en: 'Accept or reject them and import again.',
    },
  },
  'appendix-missing': {
    reason: {
      vi: 'phụ lục được nhắc đến nhưng không có trong tệp',
      en: 'an appendix is named but not in the file',
    },
    remedy: { vi: 'Tìm tệp phụ lục và nhập cùng.', en: 'Find its file and import it too.' },
  },
  'appendix-alone': {
    reason: {
      vi: 'tệp chỉ có phụ lục, không có văn bản chính',
      en: 'the file holds appendices without the plan they belong to',
    },
    remedy: {
      vi: 'Nhập cùng thư mục với văn bản chính.',
      en: 'Import it in one folder with the plan.',
    },
  },
  'several-documents': {
    reason: { vi: 'tệp có nhiều văn bản', en: 'the file holds several documents' },
    remedy: {
      vi: 'Nếu tệp chỉ có một văn bản, nhập lại với --separate.',
      en: 'If the file is one document, import it again with --separate.',
    },
  },
  'no-appendix': {
    reason: { vi: 'không tìm thấy phụ lục hay bảng nhiệm vụ', en: 'no appendix and no task table was found' },
    remedy: { vi: 'Tìm tệp phụ lục và nhập cùng.', en: 'Find its file and import it too.' },
  },
  unreadable: {
    reason: { vi: 'không đọc được', en: 'this could not be read' },
    remedy: another,
  },
  unsupported: {
    reason: { vi: 'loại tệp này không đọc được', en: 'this kind of file cannot be read' },
    remedy: {
      vi: 'Dùng PDF, DOCX, XLSX, ảnh, văn bản thuần, Markdown hoặc HTML.',
      en: 'Give it as PDF, DOCX, XLSX, image, plain text, Markdown or HTML.',
    },
  },
  encrypted: {
    reason: { vi: 'tệp có mật khẩu', en: 'the file is encrypted' },
    remedy: { vi: 'Cho mật khẩu bằng --password.', en: 'Give its password with --password.' },
  },
  damaged: {
    reason: { vi: 'tệp hoặc trang bị hỏng', en: 'the file or page is damaged' },
    remedy: another,
  },
  'too-large': {
    reason: { vi: 'tệp quá lớn', en: 'the file is too large' },
    remedy: { vi: 'Chia nhỏ tệp hoặc tăng giới hạn.', en: 'Split it or raise the limit.' },
  },
  empty: {
    reason: { vi: 'tệp rỗng', en: 'the file is empty' },
    remedy: another,
  },
}
