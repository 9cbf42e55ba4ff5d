import { sentences } from '../sentences.js'

/** What becomes of documents: how an import goes, and why a file gives no plan beside what `refusals` says. */
export const importTexts = sentences({
  'import.retried': { en: '{reason} It is tried once more.', vi: '{reason} Thử lại một lần nữa.' },
  'import.stopped': {
    en: 'Stopped: {done} documents are finished, {remaining} are not. Run the same command with --resume to go on.',
    vi: 'Đã dừng: {done} văn bản đã xong, {remaining} chưa xong. Chạy lại lệnh này với --resume để tiếp tục.',
  },
  'import.status': {
    en: '{finished}/{total} documents, {pages} pages{left}; at {files}',
    vi: '{finished}/{total} văn bản, {pages} trang{left}; đang đọc {files}',
  },
  'import.entry': { en: '[{count}/{total}] {file}', vi: '[{count}/{total}] {file}' },
  'import.failed': { en: '      ✗ {reason}', vi: '      ✗ {reason}' },
  'import.duplicate': {
    en: '      skipped: the same bytes as {file}',
    vi: '      bỏ qua: nội dung giống hệt {file}',
  },
  'import.plan': {
    en: '      {criteria} criteria, {actions} actions, confidence {confidence}{notes} → {plan}',
    vi: '      {criteria} tiêu chí, {actions} nhiệm vụ, tin cậy {confidence}{notes} → {plan}',
  },
  'import.needs-review': { en: ', needs review', vi: ', cần xem lại' },
  'import.finished-before': { en: ', finished before', vi: ', đã xong từ trước' },
  'import.both-notes': { en: ', needs review, finished before', vi: ', cần xem lại, đã xong từ trước' },
  'import.look-at': { en: '      look at: {issues}', vi: '      lưu ý: {issues}' },
  'import.further': {
    en: '      another plan in it: {criteria} criteria → {plan}',
    vi: '      còn một kế hoạch trong tệp: {criteria} tiêu chí → {plan}',
  },
  'import.nothing': { en: 'No documents here.', vi: 'Không có văn bản nào ở đây.' },
  'import.all-left-out': {
    en: 'No documents here. {count} files were left out (import-report.json says why).',
    vi: 'Không có văn bản nào ở đây. Bỏ qua {count} tệp (lý do ở import-report.json).',
  },
  'import.left-out': {
    en: '{count} files were left out (import-report.json says why).',
    vi: 'Bỏ qua {count} tệp (lý do ở import-report.json).',
  },
  'import.summary': {
    en: '{imported} of {inputs} documents imported, {failed} failed, {skipped} skipped; {criteria} criteria; {needReview} need review.',
    vi: 'Đã nhập {imported} trên {inputs} văn bản, {failed} không nhập được, {skipped} bỏ qua; {criteria} tiêu chí; {needReview} cần xem lại.',
  },
  'import.pages': { en: 'Pages: {pages}.', vi: 'Số trang: {pages}.' },
  'import.where': {
    en: 'Plans and import-report.json are in {out}',
    vi: 'Kế hoạch và import-report.json ở {out}',
  },
  'import.joined': { en: 'Joined: {file} with {appendices}', vi: 'Ghép: {file} với {appendices}' },
  'import.twin': {
    en: 'Twin: {file} is {kept} again; they disagree on {disagreements} of {cells} cells',
    vi: 'Trùng: {file} cũng là {kept}; khác nhau ở {disagreements} trên {cells} ô',
  },
  'import.apart': { en: 'Left apart: {file}. {reason}', vi: 'Để riêng: {file}. {reason}' },
  'import.more': {
    en: '… and {count} more in import-report.json',
    vi: '… và {count} mục nữa trong import-report.json',
  },

  'document.fault': {
    en: '{file}: reading it failed ({cause}). This is a fault of phuluc; please report it with the file.',
    vi: '{file}: đọc không thành công ({cause}). Đây là lỗi của phuluc; xin báo lại kèm theo tệp.',
  },
  'document.not-stored': {
    en: '{file}: its plan could not be stored ({cause}). This is a fault of phuluc; please report it with the file.',
    vi: '{file}: không lưu được kế hoạch ({cause}). Đây là lỗi của phuluc; xin báo lại kèm theo tệp.',
  },
  'document.timeout': {
    en: '{file}: it took longer than {seconds} s. Raise --timeout, or import it by parts with --pages.',
    vi: '{file}: đọc lâu hơn {seconds} giây. Tăng --timeout, hoặc nhập từng phần bằng --pages.',
  },
  'document.memory': {
    en: '{file}: it took more memory than {most} MiB. Raise --max-memory, or import it by parts with --pages.',
    vi: '{file}: dùng quá {most} MiB bộ nhớ. Tăng --max-memory, hoặc nhập từng phần bằng --pages.',
  },
  'document.foreign-result': {
    en: '{file}: what {worker} stored of it is no result of phuluc, and nothing of it was written. Look who may write to the database, then import it again.',
    vi: '{file}: điều mà {worker} đã lưu về văn bản này không phải kết quả của phuluc, và không ghi gì từ đó. Xem ai được ghi vào cơ sở dữ liệu, rồi nhập lại.',
  },
  'document.crash': {
    en: '{file}: its worker ended unexpectedly; if it does so again, please report it with the file.',
    vi: '{file}: tiến trình đọc kết thúc bất ngờ; nếu lặp lại, xin báo kèm theo tệp.',
  },
  'document.dead': {
    en: "{file}: every worker that took it was lost. Look at the workers' machines, then phuluc queue retry.",
    vi: '{file}: mọi tiến trình đọc nó đều mất. Xem lại các máy đọc, rồi chạy phuluc queue retry.',
  },

  'time.left': { en: ', about {time} left', vi: ', còn khoảng {time}' },
  'time.seconds': { en: '{count} s', vi: '{count} giây' },
  'time.minutes': { en: '{count} min', vi: '{count} phút' },
})
