import { sentences } from '../sentences.js'

/** What the file system refuses, by its own codes. */
export const fileTexts = sentences({
  'place.fault': { en: '{place}: {reason}.', vi: '{place}: {reason}.' },
  'place.unwritten': {
    en: '{place} cannot be written: {reason}.',
    vi: 'không ghi được {place}: {reason}.',
  },
  'place.stdout': { en: 'standard output', vi: 'đầu ra chuẩn' },
  'system.no-folder': {
    en: 'no folder can be made there; choose another',
    vi: 'không tạo được thư mục ở đó; chọn thư mục khác',
  },
  'system.ENOENT': { en: 'it is not there any more', vi: 'không còn ở đó nữa' },
  'system.EACCES': {
    en: 'access is not permitted; check its rights',
    vi: 'không được phép truy cập; kiểm tra quyền',
  },
  'system.EROFS': {
    en: 'the disk is read-only; choose another folder',
    vi: 'đĩa chỉ cho đọc; chọn thư mục khác',
  },
  'system.ENAMETOOLONG': { en: 'its name is too long for the disk', vi: 'tên quá dài đối với đĩa' },
  'system.EISDIR': {
    en: 'it is a folder; move it away, or choose another place',
    vi: 'đó là thư mục; chuyển đi hoặc chọn chỗ khác',
  },
  'system.EEXIST': {
    en: 'something else has its name; move it away, or choose another place',
    vi: 'đã có thứ khác trùng tên; chuyển đi hoặc chọn chỗ khác',
  },
  'system.ENOTDIR': { en: 'a part of its path is a file', vi: 'một phần của đường dẫn là tệp' },
  'system.ELOOP': { en: 'it is a link; remove it', vi: 'đó là liên kết; hãy xóa đi' },
  'system.EIO': {
    en: 'the disk does not work; look at the disk, or choose another',
    vi: 'đĩa bị lỗi; kiểm tra đĩa hoặc chọn đĩa khác',
  },
  'system.EMFILE': {
    en: 'too many files are open; close other programs, or allow more with ulimit -n',
    vi: 'mở quá nhiều tệp; đóng bớt chương trình hoặc nới giới hạn bằng ulimit -n',
  },
  'system.ENOSPC': { en: 'the disk is full; make room and {again}', vi: 'đĩa đầy; dọn chỗ rồi {again}' },
  'system.EDQUOT': {
    en: 'the quota of the disk is used up; make room and {again}',
    vi: 'đã hết hạn mức đĩa; dọn chỗ rồi {again}',
  },
  'system.EFBIG': {
    en: 'larger files are not allowed here; allow them, or choose another folder, and {again}',
    vi: 'ở đây không được ghi tệp lớn hơn; nới giới hạn hoặc chọn thư mục khác rồi {again}',
  },
  'system.other': { en: 'the system reports {code}', vi: 'hệ thống báo lỗi {code}' },
  'again.resume': { en: 'go on with --resume', vi: 'tiếp tục với --resume' },
  'again.again': { en: 'run the command again', vi: 'chạy lại lệnh' },
})
