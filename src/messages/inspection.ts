import { sentences } from '../sentences.js'

/** What `phuluc inspect` says of a cell on its way, and of what is not there. */
export const inspectionTexts = sentences({
  'inspect.no-file': { en: 'inspect: name a file', vi: 'inspect: nêu một tệp' },
  'inspect.nothing-asked': {
    en: 'inspect: say what to show: --stage NAME ({stages}), --at page:line, --cell pl1/1.2/deadline, or --out DIR for all stages',
    vi: 'inspect: nêu cần xem gì: --stage TÊN ({stages}), --at trang:dòng, --cell pl1/1.2/deadline, hoặc --out THƯ-MỤC để ghi mọi bước',
  },
  'inspect.no-stage': {
    en: 'inspect: there is no stage "{stage}"; the stages are {stages}',
    vi: 'inspect: không có bước “{stage}”; các bước là {stages}',
  },
  'inspect.plan': {
    en: 'inspect: --plan takes a whole number from 1',
    vi: 'inspect: --plan nhận một số nguyên từ 1',
  },
  'inspect.no-plan': {
    en: 'inspect: {file} holds {plans} plans, there is no plan {ordinal}',
    vi: 'inspect: {file} có {plans} kế hoạch, không có kế hoạch thứ {ordinal}',
  },
  'inspect.several-plans': {
    en: '{file} holds {plans} plans; this is plan {ordinal}. --plan N shows another.',
    vi: '{file} có {plans} kế hoạch; đây là kế hoạch thứ {ordinal}. --plan N để xem kế hoạch khác.',
  },
  'inspect.no-criterion': {
    en: 'inspect: the plan has no criterion "{criterion}"; it has {ids}',
    vi: 'inspect: kế hoạch không có tiêu chí “{criterion}”; có: {ids}',
  },
  'inspect.no-cell': {
    en: 'inspect: nothing is printed in {cell}; {criterion} has {fields}',
    vi: 'inspect: không có gì in ở {cell}; {criterion} có {fields}',
  },
  'inspect.place': {
    en: 'inspect: --at takes page:line, or only the line where the document has no pages; not "{place}"',
    vi: 'inspect: --at nhận trang:dòng, hoặc chỉ số dòng nếu văn bản không có trang; không nhận “{place}”',
  },
  'inspect.no-place': {
    en: 'inspect: nothing stands at {place}; the document has no pages and {lines, number} lines (--at line)',
    vi: 'inspect: không có gì ở {place}; văn bản không chia trang, có {lines, number} dòng (--at dòng)',
  },
  'inspect.no-place-on-pages': {
    en: 'inspect: nothing stands at {place}; there is text on pages {first} to {last} (--at page:line)',
    vi: 'inspect: không có gì ở {place}; có chữ ở trang {first} đến {last} (--at trang:dòng)',
  },
  'trace.no-cell': {
    en: 'A text that is no cell of a criterion',
    vi: 'Đoạn chữ không thuộc ô của tiêu chí nào',
  },
  'trace.unchanged': { en: '–', vi: '–' },
  'trace.alternatives': { en: 'or {others}', vi: 'hoặc {others}' },
  'trace.cell': {
    en: '{table}, row {row}; column {column} “{header}”, read as {role}',
    vi: '{table}, hàng {row}; cột {column} “{header}”, hiểu là {role}',
  },
  'trace.merged-cell': {
    en: '{table}, row {row}; column {column} “{header}”, read as {role}; one merged cell for several rows',
    vi: '{table}, hàng {row}; cột {column} “{header}”, hiểu là {role}; một ô gộp cho nhiều hàng',
  },
  'trace.row': { en: '{appendix}, {table}, row {row}: {use}', vi: '{appendix}, {table}, hàng {row}: {use}' },
  'trace.joined': {
    en: '{table} goes on after {after}: {verdict} ({evidence})',
    vi: '{table} nối tiếp {after}: {verdict} ({evidence})',
  },
  'trace.joined-row': {
    en: '{table} goes on after {after} within the row: {verdict} ({evidence})',
    vi: '{table} nối tiếp {after} ngay giữa hàng: {verdict} ({evidence})',
  },
  'trace.confidence': { en: 'confidence {change}', vi: 'độ tin cậy {change}' },
  'trace.confidence-because': { en: 'confidence {change}: {reasons}', vi: 'độ tin cậy {change}: {reasons}' },
})
