import { sentences } from '../sentences.js'

/** What the commands say of a command line that cannot be carried out, and of what they did. */
export const commandTexts = sentences({
  'cli.language': {
    en: '--lang takes vi or en, not "{given}"',
    vi: '--lang nhận vi hoặc en, không nhận "{given}"',
  },
  'cli.no-command': {
    en: 'there is no command "{name}"; phuluc --help lists them',
    vi: 'không có lệnh "{name}"; phuluc --help liệt kê các lệnh',
  },
  'cli.fault': {
    en: '{cause}',
    vi: 'lỗi ngoài dự kiến của phuluc, xin báo lại: “{cause}”',
  },
  'option.unknown': {
    en: "{command}: Unknown option '{option}'; see phuluc {command} --help",
    vi: '{command}: không có tùy chọn “{option}”; xem phuluc {command} --help',
  },
  'option.no-value': {
    en: "{command}: Option '{option}' argument missing",
    vi: '{command}: tùy chọn “{option}” thiếu giá trị',
  },
  'option.ambiguous': {
    en: "{command}: Option '{option}' argument is ambiguous; write {option}=VALUE if its value begins with a dash",
    vi: '{command}: giá trị của tùy chọn “{option}” không rõ ràng; nếu giá trị bắt đầu bằng gạch ngang, viết {option}=GIÁ-TRỊ',
  },
  'option.takes-no-value': {
    en: "{command}: Option '{option}' does not take an argument",
    vi: '{command}: tùy chọn “{option}” không nhận giá trị',
  },
  'file.unreadable': {
    en: '{file}: this file cannot be read; check the path',
    vi: '{file}: không đọc được tệp này; kiểm tra đường dẫn',
  },
  'file.not-json': { en: '{file}: this is not JSON', vi: '{file}: đây không phải JSON' },
  'plans.count': { en: '{count} plans in {place}', vi: '{count} kế hoạch trong {place}' },
  'plans.in-database': {
    en: '{count} plans in the schema phuluc',
    vi: '{count} kế hoạch trong lược đồ phuluc',
  },
  'plans.not-there': {
    en: '{path} does not exist; name plan files or the folder they are in',
    vi: '{path} không tồn tại; nêu tệp kế hoạch hoặc thư mục chứa chúng',
  },
  'plans.none': {
    en: '{paths}: no .plan.json is there; import documents first',
    vi: '{paths}: không có tệp .plan.json; hãy nhập văn bản trước',
  },
  'plans.no-plan': {
    en: '{file}: this is no plan of phuluc; phuluc validate says what is wrong with it. Import its document again.',
    vi: '{file}: đây không phải kế hoạch do phuluc ghi; phuluc validate cho biết sai ở đâu. Hãy nhập lại văn bản.',
  },
  'plans.not-json': {
    en: '{file}: this is not JSON. Import its document again.',
    vi: '{file}: đây không phải JSON. Hãy nhập lại văn bản.',
  },

  'import.no-paths': {
    en: 'import: name at least one file or folder',
    vi: 'import: nêu ít nhất một tệp hoặc thư mục',
  },
  'import.no-out': {
    en: 'import: say where the plans go with --out <dir>',
    vi: 'import: cho biết nơi ghi kế hoạch bằng --out <thư mục>',
  },
  'import.not-there': { en: 'import: {path} does not exist', vi: 'import: {path} không tồn tại' },
  'import.out-is-file': {
    en: 'import: {path} is a file; name a folder with --out',
    vi: 'import: {path} là tệp; nêu một thư mục bằng --out',
  },
  'import.timeout': {
    en: 'import: --timeout takes a whole number of seconds',
    vi: 'import: --timeout nhận số giây là số nguyên',
  },
  'import.max-memory': {
    en: 'import: --max-memory takes a whole number of MiB',
    vi: 'import: --max-memory nhận số MiB là số nguyên',
  },
  'import.max-bytes': {
    en: 'import: --max-bytes takes a whole number of bytes',
    vi: 'import: --max-bytes nhận số byte là số nguyên',
  },
  'import.jobs': {
    en: 'import: --jobs takes a whole number above 0',
    vi: 'import: --jobs nhận số nguyên lớn hơn 0',
  },
  'import.pages-per-job': {
    en: 'import: --pages-per-job takes a whole number',
    vi: 'import: --pages-per-job nhận số nguyên',
  },
  'import.limit': {
    en: 'import: --limit takes name=N with a whole number above 0, of {names}',
    vi: 'import: --limit nhận tên=N với N là số nguyên lớn hơn 0; các tên: {names}',
  },
  'import.one-of': {
    en: 'import: --{option} takes one of {values}',
    vi: 'import: --{option} nhận một trong: {values}',
  },
  'import.page-range': {
    en: 'import: --pages takes a page or a range of pages, as in --pages 3-9',
    vi: 'import: --pages nhận một trang hoặc một khoảng trang, ví dụ --pages 3-9',
  },

  'export.no-paths': {
    en: 'export: name the folder of the plans, or plan files',
    vi: 'export: nêu thư mục kế hoạch, hoặc các tệp kế hoạch',
  },
  'export.no-out': {
    en: 'export: say where it goes with --out <path>',
    vi: 'export: cho biết nơi ghi bằng --out <đường dẫn>',
  },
  'export.format': {
    en: 'export: --to takes one of {formats}, fixture, or postgres://…',
    vi: 'export: --to nhận một trong: {formats}, fixture, hoặc postgres://…',
  },
  'export.is-folder': {
    en: 'export: {path} is a folder; name a file for {format}',
    vi: 'export: {path} là thư mục; nêu một tệp cho {format}',
  },
  'export.is-file': {
    en: 'export: {path} is a file; name a folder for {format}',
    vi: 'export: {path} là tệp; nêu một thư mục cho {format}',
  },
  'export.other-files': {
    en: 'export: {path} holds other files ({example}); name a new folder, or one with an earlier {format} export',
    vi: 'export: {path} chứa tệp khác ({example}); nêu thư mục mới, hoặc thư mục của lần xuất {format} trước',
  },
  'export.not-stored': {
    en: 'export: {workbook} holds {count} corrections that are not stored yet. Run phuluc apply on it, or name another file.',
    vi: 'export: {workbook} còn {count} chỗ sửa chưa lưu. Chạy phuluc apply với tệp đó, hoặc nêu tệp khác.',
  },
  'export.source-not-found': {
    en: 'export: {file} (of {plan}) is not found as it was imported; say where it is with --sources <folder>',
    vi: 'export: không tìm thấy {file} (của {plan}) đúng như khi nhập; cho biết nơi chứa bằng --sources <thư mục>',
  },
  'export.expected-already': {
    en: 'export: {folder} has an expectation already; move it away to make a new one',
    vi: 'export: {folder} đã có kết quả mong đợi; chuyển nó đi để tạo cái mới',
  },

  'corrections.refused': {
    en: '{plan}: {cell}: {reason} (it is {now}). Export the workbook again and correct it there.',
    vi: '{plan}: {cell}: {reason} (hiện là {now}). Xuất lại bảng tính và sửa ở đó.',
  },
  'corrections.cell': { en: '{criterion}, {field}', vi: '{criterion}, {field}' },
  'corrections.action-cell': {
    en: '{criterion}, action {action}, {field}',
    vi: '{criterion}, nhiệm vụ {action}, {field}',
  },
  'corrections.blank': { en: 'blank', vi: 'trống' },
  'corrections.value': { en: '"{value}"', vi: '“{value}”' },
  'corrections.no-such-cell': {
    en: 'the plan has no such cell any more',
    vi: 'kế hoạch không còn ô này',
  },
  'corrections.value-changed': {
    en: 'the value that was corrected is another one now',
    vi: 'giá trị đã sửa nay đã khác',
  },
  'corrections.not-a-number': { en: 'the correction is no number', vi: 'chỗ sửa không phải là số' },
  'corrections.not-ours': {
    en: '{path}: these are no corrections of phuluc. Remove the file and apply the workbook again.',
    vi: '{path}: đây không phải tệp sửa của phuluc. Xóa tệp và áp dụng lại bảng tính.',
  },

  'corrections.of-another': {
    en: '{path}: these are the corrections of another document. Move the file away.',
    vi: '{path}: đây là các sửa đổi của văn bản khác. Hãy chuyển tệp đi.',
  },

  'apply.no-workbook': { en: 'apply: name the workbook', vi: 'apply: nêu tên bảng tính' },
  'apply.done': {
    en: '{taken} corrections taken, {refused} refused.',
    vi: '{taken} chỗ sửa được nhận, {refused} bị từ chối.',
  },
  'apply.several-plans': {
    en: '{plan}: several plans in {folder} are called so. Export the workbook again.',
    vi: '{plan}: có nhiều kế hoạch trong {folder} mang tên này. Hãy xuất lại bảng tính.',
  },
  'apply.plan-not-there': {
    en: '{plan}: its plan is not in {folder}. Name the folder with --plans.',
    vi: '{plan}: kế hoạch không có trong {folder}. Nêu thư mục bằng --plans.',
  },
  'workbook.unreadable': {
    en: '{file}: this workbook cannot be read; check the path',
    vi: '{file}: không đọc được bảng tính này; kiểm tra đường dẫn',
  },
  'workbook.key-lost': {
    en: '{file}: a row of “{sheet}” has lost its key (“{typed}”). Undo changes to the column “{column}”.',
    vi: '{file}: một dòng của “{sheet}” mất khóa (“{typed}”). Hoàn tác thay đổi ở cột “{column}”.',
  },
  'workbook.none': {
    en: '{file}: this is no workbook. Save it as .xlsx.',
    vi: '{file}: đây không phải bảng tính. Lưu lại dạng .xlsx.',
  },
  'workbook.no-sheet': {
    en: '{file}: it has no sheet “{sheet}”. Give a workbook that phuluc wrote.',
    vi: '{file}: không có trang tính “{sheet}”. Hãy dùng bảng tính do phuluc ghi.',
  },

  'report.no-folder': {
    en: 'report: name the folder that holds the plans',
    vi: 'report: nêu thư mục chứa các kế hoạch',
  },
  'report.is-no-folder': {
    en: 'report: {folder} is no folder; name the one that import wrote',
    vi: 'report: {folder} không phải thư mục; nêu thư mục mà import đã ghi',
  },
  'report.no-plans': {
    en: 'report: {folder} holds no .plan.json; import documents first',
    vi: 'report: {folder} không có tệp .plan.json; hãy nhập văn bản trước',
  },
  'report.left-out': {
    en: '{file}: this is no plan file of phuluc; it was left out. Import its document again.',
    vi: '{file}: đây không phải tệp kế hoạch của phuluc; đã bỏ qua. Hãy nhập lại văn bản.',
  },
  'repair.mode': {
    en: 'repair: --repair takes auto or always',
    vi: 'repair: --repair nhận auto hoặc always',
  },
  'repair.unreadable': {
    en: 'repair: {file} cannot be read; check the path',
    vi: 'repair: không đọc được {file}; kiểm tra đường dẫn',
  },
  'validate.no-files': {
    en: 'validate: name at least one plan file',
    vi: 'validate: nêu ít nhất một tệp kế hoạch',
  },
  'validate.valid': { en: '{file}: valid', vi: '{file}: hợp lệ' },
  'validate.wrong': { en: '{file}: {problem}', vi: '{file}: {problem}' },
  'text.no-file': { en: 'text: name a file', vi: 'text: nêu một tệp' },
  'text.page': { en: '=== page {page} ===', vi: '=== trang {page} ===' },
  'schema.unknown': {
    en: 'schema: there is none called "{name}"; one of {names}',
    vi: 'schema: không có lược đồ "{name}"; một trong: {names}',
  },
  'review.not-yet': {
    en: 'review is not there yet. Until it is, review in the workbook: phuluc export <dir> --to xlsx --out <file>, then phuluc apply <file>.',
    vi: 'review chưa có. Trong khi chờ, hãy kiểm tra trong bảng tính: phuluc export <thư mục> --to xlsx --out <tệp>, rồi phuluc apply <tệp>.',
  },
})
