import type { Translation } from './translation.js'

/** What the queue in a database says, and why a database does not take something. */
export const queueTexts: readonly Translation[] = [
  [
    '{} documents, {} of them new, are in {} as import {}.{}',
    '{1} văn bản, trong đó {2} mới, đã vào {3}, là lần nhập số {4}.{5}',
  ],
  [' {} files were left out.', ' Bỏ qua {1} tệp.'],
  [
    "{}: every worker that took it was lost. Look at the workers' machines, then phuluc queue retry.",
    '{1}: mọi tiến trình đọc nó đều mất. Xem lại các máy đọc, rồi chạy phuluc queue retry.',
  ],
  [
    'phuluc worker --queue reads them, phuluc queue status tells how far it is.',
    'phuluc worker --queue đọc chúng, phuluc queue status cho biết tiến độ.',
  ],
  ['the database {} at {}', 'cơ sở dữ liệu {1} tại {2}'],
  ['queue: say one of {}', 'queue: nêu một trong: {1}'],
  ['{} documents are tried again.', '{1} văn bản được thử lại.'],
  ['queue: say where the plans go with --out <dir>', 'queue: cho biết nơi ghi kế hoạch bằng --out <thư mục>'],
  ['queue: --import takes the number of an import', 'queue: --import nhận số của một lần nhập'],
  [
    '{} documents are not finished yet; wait for them with --wait.',
    '{1} văn bản chưa xong; đợi bằng --wait.',
  ],
  [
    '{} of {} documents imported, {} failed, {} skipped; plans and import-report.json are in {}',
    'Đã nhập {1} trên {2} văn bản, {3} không nhập được, {4} bỏ qua; kế hoạch và import-report.json ở {5}',
  ],
  [
    '{}: name the database with --queue postgres://… or in PHULUC_QUEUE',
    '{1}: nêu cơ sở dữ liệu bằng --queue postgres://… hoặc trong PHULUC_QUEUE',
  ],
  ['worker: --{} takes a whole number above 0', 'worker: --{1} nhận số nguyên lớn hơn 0'],
  [
    'Ending: no further documents are taken. Once more to leave those that are being read to others.',
    'Đang kết thúc: không nhận thêm văn bản. Bấm lần nữa để nhường những văn bản đang đọc cho máy khác.',
  ],
  ['{}: another worker has it now', '{1}: máy khác đang đọc'],
  ['{}, pages {}–{}', '{1}, trang {2}–{3}'],
  ['{} It is tried again until it answers.', '{1} Thử lại cho đến khi có trả lời.'],
  [
    'queue: nothing was put into this database yet; do so with phuluc import <folder> --queue',
    'queue: chưa có gì trong cơ sở dữ liệu này; dùng phuluc import <thư mục> --queue',
  ],
  [
    'queue: there is no import {}; phuluc queue status lists them',
    'queue: không có lần nhập số {1}; phuluc queue status liệt kê các lần nhập',
  ],
  ['{}: {} of {} documents finished ({} %)', '{1}: đã xong {2} trên {3} văn bản ({4} %)'],
  [
    'waiting {}, active {}, done {}, failed {}, dead {}; {} pages read',
    'chờ {1}, đang đọc {2}, xong {3}, không nhập được {4}, mất {5}; đã đọc {6} trang',
  ],
  [
    'long scans in parts: {} of {} parts are recognised',
    'bản quét dài chia phần: đã nhận dạng {1} trên {2} phần',
  ],
  [
    'last ten minutes: {} documents and {} pages a minute',
    'mười phút qua: {1} văn bản và {2} trang mỗi phút',
  ],
  [
    'last ten minutes: {} documents and {} pages a minute, about {} left',
    'mười phút qua: {1} văn bản và {2} trang mỗi phút, còn khoảng {3}',
  ],
  ['{} at {}, {} s', '{1} đang đọc {2}, {3} giây'],
  ['import {} of {}: {} of {} inputs', 'lần nhập {1} của {2}: {3} trên {4} văn bản'],
  [
    '{} documents wait for workers of another version of phuluc than this ({})',
    '{1} văn bản chờ phiên bản phuluc khác với phiên bản này ({2})',
  ],
  [
    'dead documents lost every worker that took them; phuluc queue retry tries again',
    'văn bản mất là văn bản làm hỏng mọi tiến trình đọc nó; phuluc queue retry thử lại',
  ],
  [
    'this is no address of a PostgreSQL database; write postgres://user:password@host:5432/database',
    'đây không phải địa chỉ cơ sở dữ liệu PostgreSQL; viết postgres://người-dùng:mật-khẩu@máy-chủ:5432/tên',
  ],
  [
    '{} cannot be reached: {}. Check the URL, and that PostgreSQL runs there.',
    'không kết nối được {1}: {2}. Kiểm tra địa chỉ và xem PostgreSQL có đang chạy không.',
  ],
  ['nothing answers there', 'không có trả lời'],
  ['the connection was cut', 'kết nối bị ngắt'],
  ['no such host is known', 'không có máy chủ này'],
  ['the host name cannot be looked up', 'không tra được tên máy chủ'],
  ['the host cannot be reached', 'không tới được máy chủ'],
  ['the network cannot be reached', 'không tới được mạng'],
  ['nothing answered in time', 'quá thời gian chờ trả lời'],
  ['there is no such socket', 'không có socket này'],
  [
    '{}: the server asks for a password. Put it into the URL, or into PGPASSWORD.',
    '{1}: máy chủ đòi mật khẩu. Ghi vào địa chỉ, hoặc vào PGPASSWORD.',
  ],
  [
    'the user name or the password is wrong; check both in the URL.',
    'sai tên người dùng hoặc mật khẩu; kiểm tra cả hai trong địa chỉ.',
  ],
  [
    'this user may not connect; check the user name and pg_hba.conf.',
    'người dùng này không được kết nối; kiểm tra tên và pg_hba.conf.',
  ],
  [
    'there is no such database; create it with createdb, or correct the URL.',
    'không có cơ sở dữ liệu này; tạo bằng createdb, hoặc sửa địa chỉ.',
  ],
  [
    'this user may not do that; grant it CREATE on the database and USAGE on the schemas phuluc and phuluc_jobs.',
    'người dùng này không có quyền đó; cấp CREATE trên cơ sở dữ liệu và USAGE trên lược đồ phuluc và phuluc_jobs.',
  ],
  ['the disk of the database is full; make room there.', 'đĩa của cơ sở dữ liệu đầy; dọn chỗ ở đó.'],
  [
    'the database takes no changes now (read-only); name the primary server.',
    'cơ sở dữ liệu hiện không nhận thay đổi (chỉ đọc); nêu máy chủ chính.',
  ],
  [
    '{} holds no tables of phuluc yet. Fill it with phuluc import <folder> --queue, or phuluc export --to postgres://….',
    '{1} chưa có bảng của phuluc. Nạp bằng phuluc import <thư mục> --queue, hoặc phuluc export --to postgres://….',
  ],
  [
    '{} holds tables of an older phuluc (version {}, this one has {}). Take its results out with the phuluc that made them, then DROP SCHEMA {}, phuluc_jobs CASCADE and fill it again.',
    '{1} có bảng của phuluc cũ hơn (phiên bản {2}, ở đây là {3}). Lấy kết quả ra bằng phuluc đã tạo chúng, rồi DROP SCHEMA {4}, phuluc_jobs CASCADE và nạp lại.',
  ],
  [
    '{} holds tables of a newer phuluc (version {}, this one has {}). Update phuluc on this machine.',
    '{1} có bảng của phuluc mới hơn (phiên bản {2}, ở đây là {3}). Cập nhật phuluc trên máy này.',
  ],
  ['{}: a long scan, to be recognised in {} parts', '{1}: bản quét dài, được nhận dạng thành {2} phần'],
  ['{}: could not be recognised', '{1}: không nhận dạng được'],
  ['{}: recognised', '{1}: đã nhận dạng'],
  ['{}: {} criteria, {} actions', '{1}: {2} tiêu chí, {3} nhiệm vụ'],
  ['{}: failed', '{1}: không nhập được'],
]
