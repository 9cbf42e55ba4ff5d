import type { Translation } from './translation.js'

/** What `--help` says. */
export const helpTexts: readonly Translation[] = [
  [
    'phuluc reads Vietnamese administrative plans into normalized JSON.',
    'phuluc đọc các kế hoạch hành chính tiếng Việt thành JSON chuẩn hóa.',
  ],
  [
    'Exit codes: 0 all well, 1 a document failed, 2 the command line is wrong.',
    'Mã thoát: 0 tốt, 1 có văn bản không nhập được, 2 dòng lệnh sai.',
  ],
  [
    'Every command takes --lang vi|en; without it the language of the machine is used.',
    'Mọi lệnh nhận --lang vi|en; nếu không nêu thì theo ngôn ngữ của máy.',
  ],
  [
    'Turns every readable document under the paths into one plan file; import-report.json says what became of each.',
    'Đọc mỗi văn bản ở các đường dẫn thành một tệp kế hoạch; import-report.json cho biết kết quả của từng văn bản.',
  ],
  [
    'Reads documents that import --queue put into a database; any number of machines may do so. --once leaves when all are finished.',
    'Đọc các văn bản mà import --queue đã đưa vào cơ sở dữ liệu; nhiều máy cùng làm được. --once: kết thúc khi tất cả đã xong.',
  ],
  [
    'status tells how far a queue is, results writes plans and report of an import as import would, retry tries lost documents again.',
    'status cho biết tiến độ, results ghi kế hoạch và báo cáo của một lần nhập như import, retry thử lại các văn bản bị mất.',
  ],
  [
    'Imports every fixture and compares with its expected plan; exit 1 below the thresholds stored with it.',
    'Nhập mọi văn bản mẫu và so với kết quả mong đợi; mã thoát 1 khi dưới ngưỡng ghi kèm.',
  ],
  [
    'Checks plan files, whoever wrote them, against the schema and their inner references.',
    'Kiểm tra tệp kế hoạch, do ai ghi cũng được, theo lược đồ và các tham chiếu bên trong.',
  ],
  [
    'Restores Vietnamese diacritics in plain text; line N of the output is line N of the input.',
    'Khôi phục dấu tiếng Việt trong văn bản thuần; dòng N của kết quả là dòng N của đầu vào.',
  ],
  [
    'Prints what was read from the document before any interpretation, with source lines.',
    'In những gì đọc được từ văn bản trước khi diễn giải, kèm số dòng.',
  ],
  [
    'Writes the plans, corrections applied, as flat tables or as a workbook; --sources names the documents for its pictures.',
    'Ghi các kế hoạch, đã gồm chỗ sửa, thành bảng phẳng hoặc bảng tính; --sources nêu nơi chứa văn bản để cắt ảnh.',
  ],
  [
    'Stores what was typed into the workbook as corrections beside the plans; exports use them.',
    'Lưu những gì đã gõ vào bảng tính thành chỗ sửa bên cạnh các kế hoạch; các lần xuất dùng chúng.',
  ],
  [
    'Writes one HTML page about the plans of a folder: quality, coverage, tasks, scores, what needs review.',
    'Ghi một trang HTML về các kế hoạch trong thư mục: chất lượng, lĩnh vực, nhiệm vụ, điểm, chỗ cần xem lại.',
  ],
  [
    'A local page to correct plans beside their documents; not there yet.',
    'Trang cục bộ để sửa kế hoạch bên cạnh văn bản; chưa có.',
  ],
  ['Prints a JSON Schema (default: plan).', 'In lược đồ JSON (mặc định: plan).'],
]

/** The names of arguments in a usage line. */
export const argumentNames: readonly Translation[] = [
  ['<file or folder…>', '<tệp hoặc thư mục…>'],
  ['<dir or plan.json…>', '<thư mục hoặc plan.json…>'],
  ['<fixtures dir>', '<thư mục văn bản mẫu>'],
  ['<workbook.xlsx>', '<bảng tính.xlsx>'],
  ['<dir>', '<thư mục>'],
  ['<file>', '<tệp>'],
  ['<path>', '<đường dẫn>'],
  ['[file|-]', '[tệp|-]'],
  ['name=N', 'tên=N'],
]
