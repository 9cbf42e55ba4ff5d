import { sentences } from '../sentences.js'

/** What `evaluate` says. */
export const evaluationTexts = sentences({
  'evaluate.no-folder': {
    en: 'evaluate: name the fixtures folder',
    vi: 'evaluate: nêu thư mục văn bản mẫu',
  },
  'evaluate.is-no-folder': {
    en: 'evaluate: {folder} is no folder; name the one that holds the fixtures',
    vi: 'evaluate: {folder} không phải thư mục; nêu thư mục chứa văn bản mẫu',
  },
  'evaluate.no-fixtures': {
    en: '{folder}: no fixture with source.* and expected.plan.json here',
    vi: '{folder}: không có văn bản mẫu với source.* và expected.plan.json',
  },
  'evaluate.no-thresholds': {
    en: '{file}: these are no thresholds (see {where}). Write each of them as a number, or remove the file.',
    vi: '{file}: đây không phải các ngưỡng hợp lệ (xem {where}). Ghi mỗi ngưỡng là một số, hoặc xóa tệp.',
  },
  'evaluate.whole-file': { en: 'the whole file', vi: 'cả tệp' },
})
