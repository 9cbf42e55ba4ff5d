import type { Translation } from './translation.js'

/** What the commands say of themselves and of a command line that cannot be carried out. */
export const commandTexts: readonly Translation[] = [
  [
    'there is no command "{}"; phuluc --help lists them',
    'không có lệnh "{1}"; phuluc --help liệt kê các lệnh',
  ],
  [
    'review is not there yet. Until it is, review in the workbook: phuluc export <dir> --to xlsx --out <file>, then phuluc apply <file>.',
    'review chưa có. Trong khi chờ, hãy kiểm tra trong bảng tính: phuluc export <thư mục> --to xlsx --out <tệp>, rồi phuluc apply <tệp>.',
  ],
  ["Unknown option '{}'.{}", 'không có tùy chọn “{1}”; xem --help'],
  ["Unknown option '{}'", 'không có tùy chọn “{1}”; xem --help'],
  ["Option '{}' argument missing{}", 'tùy chọn “{1}” thiếu giá trị'],
  [
    "Option '{}' argument is ambiguous.{}",
    'giá trị của tùy chọn “{1}” không rõ ràng; viết theo dạng --tùy-chọn=giá-trị',
  ],
  ["Option '{}' does not take an argument{}", 'tùy chọn “{1}” không nhận giá trị'],
  ["Unexpected argument '{}'{}", 'thừa đối số “{1}”'],
  ['--lang takes vi or en, not "{}"', '--lang nhận vi hoặc en, không nhận "{1}"'],
  ['import: name at least one file or folder', 'import: nêu ít nhất một tệp hoặc thư mục'],
  [
    'import: say where the plans go with --out <dir>',
    'import: cho biết nơi ghi kế hoạch bằng --out <thư mục>',
  ],
  ['import: {} does not exist', 'import: {1} không tồn tại'],
  ['import: {} is a file; name a folder with --out', 'import: {1} là tệp; nêu một thư mục bằng --out'],
  ['import: {}', 'import: {1}'],
  ['--timeout takes a whole number of seconds', '--timeout nhận số giây là số nguyên'],
  ['--max-memory takes a whole number of MiB', '--max-memory nhận số MiB là số nguyên'],
  ['--max-bytes takes a whole number of bytes', '--max-bytes nhận số byte là số nguyên'],
  ['--jobs takes a whole number above 0', '--jobs nhận số nguyên lớn hơn 0'],
  ['--pages-per-job takes a whole number', '--pages-per-job nhận số nguyên lớn hơn 0'],
  [
    'import: --limit takes name=N with a whole number above 0, of {}',
    'import: --limit nhận tên=N với N là số nguyên lớn hơn 0; các tên: {1}',
  ],
  ['import: --fail-on takes one of {}', 'import: --fail-on nhận một trong: {1}'],
  ['import: --repair takes one of {}', 'import: --repair nhận một trong: {1}'],
  ['import: --ocr takes one of {}', 'import: --ocr nhận một trong: {1}'],
  ['import: --ocr-engine takes one of {}', 'import: --ocr-engine nhận một trong: {1}'],
  [
    'import: --pages takes a page or a range of pages, as in --pages 3-9',
    'import: --pages nhận một trang hoặc một khoảng trang, ví dụ --pages 3-9',
  ],
  [
    '{} does not exist; name plan files or the folder they are in',
    '{1} không tồn tại; nêu tệp kế hoạch hoặc thư mục chứa chúng',
  ],
  [
    '{}: no .plan.json is there; import documents first',
    '{1}: không có tệp .plan.json; hãy nhập văn bản trước',
  ],
  [
    '{}: this is no plan of phuluc ({}). Import its document again.',
    '{1}: đây không phải kế hoạch do phuluc ghi. Hãy nhập lại văn bản.',
  ],
  ['{}: this is not JSON. Import its document again.', '{1}: đây không phải JSON. Hãy nhập lại văn bản.'],
  ['{}: this is not JSON', '{1}: đây không phải JSON'],
  [
    'export: name the folder of the plans, or plan files',
    'export: nêu thư mục kế hoạch, hoặc các tệp kế hoạch',
  ],
  ['export: say where it goes with --out <path>', 'export: cho biết nơi ghi bằng --out <đường dẫn>'],
  [
    'export: --to takes one of {}, fixture, or postgres://…',
    'export: --to nhận một trong: {1}, fixture, hoặc postgres://…',
  ],
  ['export: {} is a folder; name a file for {}', 'export: {1} là thư mục; nêu một tệp cho {2}'],
  ['export: {} is a file; name a folder for {}', 'export: {1} là tệp; nêu một thư mục cho {2}'],
  [
    'export: {} holds other files ({}); name a new folder, or one with an earlier {} export',
    'export: {1} chứa tệp khác ({2}); nêu thư mục mới, hoặc thư mục của lần xuất {3} trước',
  ],
  [
    'export: {} holds {} corrections that are not stored yet. Run phuluc apply on it, or name another file.',
    'export: {1} còn {2} chỗ sửa chưa lưu. Chạy phuluc apply với tệp đó, hoặc nêu tệp khác.',
  ],
  [
    'export: {} (of {}) is not found as it was imported; say where it is with --sources <folder>',
    'export: không tìm thấy {1} (của {2}) đúng như khi nhập; cho biết nơi chứa bằng --sources <thư mục>',
  ],
  [
    'export: {} has an expectation already; move it away to make a new one',
    'export: {1} đã có kết quả mong đợi; chuyển nó đi để tạo cái mới',
  ],
  ['{} plans in the schema phuluc', '{1} kế hoạch trong lược đồ phuluc'],
  ['{} plans in {}', '{1} kế hoạch trong {2}'],
  [
    '{}: {}: {} (it is {}). Export the workbook again and correct it there.',
    '{1}: {2}: {3} (hiện là {4}). Xuất lại bảng tính và sửa ở đó.',
  ],
  ['the plan has no such cell any more', 'kế hoạch không còn ô này'],
  ['the value that was corrected is another one now', 'giá trị đã sửa nay đã khác'],
  ['the correction is no number', 'chỗ sửa không phải là số'],
  ['{}, action {}, {}', '{1}, nhiệm vụ {2}, {3}'],
  ['blank', 'trống'],
  ['apply: name the workbook', 'apply: nêu tên bảng tính'],
  ['{} corrections taken, {} refused.', '{1} chỗ sửa được nhận, {2} bị từ chối.'],
  [
    '{}: its plan is not in {}. Name the folder with --plans.',
    '{1}: kế hoạch không có trong {2}. Nêu thư mục bằng --plans.',
  ],
  [
    '{}: these are no corrections of phuluc. Remove the file and apply the workbook again.',
    '{1}: đây không phải tệp sửa của phuluc. Xóa tệp và áp dụng lại bảng tính.',
  ],
  [
    '{}: this workbook cannot be read; check the path',
    '{1}: không đọc được bảng tính này; kiểm tra đường dẫn',
  ],
  [
    '{}: a row of “{}” has lost its key (“{}”). Undo changes to the column “{}”.',
    '{1}: một dòng của “{2}” mất khóa (“{3}”). Hoàn tác thay đổi ở cột “{4}”.',
  ],
  ['{}: this is no workbook. Save it as .xlsx.', '{1}: đây không phải bảng tính. Lưu lại dạng .xlsx.'],
  [
    '{}: it has no sheet “{}”. Give a workbook that phuluc wrote.',
    '{1}: không có trang tính “{2}”. Hãy dùng bảng tính do phuluc ghi.',
  ],
  ['report: name the folder that holds the plans', 'report: nêu thư mục chứa các kế hoạch'],
  [
    'report: {} is no folder; name the one that import wrote',
    'report: {1} không phải thư mục; nêu thư mục mà import đã ghi',
  ],
  [
    'report: {} holds no .plan.json; import documents first',
    'report: {1} không có tệp .plan.json; hãy nhập văn bản trước',
  ],
  [
    '{}: this is no plan file of phuluc; it was left out. Import its document again.',
    '{1}: đây không phải tệp kế hoạch của phuluc; đã bỏ qua. Hãy nhập lại văn bản.',
  ],
  ['repair: --repair takes auto or always', 'repair: --repair nhận auto hoặc always'],
  ['repair: {} cannot be read; check the path', 'repair: không đọc được {1}; kiểm tra đường dẫn'],
  ['{}: this file cannot be read; check the path', '{1}: không đọc được tệp này; kiểm tra đường dẫn'],
  ['evaluate: name the fixtures folder', 'evaluate: nêu thư mục văn bản mẫu'],
  [
    'evaluate: {} is no folder; name the one that holds the fixtures',
    'evaluate: {1} không phải thư mục; nêu thư mục chứa văn bản mẫu',
  ],
  [
    '{}: no fixture with source.* and expected.plan.json here',
    '{1}: không có văn bản mẫu với source.* và expected.plan.json',
  ],
  [
    '{}: these are no thresholds ({}: {}). Write each of them as a number, or remove the file.',
    '{1}: đây không phải các ngưỡng hợp lệ (mục {2}). Ghi mỗi ngưỡng là một số, hoặc xóa tệp.',
  ],
  ['validate: name at least one plan file', 'validate: nêu ít nhất một tệp kế hoạch'],
  ['{}: valid', '{1}: hợp lệ'],
  ['text: name a file', 'text: nêu một tệp'],
  ['schema: there is none called "{}"; one of {}', 'schema: không có lược đồ "{1}"; một trong: {2}'],
  ['{}: the id is used twice', '{1}: mã định danh dùng hai lần'],
  ['{}: the id does not begin with {}', '{1}: mã định danh không bắt đầu bằng {2}'],
  ['{}: its parent {} does not stand before it', '{1}: mục cha {2} không đứng trước nó'],
  ["{}: level {} does not follow its parent's {}", '{1}: cấp {2} không nối tiếp cấp {3} của mục cha'],
  [
    '{}: its first action shares cells with an action before it',
    '{1}: nhiệm vụ đầu tiên dùng chung ô với một nhiệm vụ trước nó',
  ],
  [
    '{}: an issue ({}) is aimed at it, but it is not in the plan',
    '{1}: một lưu ý ({2}) trỏ đến nó, nhưng nó không có trong kế hoạch',
  ],
  [
    '{}: a fact states its score, but it is not in the plan',
    '{1}: một số liệu nêu điểm của nó, nhưng nó không có trong kế hoạch',
  ],
  ['(whole file)', '(cả tệp)'],
  [
    'phuluc: the package is incomplete, its package.json is missing',
    'phuluc: gói cài đặt thiếu tệp package.json',
  ],
  [
    "the recognition engine's data is missing ({}). Install phuluc again.",
    'thiếu dữ liệu của bộ nhận dạng ({1}). Cài lại phuluc.',
  ],
  [
    'no tesseract is on the PATH. Install it, or leave --ocr-engine native away.',
    'không có tesseract trong PATH. Cài đặt nó, hoặc bỏ --ocr-engine native.',
  ],
]
