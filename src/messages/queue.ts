import { sentences } from '../sentences.js'

/** What the queue in a database says, and why a database does not take something. */
export const queueTexts = sentences({
  'queue.enqueued': {
    en: '{documents} documents, {added} of them new, are in {place} as import {number}.{left}\nphuluc worker --queue reads them, phuluc queue status tells how far it is.',
    vi: '{documents} văn bản, trong đó {added} mới, đã vào {place}, là lần nhập số {number}.{left}\nphuluc worker --queue đọc chúng, phuluc queue status cho biết tiến độ.',
  },
  'queue.left-out': { en: ' {count} files were left out.', vi: ' Bỏ qua {count} tệp.' },
  'queue.action': { en: 'queue: say one of {actions}', vi: 'queue: nêu một trong: {actions}' },
  'queue.no-out': {
    en: 'queue: say where the plans go with --out <dir>',
    vi: 'queue: cho biết nơi ghi kế hoạch bằng --out <thư mục>',
  },
  'queue.import': {
    en: 'queue: --import takes the number of an import',
    vi: 'queue: --import nhận số của một lần nhập',
  },
  'queue.no-database': {
    en: '{command}: name the database with --queue postgres://… or in PHULUC_QUEUE',
    vi: '{command}: nêu cơ sở dữ liệu bằng --queue postgres://… hoặc trong PHULUC_QUEUE',
  },
  'queue.nothing-yet': {
    en: 'queue: nothing was put into this database yet; do so with phuluc import <folder> --queue',
    vi: 'queue: chưa có gì trong cơ sở dữ liệu này; dùng phuluc import <thư mục> --queue',
  },
  'queue.no-import': {
    en: 'queue: there is no import {number}; phuluc queue status lists them',
    vi: 'queue: không có lần nhập số {number}; phuluc queue status liệt kê các lần nhập',
  },
  'queue.retried': { en: '{count} documents are tried again.', vi: '{count} văn bản được thử lại.' },
  'queue.unfinished': {
    en: '{count} documents are not finished yet; wait for them with --wait.',
    vi: '{count} văn bản chưa xong; đợi bằng --wait.',
  },
  'queue.results': {
    en: '{imported} of {inputs} documents imported, {failed} failed, {skipped} skipped; plans and import-report.json are in {out}',
    vi: 'Đã nhập {imported} trên {inputs} văn bản, {failed} không nhập được, {skipped} bỏ qua; kế hoạch và import-report.json ở {out}',
  },

  'worker.number': {
    en: 'worker: --{option} takes a whole number above 0',
    vi: 'worker: --{option} nhận số nguyên lớn hơn 0',
  },
  'worker.ending': {
    en: 'Ending: no further documents are taken. Once more to leave those that are being read to others.',
    vi: 'Đang kết thúc: không nhận thêm văn bản. Bấm lần nữa để nhường những văn bản đang đọc cho máy khác.',
  },
  'worker.waiting': {
    en: '{reason} It is tried again until it answers.',
    vi: '{reason} Thử lại cho đến khi có trả lời.',
  },
  'worker.pages': { en: '{file}, pages {first}–{last}', vi: '{file}, trang {first}–{last}' },
  'worker.taken-away': { en: '{name}: another worker has it now', vi: '{name}: máy khác đang đọc' },
  'worker.split': {
    en: '{name}: a long scan, to be recognised in {parts} parts',
    vi: '{name}: bản quét dài, được nhận dạng thành {parts} phần',
  },
  'worker.unrecognised': { en: '{name}: could not be recognised', vi: '{name}: không nhận dạng được' },
  'worker.recognised': { en: '{name}: recognised', vi: '{name}: đã nhận dạng' },
  'worker.imported': {
    en: '{name}: {criteria} criteria, {actions} actions',
    vi: '{name}: {criteria} tiêu chí, {actions} nhiệm vụ',
  },
  'worker.failed': { en: '{name}: failed', vi: '{name}: không nhập được' },

  'status.documents': {
    en: '{place}: {finished} of {all} documents finished ({share} %)',
    vi: '{place}: đã xong {finished} trên {all} văn bản ({share} %)',
  },
  'status.states': {
    en: 'waiting {waiting}, active {active}, done {done}, failed {failed}, dead {dead}; {pages} pages read',
    vi: 'chờ {waiting}, đang đọc {active}, xong {done}, không nhập được {failed}, mất {dead}; đã đọc {pages} trang',
  },
  'status.parts': {
    en: 'long scans in parts: {recognised} of {all} parts are recognised',
    vi: 'bản quét dài chia phần: đã nhận dạng {recognised} trên {all} phần',
  },
  'status.rate': {
    en: 'last ten minutes: {documents} documents and {pages} pages a minute{left}',
    vi: 'mười phút qua: {documents} văn bản và {pages} trang mỗi phút{left}',
  },
  'status.worker': {
    en: '  {worker} at {name}, {seconds} s',
    vi: '  {worker} đang đọc {name}, {seconds} giây',
  },
  'status.import': {
    en: 'import {number} of {paths}: {finished} of {inputs} inputs',
    vi: 'lần nhập {number} của {paths}: {finished} trên {inputs} văn bản',
  },
  'status.other-versions': {
    en: '{count} documents wait for workers of another version of phuluc than this ({version})',
    vi: '{count} văn bản chờ phiên bản phuluc khác với phiên bản này ({version})',
  },
  'status.dead': {
    en: 'dead documents lost every worker that took them; phuluc queue retry tries again',
    vi: 'văn bản mất là văn bản làm hỏng mọi tiến trình đọc nó; phuluc queue retry thử lại',
  },

  'database.place': { en: 'the database {name} at {host}', vi: 'cơ sở dữ liệu {name} tại {host}' },
  'database.no-url': {
    en: 'this is no address of a PostgreSQL database; write postgres://user@host:5432/database',
    vi: 'đây không phải địa chỉ cơ sở dữ liệu PostgreSQL; viết postgres://người-dùng@máy-chủ:5432/tên',
  },
  'database.away': {
    en: '{place} cannot be reached: {reason}. Check the URL, and that PostgreSQL runs there.',
    vi: 'không kết nối được {place}: {reason}. Kiểm tra địa chỉ và xem PostgreSQL có đang chạy không.',
  },
  'database.refused': { en: '{place}: {reason}.', vi: '{place}: {reason}.' },
  'database.ECONNREFUSED': { en: 'nothing answers there', vi: 'không có trả lời' },
  'database.ECONNRESET': { en: 'the connection was cut', vi: 'kết nối bị ngắt' },
  'database.EPIPE': { en: 'the connection was cut', vi: 'kết nối bị ngắt' },
  'database.ENOTFOUND': { en: 'no such host is known', vi: 'không có máy chủ này' },
  'database.EAI_AGAIN': { en: 'the host name cannot be looked up', vi: 'không tra được tên máy chủ' },
  'database.EHOSTUNREACH': { en: 'the host cannot be reached', vi: 'không tới được máy chủ' },
  'database.ENETUNREACH': { en: 'the network cannot be reached', vi: 'không tới được mạng' },
  'database.ETIMEDOUT': { en: 'nothing answered in time', vi: 'quá thời gian chờ trả lời' },
  'database.ENOENT': { en: 'there is no such socket', vi: 'không có socket này' },
  'database.busy': {
    en: 'it takes no work now ({code})',
    vi: 'hiện không nhận việc ({code})',
  },
  'database.cut': { en: 'the connection was cut', vi: 'kết nối bị ngắt' },
  'database.no-password': {
    en: '{place}: the server asks for a password. Put it into PGPASSWORD, or into a file that PGPASSFILE names.',
    vi: '{place}: máy chủ đòi mật khẩu. Ghi vào PGPASSWORD, hoặc vào tệp mà PGPASSFILE nêu tên.',
  },
  'database.28P01': {
    en: 'the user name or the password is wrong; check the user in the URL, and PGPASSWORD or PGPASSFILE',
    vi: 'sai tên người dùng hoặc mật khẩu; kiểm tra tên trong địa chỉ, và PGPASSWORD hoặc PGPASSFILE',
  },
  'database.28000': {
    en: 'this user may not connect; check the user name and pg_hba.conf',
    vi: 'người dùng này không được kết nối; kiểm tra tên và pg_hba.conf',
  },
  'database.3D000': {
    en: 'there is no such database; create it with createdb, or correct the URL',
    vi: 'không có cơ sở dữ liệu này; tạo bằng createdb, hoặc sửa địa chỉ',
  },
  'database.42501': {
    en: 'this user may not do that; grant it CREATE on the database and USAGE on the schemas phuluc and phuluc_jobs',
    vi: 'người dùng này không có quyền đó; cấp CREATE trên cơ sở dữ liệu và USAGE trên lược đồ phuluc và phuluc_jobs',
  },
  'database.53100': {
    en: 'the disk of the database is full; make room there',
    vi: 'đĩa của cơ sở dữ liệu đầy; dọn chỗ ở đó',
  },
  'database.25006': {
    en: 'the database takes no changes now (read-only); name the primary server',
    vi: 'cơ sở dữ liệu hiện không nhận thay đổi (chỉ đọc); nêu máy chủ chính',
  },
  'database.other': { en: '{text} ({code})', vi: 'máy chủ trả lời “{text}” ({code})' },
  'database.fault': { en: '{text}', vi: 'lỗi “{text}”' },
  'database.no-tables': {
    en: '{place} holds no tables of phuluc yet. Fill it with phuluc import <folder> --queue, or phuluc export --to postgres://….',
    vi: '{place} chưa có bảng của phuluc. Nạp bằng phuluc import <thư mục> --queue, hoặc phuluc export --to postgres://….',
  },
  'database.key-taken': {
    en: '{file}: its plan was not stored, as the plan of another document is called {key} in the database. Take that one away.',
    vi: '{file}: không lưu được kế hoạch, vì trong cơ sở dữ liệu kế hoạch của văn bản khác mang tên {key}. Hãy bỏ kế hoạch đó.',
  },
  'database.older': {
    en: '{place} holds tables of an older phuluc (version {theirs}, this one has {ours}). Take its results out with the phuluc that made them, then DROP SCHEMA {schema}, phuluc_jobs CASCADE and fill it again.',
    vi: '{place} có bảng của phuluc cũ hơn (phiên bản {theirs}, ở đây là {ours}). Lấy kết quả ra bằng phuluc đã tạo chúng, rồi DROP SCHEMA {schema}, phuluc_jobs CASCADE và nạp lại.',
  },
  'database.newer': {
    en: '{place} holds tables of a newer phuluc (version {theirs}, this one has {ours}). Update phuluc on this machine.',
    vi: '{place} có bảng của phuluc mới hơn (phiên bản {theirs}, ở đây là {ours}). Cập nhật phuluc trên máy này.',
  },
})
