import type { CellKey } from '../../schemas/corrections.js'
import { fieldNames } from '../language/field-names.js'

/** What the workbook calls its sheets, columns and fields. The words of the documents stay as they are. */
export const sheetWords = {
  vi: {
    sheets: { review: 'Cần kiểm tra', tasks: 'Nhiệm vụ', criteria: 'Tiêu chí', plans: 'Kế hoạch' },
    review: {
      ...{ value: 'Giá trị đã đọc', input: 'Sửa thành', key: 'Khóa (không sửa)', picture: 'Ảnh vị trí' },
      ...{ field: 'Trường', alternatives: 'Phương án khác', reason: 'Lý do', page: 'Trang', line: 'Dòng' },
    },
    plan: 'Kế hoạch',
    province: 'Tỉnh, thành phố',
    appendix: 'Phụ lục',
    code: 'Mã',
    level: 'Cấp',
    criterion: 'Tiêu chí',
    due: 'Hạn cuối',
    corrected: 'Đã sửa',
    confidence: 'Tin cậy',
    maxOfParts: 'Tổng điểm tối đa các mục con',
    achievedOfParts: 'Tổng điểm đạt các mục con',
    standard: 'Chuẩn',
    issuer: 'Cơ quan ban hành',
    issuedOn: 'Ngày ban hành',
    title: 'Tên',
    file: 'Tệp',
    route: 'Cách đọc',
    needsReview: 'Cần xem lại',
    issues: 'Lưu ý',
    yes: 'có',
    no: 'không',
    unsure: 'Đọc không chắc',
    fields: fieldNames.vi as Record<CellKey['field'], string>,
  },
  en: {
    sheets: { review: 'To check', tasks: 'Tasks', criteria: 'Criteria', plans: 'Plans' },
    review: {
      ...{ value: 'Value as read', input: 'Correct to', key: 'Key (leave as it is)', picture: 'Picture' },
      ...{ field: 'Field', alternatives: 'Other readings', reason: 'Reason', page: 'Page', line: 'Line' },
    },
    plan: 'Plan',
    province: 'Province',
    appendix: 'Appendix',
    code: 'Code',
    level: 'Level',
    criterion: 'Criterion',
    due: 'Due on',
    corrected: 'Corrected',
    confidence: 'Confidence',
    maxOfParts: 'Sum of the maxima of its parts',
    achievedOfParts: 'Sum of the scores of its parts',
    standard: 'Standard',
    issuer: 'Issuer',
    issuedOn: 'Issued on',
    title: 'Title',
    file: 'File',
    route: 'Read as',
    needsReview: 'Needs review',
    issues: 'Issues',
    yes: 'yes',
    no: 'no',
    unsure: 'The reading is unsure',
    fields: fieldNames.en as Record<CellKey['field'], string>,
  },
} as const

export type SheetLanguage = keyof typeof sheetWords
export type SheetWords = (typeof sheetWords)[SheetLanguage]
