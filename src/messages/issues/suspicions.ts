import type { Signal } from '../../../schemas/suspicion.js'

/** What each signal of the auditor says, before how many there are and what stands there. */
export const suspicionTexts: Record<Signal, { en: string; vi: string }> = {
  'text-lost': {
    en: 'Words of the source stand in no field of the plan',
    vi: 'Có chữ của bản gốc không nằm ở trường nào của kế hoạch',
  },
  'table-text-lost': {
    en: "Words of the source's tables stand in no field of the plan",
    vi: 'Có chữ trong bảng của bản gốc không nằm ở trường nào của kế hoạch',
  },
  'words-foreign': {
    en: 'The plan has words that the source does not have',
    vi: 'Kế hoạch có từ mà bản gốc không có',
  },
  'figures-lost': {
    en: 'Figures of the source stand in no field of the plan',
    vi: 'Có con số của bản gốc không nằm ở trường nào của kế hoạch',
  },
  'field-foreign': {
    en: 'A value does not stand so in the source',
    vi: 'Giá trị không đúng như trong bản gốc',
  },
  'title-cut': { en: 'The title goes on in the source', vi: 'Tên văn bản trong bản gốc còn dài hơn' },
  'cell-misplaced': {
    en: 'A cell of the source stands under another header than in the plan',
    vi: 'Một ô của bản gốc nằm dưới tiêu đề cột khác so với kế hoạch',
  },
  'cell-of-other-column': { en: "A cell looks like another column's", vi: 'Nội dung ô giống của cột khác' },
  'agency-doubtful': {
    en: 'What is read as an agency does not look like one',
    vi: 'Nội dung đọc là cơ quan nhưng không giống tên cơ quan',
  },
  'deadline-doubtful': {
    en: 'What is read as a time does not look like one',
    vi: 'Nội dung đọc là thời hạn nhưng không giống thời gian',
  },
  'row-unlike-others': {
    en: 'A row lacks what all others have',
    vi: 'Một dòng thiếu phần mà các dòng khác đều có',
  },
  'row-empty': {
    en: 'A row has nothing to do and no name',
    vi: 'Một dòng không có tên hoặc không có nhiệm vụ',
  },
  'row-repeated': { en: 'A row stands twice', vi: 'Một dòng xuất hiện hai lần' },
  'maximum-beyond-others': {
    en: 'A maximum is far beyond all others',
    vi: 'Một điểm tối đa lớn hơn hẳn các điểm khác',
  },
  'maximum-is-achieved': {
    en: 'Every maximum equals the achieved score',
    vi: 'Mọi điểm tối đa đều bằng điểm đạt được',
  },
  'column-empty': {
    en: 'A column has a role and no value',
    vi: 'Một cột có vai trò nhưng không có giá trị nào',
  },
  'columns-exchanged': { en: 'Two columns may be exchanged', vi: 'Có thể hai cột bị đổi chỗ cho nhau' },
  'deadline-unread': {
    en: 'The words name a time that the dates do not say',
    vi: 'Lời văn nêu thời gian mà các ngày đọc được không thể hiện',
  },
  'cells-glued': {
    en: 'Two whole values were put together over a page break',
    vi: 'Hai giá trị trọn vẹn bị ghép làm một qua chỗ ngắt trang',
  },
  'code-too-deep': { en: 'Numbers stand too deep under each other', vi: 'Số thứ tự lồng nhau quá sâu' },
  'code-under-wrong-parent': {
    en: 'A number stands under a number that cannot hold it',
    vi: 'Số thứ tự nằm dưới một số không thể chứa nó',
  },
  'code-goes-back': { en: 'Numbers run backwards', vi: 'Số thứ tự chạy ngược' },
  'code-gap': { en: 'The numbering leaves a gap', vi: 'Số thứ tự bị nhảy' },
  'task-table-unread': {
    en: 'The source has a table of tasks that the plan does not have',
    vi: 'Bản gốc có bảng nhiệm vụ mà kế hoạch không có',
  },
  'criteria-without-header': {
    en: 'The header of this table names nothing that criteria have',
    vi: 'Tiêu đề của bảng này không nêu gì thuộc về tiêu chí',
  },
  'column-unused': {
    en: 'A column that the header promises was not used',
    vi: 'Một cột nêu ở tiêu đề bảng không được dùng',
  },
  'table-of-no-kind': {
    en: 'A numbered table of a plan was taken for no task',
    vi: 'Một bảng có số thứ tự của kế hoạch không được coi là nhiệm vụ',
  },
  'not-criteria': {
    en: 'What was read as criteria may be none',
    vi: 'Nội dung đọc là tiêu chí có thể không phải tiêu chí',
  },
  'header-unread': {
    en: 'The source prints it, the plan leaves it out',
    vi: 'Bản gốc có ghi, kế hoạch bỏ trống',
  },
  'header-differs': { en: 'The source prints something else', vi: 'Bản gốc ghi khác' },
  'header-odd': {
    en: 'No letterhead prints such a value',
    vi: 'Không văn bản nào ghi như vậy ở phần thể thức',
  },
  'markup-in-values': {
    en: "Values hold a converter's signs",
    vi: 'Giá trị còn ký hiệu của chương trình chuyển đổi',
  },
  'letters-unknown': {
    en: 'Values hold letters that Vietnamese does not have',
    vi: 'Giá trị có chữ không thuộc tiếng Việt',
  },
  'words-unknown': {
    en: 'Values hold words that Vietnamese cannot form',
    vi: 'Giá trị có từ không thể có trong tiếng Việt',
  },
  'words-split': { en: 'Values hold torn words', vi: 'Giá trị có từ bị tách rời' },
  'marks-missing': { en: 'A stretch of text has no marks', vi: 'Có đoạn chữ không dấu' },
  'text-struck-out': { en: 'The source has struck-out text', vi: 'Bản gốc có chữ bị gạch bỏ' },
  'text-hidden': { en: 'The source has hidden text', vi: 'Bản gốc có chữ ẩn' },
  attachments: { en: 'Other files are attached to the source', vi: 'Bản gốc có tệp đính kèm' },
}
