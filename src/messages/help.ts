import { sentences } from '../sentences.js'

/** What `--help` says: of every command how it is called and what it does. */
export const helpTexts = sentences({
  'help.head': {
    en: 'phuluc reads Vietnamese administrative plans into normalized JSON.',
    vi: 'phuluc đọc các kế hoạch hành chính tiếng Việt thành JSON chuẩn hóa.',
  },
  'help.language': {
    en: 'Every command takes --lang vi|en; without it the language of the machine is used.',
    vi: 'Mọi lệnh nhận --lang vi|en; nếu không nêu thì theo ngôn ngữ của máy.',
  },
  'help.exit-codes': {
    en: 'Exit codes: 0 all well, 1 a document failed, 2 the command line is wrong.',
    vi: 'Mã thoát: 0 tốt, 1 có văn bản không nhập được, 2 dòng lệnh sai.',
  },
  'usage.import': {
    en: 'phuluc import <file or folder…> --out <dir> [--xlsx <file>] [--no-join] [--separate] [--repair auto|always|never] [--fail-on error|warning|never] [--max-bytes N] [--limit name=N,…] [--password P] [--ocr auto|always|never] [--ocr-engine tesseract.js|native] [--pages 3-9] [--jobs N] [--timeout S] [--max-memory MiB] [--resume] [--force] [--json] | phuluc import <file or folder…> --queue postgres://… [--pages-per-job N]',
    vi: 'phuluc import <tệp hoặc thư mục…> --out <thư mục> [--xlsx <tệp>] [--no-join] [--separate] [--repair auto|always|never] [--fail-on error|warning|never] [--max-bytes N] [--limit tên=N,…] [--password P] [--ocr auto|always|never] [--ocr-engine tesseract.js|native] [--pages 3-9] [--jobs N] [--timeout S] [--max-memory MiB] [--resume] [--force] [--json] | phuluc import <tệp hoặc thư mục…> --queue postgres://… [--pages-per-job N]',
  },
  'summary.import': {
    en: 'Turns every readable document under the paths into one plan file; import-report.json says what became of each.',
    vi: 'Đọc mỗi văn bản ở các đường dẫn thành một tệp kế hoạch; import-report.json cho biết kết quả của từng văn bản.',
  },
  'usage.worker': {
    en: 'phuluc worker --queue postgres://… [--jobs N] [--once] [--lease S] [--timeout S] [--max-memory MiB]',
    vi: 'phuluc worker --queue postgres://… [--jobs N] [--once] [--lease S] [--timeout S] [--max-memory MiB]',
  },
  'summary.worker': {
    en: 'Reads documents that import --queue put into a database; any number of machines may do so. --once leaves when all are finished.',
    vi: 'Đọc các văn bản mà import --queue đã đưa vào cơ sở dữ liệu; nhiều máy cùng làm được. --once: kết thúc khi tất cả đã xong.',
  },
  'usage.queue': {
    en: 'phuluc queue status|results|retry --queue postgres://… [--json] [--out <dir>] [--import N] [--wait]',
    vi: 'phuluc queue status|results|retry --queue postgres://… [--json] [--out <thư mục>] [--import N] [--wait]',
  },
  'summary.queue': {
    en: 'status tells how far a queue is, results writes plans and report of an import as import would, retry tries lost documents again.',
    vi: 'status cho biết tiến độ, results ghi kế hoạch và báo cáo của một lần nhập như import, retry thử lại các văn bản bị mất.',
  },
  'usage.evaluate': {
    en: 'phuluc evaluate <fixtures dir> [--json] [--details]',
    vi: 'phuluc evaluate <thư mục văn bản mẫu> [--json] [--details]',
  },
  'summary.evaluate': {
    en: 'Imports every fixture and compares with its expected plan; exit 1 below the thresholds stored with it.',
    vi: 'Nhập mọi văn bản mẫu và so với kết quả mong đợi; mã thoát 1 khi dưới ngưỡng ghi kèm.',
  },
  'usage.validate': {
    en: 'phuluc validate <plan.json…> [--source <file>]',
    vi: 'phuluc validate <plan.json…> [--source <tệp>]',
  },
  'summary.validate': {
    en: 'Checks plan files, whoever wrote them, against the schema and their inner references; with --source also against the document.',
    vi: 'Kiểm tra tệp kế hoạch, do ai ghi cũng được, theo lược đồ và các tham chiếu bên trong; với --source thì cả theo văn bản gốc.',
  },
  'usage.repair': {
    en: 'phuluc repair [file|-] [--repair auto|always] [--report <file>]',
    vi: 'phuluc repair [tệp|-] [--repair auto|always] [--report <tệp>]',
  },
  'summary.repair': {
    en: 'Restores Vietnamese diacritics in plain text; line N of the output is line N of the input.',
    vi: 'Khôi phục dấu tiếng Việt trong văn bản thuần; dòng N của kết quả là dòng N của đầu vào.',
  },
  'usage.text': {
    en: 'phuluc text <file> [--json] [--password P] [--ocr auto|always|never] [--ocr-engine tesseract.js|native] [--pages 3-9]',
    vi: 'phuluc text <tệp> [--json] [--password P] [--ocr auto|always|never] [--ocr-engine tesseract.js|native] [--pages 3-9]',
  },
  'summary.text': {
    en: 'Prints what was read from the document before any interpretation, with source lines.',
    vi: 'In những gì đọc được từ văn bản trước khi diễn giải, kèm số dòng.',
  },
  'usage.inspect': {
    en: 'phuluc inspect <file> [--stage NAME] [--out <dir>] [--at page:line] [--cell pl1/1.2/deadline] [--plan N] [--json]',
    vi: 'phuluc inspect <tệp> [--stage TÊN] [--out <thư mục>] [--at trang:dòng] [--cell pl1/1.2/deadline] [--plan N] [--json]',
  },
  'summary.inspect': {
    en: 'Shows what each stage makes of a document (--stage prints one, --out writes all as JSON), or follows one cell through all stages. Takes the reading options of import.',
    vi: 'Cho xem mỗi bước làm gì với văn bản (--stage in một bước, --out ghi mọi bước thành JSON), hoặc theo một ô qua mọi bước. Nhận các tùy chọn đọc của import.',
  },
  'usage.export': {
    en: 'phuluc export <dir or plan.json…> --to ndjson|csv|xlsx|parquet|duckdb|fixture|postgres://… --out <path> [--bom] [--sources <dir>]',
    vi: 'phuluc export <thư mục hoặc plan.json…> --to ndjson|csv|xlsx|parquet|duckdb|fixture|postgres://… --out <đường dẫn> [--bom] [--sources <thư mục>]',
  },
  'summary.export': {
    en: 'Writes the plans, corrections applied, as flat tables or as a workbook; --sources names the documents for its pictures.',
    vi: 'Ghi các kế hoạch, đã gồm chỗ sửa, thành bảng phẳng hoặc bảng tính; --sources nêu nơi chứa văn bản để cắt ảnh.',
  },
  'usage.apply': {
    en: 'phuluc apply <workbook.xlsx> [--plans <dir>]',
    vi: 'phuluc apply <bảng tính.xlsx> [--plans <thư mục>]',
  },
  'summary.apply': {
    en: 'Stores what was typed into the workbook as corrections beside the plans; exports use them.',
    vi: 'Lưu những gì đã gõ vào bảng tính thành chỗ sửa bên cạnh các kế hoạch; các lần xuất dùng chúng.',
  },
  'usage.report': {
    en: 'phuluc report <dir> [--out report.html]',
    vi: 'phuluc report <thư mục> [--out report.html]',
  },
  'summary.report': {
    en: 'Writes one HTML page about the plans of a folder: quality, coverage, tasks, scores, what needs review.',
    vi: 'Ghi một trang HTML về các kế hoạch trong thư mục: chất lượng, lĩnh vực, nhiệm vụ, điểm, chỗ cần xem lại.',
  },
  'usage.review': { en: 'phuluc review <dir>', vi: 'phuluc review <thư mục>' },
  'summary.review': {
    en: 'A local page to correct plans beside their documents; not there yet.',
    vi: 'Trang cục bộ để sửa kế hoạch bên cạnh văn bản; chưa có.',
  },
  'usage.schema': {
    en: 'phuluc schema [plan|report|event|document|expectation|trace]',
    vi: 'phuluc schema [plan|report|event|document|expectation|trace]',
  },
  'summary.schema': {
    en: 'Prints a JSON Schema (default: plan).',
    vi: 'In lược đồ JSON (mặc định: plan).',
  },
})

type UsageOf<Key> = Key extends `usage.${infer Name}` ? Name : never

/** The commands, all of which are in the help. */
export type CommandName = UsageOf<keyof typeof helpTexts>

const usage = 'usage.'

/** In the order of the help. */
export const commandNames = Object.keys(helpTexts).flatMap((key) =>
  key.startsWith(usage) ? [key.slice(usage.length) as CommandName] : [],
)
