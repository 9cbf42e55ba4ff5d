import type { IssueCode } from '../../../schemas/message.js'

/** What issues of a code are called in Vietnamese, and what a reader can do about them. */
export interface IssueText {
  name: string
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
    name: 'thiếu một phần thể thức',
    remedy: compare,
  },
  'number-mismatch': {
    name: 'số hoặc ngày ở phụ lục khác với văn bản',
    remedy: compare,
  },
  'date-implausible': {
    name: 'ngày tháng không hợp lý',
    remedy: compare,
  },
  'code-gap': {
    name: 'số thứ tự bị nhảy',
    remedy: { vi: 'Xem có dòng nào bị mất không.', en: 'See whether a row was lost.' },
  },
  'code-duplicate': {
    name: 'số thứ tự bị lặp',
    remedy: compare,
  },
  'code-out-of-order': {
    name: 'số thứ tự không theo trình tự',
    remedy: compare,
  },
  'score-sum-mismatch': {
    name: 'điểm của mục không bằng tổng điểm các mục con',
    remedy: { vi: 'Kiểm tra cột điểm của mục này.', en: 'Check the score columns of this entry.' },
  },
  'score-exceeds-max': {
    name: 'điểm đạt cao hơn điểm tối đa',
    remedy: { vi: 'Kiểm tra cột điểm của mục này.', en: 'Check the score columns of this entry.' },
  },
  'score-unreadable': {
    name: 'không đọc được điểm',
    remedy: enter,
  },
  'total-mismatch': {
    name: 'tổng điểm không khớp',
    remedy: { vi: 'Kiểm tra cột điểm.', en: 'Check the score columns.' },
  },
  'count-mismatch': {
    name: 'số tiêu chí nêu trong văn bản khác với số dòng của phụ lục',
    remedy: { vi: 'Xem có dòng nào bị mất không.', en: 'See whether a row was lost.' },
  },
  'deadline-unparsed': {
    name: 'không hiểu thời hạn',
    remedy: enter,
  },
  'deadline-outside-plan': {
    name: 'thời hạn nằm ngoài thời gian của kế hoạch',
    remedy: compare,
  },
  'agency-unknown': {
    name: 'tên cơ quan không có trong danh mục hoặc có thể là nhiều cơ quan',
    remedy: { vi: 'Kiểm tra tên cơ quan.', en: 'Check the name of the agency.' },
  },
  'agency-missing': {
    name: 'cột cơ quan chủ trì hoặc thực hiện của nhiệm vụ để trống',
    remedy: enter,
  },
  'bullets-unpaired': {
    name: 'số nhiệm vụ khác với số thời hạn hoặc sản phẩm trong cùng một dòng',
    remedy: { vi: 'Ghép lại từng nhiệm vụ.', en: 'Pair them by hand.' },
  },
  'table-join-uncertain': {
    name: 'không chắc bảng có tiếp nối qua trang hay không',
    remedy: compare,
  },
  'page-missing-suspected': {
    name: 'có thể thiếu một trang',
    remedy: another,
  },
  'text-unplaced': {
    name: 'có chữ trong phụ lục chưa xếp được vào ô nào',
    remedy: compare,
  },
  'ocr-low-confidence': {
    name: 'máy nhận dạng chữ không chắc',
    remedy: enter,
  },
  'repair-uncertain': {
    name: 'khôi phục dấu tiếng Việt không chắc',
    remedy: enter,
  },
  'encoding-converted': {
    name: 'văn bản được chuyển từ bảng mã cũ',
    remedy: none,
  },
  'code-inferred': {
    name: 'số thứ tự không in ra',
    remedy: compare,
  },
  'merged-cell-shift-suspected': {
    name: 'nội dung ô có thể bị lệch lên hoặc xuống một dòng',
    remedy: compare,
  },
  'suspected-misreading': { name: 'có thể đọc sai', remedy: compare },
  'suspected-typo': {
    name: 'có thể là lỗi chính tả của bản gốc',
    remedy: { vi: 'Giữ nguyên như bản in; sửa nếu cần.', en: 'It stays as printed; correct it if need be.' },
  },
  'tracked-changes': {
    name: 'văn bản còn theo dõi chỉnh sửa chưa chấp nhận',
    remedy: {
      vi: 'Chấp nhận hoặc bỏ các chỉnh sửa rồi nhập lại.',
      en: 'Accept or reject them and import again.',
    },
  },
  'appendix-missing': {
    name: 'phụ lục được nhắc đến nhưng không có trong tệp',
    remedy: { vi: 'Tìm tệp phụ lục và nhập cùng.', en: 'Find its file and import it too.' },
  },
  'appendix-alone': {
    name: 'tệp chỉ có phụ lục',
    remedy: {
      vi: 'Nhập cùng thư mục với văn bản chính.',
      en: 'Import it in one folder with the plan.',
    },
  },
  'several-documents': {
    name: 'tệp có nhiều văn bản',
    remedy: {
      vi: 'Nếu tệp chỉ có một văn bản, nhập lại với --separate.',
      en: 'If the file is one document, import it again with --separate.',
    },
  },
  'no-appendix': {
    name: 'không tìm thấy phụ lục hay bảng nhiệm vụ',
    remedy: { vi: 'Tìm tệp phụ lục và nhập cùng.', en: 'Find its file and import it too.' },
  },
  unreadable: {
    name: 'không đọc được',
    remedy: another,
  },
  unsupported: {
    name: 'loại tệp này không đọc được',
    remedy: {
      vi: 'Dùng PDF, DOCX, XLSX, ảnh, văn bản thuần, Markdown hoặc HTML.',
      en: 'Give it as PDF, DOCX, XLSX, image, plain text, Markdown or HTML.',
    },
  },
  encrypted: {
    name: 'tệp có mật khẩu',
    remedy: { vi: 'Cho mật khẩu bằng --password.', en: 'Give its password with --password.' },
  },
  damaged: {
    name: 'tệp hoặc trang bị hỏng',
    remedy: another,
  },
  'too-large': {
    name: 'tệp quá lớn',
    remedy: { vi: 'Chia nhỏ tệp hoặc tăng giới hạn.', en: 'Split it or raise the limit.' },
  },
  empty: {
    name: 'tệp rỗng',
    remedy: another,
  },
}
