import type { Translation } from './translation.js'

/** What becomes of documents: how an import goes, and why a file gives no plan. */
export const documentTexts: readonly Translation[] = [
  ['{} It is tried once more.', '{1} Thử lại một lần nữa.'],
  [
    'Stopped: {} documents are finished, {} are not. Run the same command with --resume to go on.',
    'Đã dừng: {1} văn bản đã xong, {2} chưa xong. Chạy lại lệnh này với --resume để tiếp tục.',
  ],
  ['{}/{} documents, {} pages; at {}', '{1}/{2} văn bản, {3} trang; đang đọc {4}'],
  [
    '{}/{} documents, {} pages, about {} left; at {}',
    '{1}/{2} văn bản, {3} trang, còn khoảng {4}; đang đọc {5}',
  ],
  ['{} min', '{1} phút'],
  ['{} s', '{1} giây'],
  ['✗ failed', '✗ không nhập được'],
  ['✗ {}', '✗ {1}'],
  ['skipped: the same bytes as {}', 'bỏ qua: nội dung giống hệt {1}'],
  ['{} criteria, {} actions, confidence {} → {}', '{1} tiêu chí, {2} nhiệm vụ, tin cậy {3} → {4}'],
  ['{}, needs review', '{1}, cần xem lại'],
  ['{}, finished before', '{1}, đã xong từ trước'],
  ['{}, needs review, finished before', '{1}, cần xem lại, đã xong từ trước'],
  ['look at: {}', 'lưu ý: {1}'],
  [
    'The file holds another plan: {}, {}. It has a plan file of its own.',
    'Trong tệp còn một kế hoạch khác: {1}, {2}. Kế hoạch đó có tệp riêng.',
  ],
  [
    'The file holds another document beside the plan: {}, {}. It is kept under "accompanying" and is no part of the plan.',
    'Trong tệp còn một văn bản khác: {1}, {2}. Văn bản này được giữ ở "accompanying", không tính vào kế hoạch.',
  ],
  ['page {}', 'trang {1}'],
  ['pages {} to {}', 'trang {1} đến {2}'],
  ['line {}', 'dòng {1}'],
  ['lines {} to {}', 'dòng {1} đến {2}'],
  ['another plan in it: {} criteria → {}', 'còn một kế hoạch trong tệp: {1} tiêu chí → {2}'],
  ['{} files were left out (import-report.json says why).', 'Bỏ qua {1} tệp (lý do ở import-report.json).'],
  ['No documents here.', 'Không có văn bản nào ở đây.'],
  ['No documents here. {}', 'Không có văn bản nào ở đây. {1}'],
  [
    '{} of {} documents imported, {} failed, {} skipped; {} criteria; {} need review.',
    'Đã nhập {1} trên {2} văn bản, {3} không nhập được, {4} bỏ qua; {5} tiêu chí; {6} cần xem lại.',
  ],
  ['Joined: {} with {}', 'Ghép: {1} với {2}'],
  [
    'Twin: {} is {} again; they disagree on {} of {} cells',
    'Trùng: {1} cũng là {2}; khác nhau ở {3} trên {4} ô',
  ],
  ['Left apart: {}. {}', 'Để riêng: {1}. {2}'],
  ['… and {} more in import-report.json', '… và {1} mục nữa trong import-report.json'],
  ['Pages: {}.', 'Số trang: {1}.'],
  ['Plans and import-report.json are in {}', 'Kế hoạch và import-report.json ở {1}'],
  ['{}: the file is empty.', '{1}: tệp rỗng. Xin lại một bản khác.'],
  [
    '{}: {} cannot be read. Give the plan as PDF, picture (PNG, JPEG, TIFF), DOCX, XLSX, text, Markdown or HTML.',
    '{1}: không đọc được loại {2}. Dùng PDF, ảnh (PNG, JPEG, TIFF), DOCX, XLSX, văn bản thuần, Markdown hoặc HTML.',
  ],
  [
    '{}: this is a binary file, not text. Give the document itself (text, Markdown or HTML).',
    '{1}: đây là tệp nhị phân, không phải văn bản. Dùng chính văn bản (văn bản thuần, Markdown hoặc HTML).',
  ],
  [
    '{}: a picture can only be read by recognition. Allow it with --ocr auto.',
    '{1}: ảnh chỉ đọc được bằng nhận dạng chữ. Cho phép bằng --ocr auto.',
  ],
  [
    '{}: the picture has {} × {} pixels, more than can be opened. Scan at 300 dpi, or make it smaller.',
    '{1}: ảnh có {2} × {3} điểm ảnh, quá lớn để mở. Quét ở 300 dpi, hoặc thu nhỏ ảnh.',
  ],
  [
    '{}: the picture has more pixels than can be opened. Scan at 300 dpi, or make it smaller.',
    '{1}: ảnh có quá nhiều điểm ảnh để mở. Quét ở 300 dpi, hoặc thu nhỏ ảnh.',
  ],
  [
    '{}: page {} of the picture is damaged or cut off and cannot be opened ({}). Get a whole copy or scan again.',
    '{1}: trang {2} của ảnh bị hỏng hoặc bị cắt, không mở được. Xin bản đầy đủ hoặc quét lại.',
  ],
  [
    '{}: {}the picture is damaged or cut off and cannot be opened ({}). Get a whole copy or scan again.',
    '{1}: ảnh bị hỏng hoặc bị cắt, không mở được. Xin bản đầy đủ hoặc quét lại.',
  ],
  ['{}: the document holds no text.', '{1}: văn bản không có chữ.'],
  [
    '{}: the document holds pictures of pages and no text. Save it as PDF, which can be recognised.',
    '{1}: văn bản chỉ có ảnh trang, không có chữ. Lưu thành PDF để nhận dạng.',
  ],
  [
    '{}: the Office file is damaged or cut short. Copy it again from its source, or open it in Word or Excel, which may mend it, and save it anew.',
    '{1}: tệp Office bị hỏng hoặc bị cắt. Sao chép lại từ nguồn, hoặc mở bằng Word hay Excel để sửa rồi lưu lại.',
  ],
  ['{}: this is {}. {}', '{1}: đây là {2}. {3}'],
  ['an OpenDocument file', 'tệp OpenDocument'],
  ['Save it as .docx or .xlsx.', 'Lưu thành .docx hoặc .xlsx.'],
  ['a PowerPoint presentation', 'bản trình chiếu PowerPoint'],
  ['Save it as PDF.', 'Lưu thành PDF.'],
  ['a ZIP archive without an Office document', 'tệp nén ZIP không chứa văn bản Office'],
  ['Unpack it and give the documents within.', 'Giải nén và nhập các văn bản bên trong.'],
  [
    '{}: the document is protected by a password. Open it in Word or Excel, remove the password and save it anew.',
    '{1}: văn bản có mật khẩu. Mở bằng Word hoặc Excel, bỏ mật khẩu rồi lưu lại.',
  ],
  [
    '{}: this is a Word document of the format before 2007 (.doc), which is read through LibreOffice. Install LibreOffice, or save the document as .docx.',
    '{1}: đây là văn bản Word định dạng trước 2007 (.doc), được đọc qua LibreOffice. Cài LibreOffice, hoặc lưu thành .docx.',
  ],
  [
    '{}: this is an Excel workbook of the format before 2007 (.xls). Save it as .xlsx.',
    '{1}: đây là bảng tính Excel định dạng trước 2007 (.xls). Lưu thành .xlsx.',
  ],
  [
    '{}: this kind of Office file cannot be read. Save the plan as .docx or PDF.',
    '{1}: không đọc được loại tệp Office này. Lưu thành .docx hoặc PDF.',
  ],
  [
    '{}: {}, above the limit of {}. Split the document, or raise the limit with --limit {}=N if it is what it should be.',
    '{1}: {2}, quá giới hạn {3}. Chia nhỏ văn bản, hoặc nếu đúng là như vậy, tăng giới hạn bằng --limit {4}=N.',
  ],
  ['the Office file has {} elements', 'tệp Office có {1} phần tử'],
  ['the workbook has {} sheets', 'sổ tính có {1} trang tính'],
  ['a part of the PDF unpacks to too many bytes', 'một phần của tệp PDF giải nén ra quá lớn'],
  ['the Office file has too many entries', 'tệp Office có quá nhiều thành phần'],
  ['the Office file unpacks to too many bytes', 'tệp Office giải nén ra quá lớn'],
  [
    'the PDF has {} pages, to be read by parts with --pages',
    'tệp PDF có {1} trang, cần đọc từng phần bằng --pages',
  ],
  ['the text has {} characters', 'văn bản có {1} ký tự'],
  ['line {} has {} characters', 'dòng {1} có {2} ký tự'],
  ['a text in line {} has {} characters', 'một đoạn ở dòng {1} có {2} ký tự'],
  ['a text has {} characters', 'một đoạn có {1} ký tự'],
  ['the tables have {} cells', 'các bảng có {1} ô'],
  ['the texts have {} characters', 'các đoạn có tổng cộng {1} ký tự'],
  ['{}: the workbook holds no text.', '{1}: bảng tính không có chữ.'],
  ['{}: the PDF has no pages.', '{1}: tệp PDF không có trang nào.'],
  [
    '{}: the password does not open this PDF. Give the right one with --password.',
    '{1}: mật khẩu không mở được tệp PDF này. Cho mật khẩu đúng bằng --password.',
  ],
  [
    '{}: the PDF is protected by a password. Give it with --password.',
    '{1}: tệp PDF có mật khẩu. Cho mật khẩu bằng --password.',
  ],
  [
    '{}: the PDF is damaged or cut off and cannot be opened ({}). Get a whole copy.',
    '{1}: tệp PDF bị hỏng hoặc bị cắt, không mở được. Xin bản đầy đủ.',
  ],
  ['{}: the file holds nothing but white space.', '{1}: tệp chỉ có khoảng trắng. Xin lại một bản khác.'],
  [
    '{}: this is a Word document of before 2007. Install LibreOffice (soffice), or save the document as DOCX.',
    '{1}: đây là văn bản Word trước 2007. Cài LibreOffice (soffice), hoặc lưu thành DOCX.',
  ],
  [
    '{}: LibreOffice could not convert this Word document. Open it in Word and save it as DOCX.',
    '{1}: LibreOffice không chuyển được văn bản Word này. Mở bằng Word và lưu thành DOCX.',
  ],
  [
    '{}: {} MiB is above the limit of {} MiB. Split the document or raise --max-bytes.',
    '{1}: {2} MiB vượt giới hạn {3} MiB. Chia nhỏ văn bản hoặc tăng --max-bytes.',
  ],
  [
    '{}: reading it failed ({}). This is a fault of phuluc; please report it with the file.',
    '{1}: đọc không thành công ({2}). Đây là lỗi của phuluc; xin báo lại kèm theo tệp.',
  ],
  [
    '{}: its plan could not be stored ({}). This is a fault of phuluc; please report it with the file.',
    '{1}: không lưu được kế hoạch ({2}). Đây là lỗi của phuluc; xin báo lại kèm theo tệp.',
  ],
  [
    '{}: it took longer than {} s. Raise --timeout, or import it by parts with --pages.',
    '{1}: đọc lâu hơn {2} giây. Tăng --timeout, hoặc nhập từng phần bằng --pages.',
  ],
  [
    '{}: it took more memory than {} MiB. Raise --max-memory, or import it by parts with --pages.',
    '{1}: dùng quá {2} MiB bộ nhớ. Tăng --max-memory, hoặc nhập từng phần bằng --pages.',
  ],
  [
    '{}: its worker ended unexpectedly; if it does so again, please report it with the file.',
    '{1}: tiến trình đọc kết thúc bất ngờ; nếu lặp lại, xin báo kèm theo tệp.',
  ],
  ['{} cannot be written: {}', 'không ghi được {1}: {2}'],
  ['it is not there any more.', 'không còn ở đó nữa.'],
  ['no folder can be made there; choose another.', 'không tạo được thư mục ở đó; chọn thư mục khác.'],
  ['access is not permitted; check its rights.', 'không được phép truy cập; kiểm tra quyền.'],
  ['the disk is full; make room and go on with --resume.', 'đĩa đầy; dọn chỗ rồi tiếp tục với --resume.'],
  ['the disk is full; make room and run the command again.', 'đĩa đầy; dọn chỗ rồi chạy lại lệnh.'],
  [
    'the quota of the disk is used up; make room and go on with --resume.',
    'đã hết hạn mức đĩa; dọn chỗ rồi tiếp tục với --resume.',
  ],
  [
    'the quota of the disk is used up; make room and run the command again.',
    'đã hết hạn mức đĩa; dọn chỗ rồi chạy lại lệnh.',
  ],
  [
    'larger files are not allowed here; allow them, or choose another folder, and go on with --resume.',
    'ở đây không được ghi tệp lớn hơn; nới giới hạn hoặc chọn thư mục khác rồi tiếp tục với --resume.',
  ],
  [
    'larger files are not allowed here; allow them, or choose another folder, and run the command again.',
    'ở đây không được ghi tệp lớn hơn; nới giới hạn hoặc chọn thư mục khác rồi chạy lại lệnh.',
  ],
  [
    'the disk does not work; look at the disk, or choose another.',
    'đĩa bị lỗi; kiểm tra đĩa hoặc chọn đĩa khác.',
  ],
  [
    'too many files are open; close other programs, or allow more with ulimit -n.',
    'mở quá nhiều tệp; đóng bớt chương trình hoặc nới giới hạn bằng ulimit -n.',
  ],
  ['standard output', 'đầu ra chuẩn'],
  ['it is a folder; move it away, or choose another place.', 'đó là thư mục; chuyển đi hoặc chọn chỗ khác.'],
  [
    'something else has its name; move it away, or choose another place.',
    'đã có thứ khác trùng tên; chuyển đi hoặc chọn chỗ khác.',
  ],
  ['the disk is read-only; choose another folder.', 'đĩa chỉ cho đọc; chọn thư mục khác.'],
  ['its name is too long for the disk.', 'tên quá dài đối với đĩa.'],
  ['a part of its path is a file.', 'một phần của đường dẫn là tệp.'],
]
