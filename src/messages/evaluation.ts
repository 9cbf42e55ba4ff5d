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

  'threshold.missed': {
    en: '{plan}: {name} is {value}, at least {wanted} is wanted',
    vi: '{plan}: {name} là {value}, cần ít nhất {wanted}',
  },
  'threshold.criteriaPrecision': { en: 'criteria precision', vi: 'độ chính xác của tiêu chí' },
  'threshold.criteriaRecall': { en: 'criteria recall', vi: 'độ đầy đủ của tiêu chí' },
  'threshold.cellsExact': { en: 'the share of cells exactly right', vi: 'tỷ lệ ô đúng hoàn toàn' },
  'threshold.cellSimilarity': { en: 'the mean similarity of cells', vi: 'độ giống trung bình của ô' },
  'threshold.agenciesF1': { en: 'agencies F1', vi: 'F1 của cơ quan' },
  'threshold.scoresExact': { en: 'the share of scores exactly right', vi: 'tỷ lệ điểm đúng hoàn toàn' },
  'threshold.headerFields': { en: 'the share of header fields right', vi: 'tỷ lệ trường thể thức đúng' },
  'threshold.citationsF1': { en: 'citations F1', vi: 'F1 của văn bản viện dẫn' },
  'threshold.outlineF1': { en: 'outline F1', vi: 'F1 của đề mục' },
  'threshold.maxUnplacedCharacters': {
    en: '{plan}: {value} characters of the source are unplaced, at most {wanted} are allowed',
    vi: '{plan}: {value} ký tự của bản gốc chưa được xếp chỗ, cho phép nhiều nhất {wanted}',
  },

  'measure.plan': { en: 'plan', vi: 'kế hoạch' },
  'measure.precision': { en: 'precision', vi: 'chính xác' },
  'measure.recall': { en: 'recall', vi: 'đầy đủ' },
  'measure.similar': { en: 'similar', vi: 'giống' },
  'measure.criteria': { en: 'criteria', vi: 'tiêu chí' },
  'measure.cells': { en: 'cells', vi: 'ô' },
  'measure.agencies': { en: 'agencies', vi: 'cơ quan' },
  'measure.scores': { en: 'scores', vi: 'điểm' },
  'measure.deadlines': { en: 'deadlines', vi: 'thời hạn' },
  'measure.header': { en: 'header', vi: 'thể thức' },
  'measure.citations': { en: 'citations', vi: 'viện dẫn' },
  'measure.outline': { en: 'outline', vi: 'đề mục' },
  'measure.footnotes': { en: 'footnotes', vi: 'chú thích' },
  'measure.appendices': { en: 'appendices', vi: 'phụ lục' },
  'measure.columns': { en: 'columns', vi: 'cột' },
  'measure.unplaced': { en: 'unplaced', vi: 'chưa xếp' },
  'measure.anomalies': { en: 'anomalies', vi: 'bất thường' },
  'measure.alarms': { en: 'alarms', vi: 'cảnh báo' },

  'figures.criteria': {
    en: 'precision {precision}, recall {recall} ({matched} right, {found} found of {expected}; {got} got)',
    vi: 'chính xác {precision}, đầy đủ {recall} (đúng {matched}, tìm được {found} trên {expected}; đọc ra {got})',
  },
  'figures.cells': {
    en: 'exact {exact}, similarity {similarity}, {items}',
    vi: 'đúng {exact}, giống {similarity}, {items}',
  },
  'figures.same-items': { en: 'same items {share}', vi: 'cùng số mục {share}' },
  'figures.same-items-of-judged': {
    en: 'same items {share}, {notJudged} not judged',
    vi: 'cùng số mục {share}, {notJudged} không xét',
  },
  'figures.share': { en: '{share} ({right} of {of})', vi: '{share} ({right} trên {of})' },
  'figures.overlap': {
    en: 'F1 {f1} ({matched} of {expected}, {got} got)',
    vi: 'F1 {f1} ({matched} trên {expected}, đọc ra {got})',
  },
  'figures.citations': {
    en: '{cited}, dates {dates}, types {types}',
    vi: '{cited}, ngày {dates}, loại {types}',
  },
  'figures.outline': { en: '{outline}, paragraphs {paragraphs}', vi: '{outline}, đoạn {paragraphs}' },
  'figures.unplaced': { en: '{count} characters', vi: '{count} ký tự' },
  'figures.anomalies': {
    en: '{raised} raised, {alarms} further alarms',
    vi: 'báo {raised}, {alarms} cảnh báo khác',
  },

  'faults.more': { en: '… and {count} more', vi: '… và {count} nữa' },
  'faults.missed': { en: 'anomalies missed', vi: 'bất thường bỏ sót' },
  'faults.alarms': { en: 'further alarms', vi: 'cảnh báo khác' },
  'faults.criterion': { en: '{kind} {name}{fields}', vi: '{kind} {name}{fields}' },
  'faults.fields': { en: '; {faults}', vi: '; {faults}' },
  'faults.wrong': { en: 'wrong', vi: 'sai' },
  'faults.missing': { en: 'missing', vi: 'thiếu' },
  'faults.extra': { en: 'extra', vi: 'thừa' },
  'faults.field': {
    en: '{field}: expected {expected}, got {got}',
    vi: '{field}: mong đợi {expected}, đọc được {got}',
  },
  'faults.moved': { en: 'order: expected in its place, got elsewhere', vi: 'thứ tự: đứng ở chỗ khác' },
  'faults.none': { en: '(none)', vi: '(không có)' },
  'severity.error': { en: 'error', vi: 'lỗi' },
  'severity.warning': { en: 'warning', vi: 'cảnh báo' },
  'severity.info': { en: 'info', vi: 'thông tin' },
})
