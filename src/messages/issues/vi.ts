import type { Details } from '../../../schemas/details.js'
import type { IssueCode } from '../../../schemas/message.js'
import { fieldNames } from '../../language/field-names.js'
import type { Catalogue } from './catalogue.js'
import { counted, nameOf } from './phrases.js'
import { suspicionTexts } from './suspicions.js'

const names = fieldNames.vi

const letterhead = {
  none: 'phần đầu văn bản không in',
  blank: 'phần đầu văn bản để trống',
  part: 'phần đầu văn bản không có đủ ngày, tháng, năm',
}

const layerFaults = {
  'unknown-letters': 'ký tự không rõ là chữ gì: phông chữ không có bảng mã dùng được',
  'foreign-letters': 'ký tự là chữ của hệ chữ khác: phông chữ có bảng mã sai',
  stamp: 'chỉ có một đoạn chữ ngắn, có thể là con dấu, trên ảnh quét',
  'other-recognition': 'chữ dưới ảnh quét do chương trình khác nhận dạng và không phải tiếng Việt',
  scan: 'chỉ là ảnh quét',
  'no-text': 'không có chữ',
}

/** What issues say in Vietnamese: all that the English sentences say. */
export const vietnamese: Catalogue = {
  'header-field-missing': {
    'not-printed': ({ field }) => `${names[field]}: văn bản không in.`,
    'not-in-letterhead': ({ field }) => `${names[field]}: phần đầu văn bản không in.`,
    'not-below-type': ({ field }) => `${names[field]}: không tìm thấy dưới tên loại văn bản.`,
    'no-year': ({ field }) => `${names[field]}: cả trích yếu và nội dung đều không nêu năm nào.`,
    'years-in-text': ({ field }) => `${names[field]}: trích yếu không nêu; lấy theo nội dung.`,
    'no-signature': ({ field }) => `${names[field]}: văn bản không in phần ký.`,
    letterhead: ({ field, letterhead: has, fromCaption }) =>
      `${names[field]}: ${letterhead[has]}${fromCaption ? '; lấy theo dòng kèm theo của phụ lục' : ''}.`,
    'partly-blank': ({ field, printed }) => `${names[field]}: để trống một phần: “${printed}”.`,
    'named-nowhere': ({ field }) => `${names[field]}: không nơi nào trong văn bản nêu.`,
    'read-elsewhere': ({ field, from, printed }) =>
      `${names[field]}: phần đầu văn bản không nêu; lấy theo ${from === 'caption' ? 'dòng kèm theo của phụ lục' : 'nội dung'}: “${printed}”.`,
    'not-written-out': ({ field, printed }) =>
      `${names[field]}: không viết đầy đủ được chắc chắn “${printed}”.`,
    'no-unit': ({ field, printed }) =>
      `${names[field]}: “${printed}” không nêu đơn vị hành chính, nội dung cũng không.`,
    'several-units': ({ field, kind, name }) =>
      `${names[field]}: nhiều tỉnh có ${kind} ${name}, văn bản không cho biết là tỉnh nào.`,
    'unknown-unit': ({ field, kind, name, date }) =>
      `${names[field]}: danh mục hành chính ngày ${day(date)} không có ${kind} ${name}.`,
  },
  'number-mismatch': {
    number: ({ caption, plan }) => `Phụ lục ghi kèm theo văn bản số ${caption}; số của kế hoạch là ${plan}.`,
    date: ({ caption, plan }) =>
      `Phụ lục ghi kế hoạch ngày ${day(caption)}; ngày của kế hoạch là ${day(plan)}.`,
  },
  'date-implausible': {
    'far-from-years': ({ field, date, years }) =>
      `${names[field]}: ${day(date)} cách xa các năm của kế hoạch (${years.join(', ')}).`,
    impossible: ({ field, printed }) => `${names[field]}: không có ngày “${printed}”.`,
    'cited-impossible': ({ printed }) => `Viện dẫn “${printed}”: không có ngày như vậy.`,
    'cited-other-year': ({ printed, year }) =>
      `Viện dẫn “${printed}”: số là của năm ${year}, ngày thì không.`,
    'cited-later': ({ printed, issued }) =>
      `Viện dẫn “${printed}”: ngày sau ngày của chính kế hoạch (${day(issued)}).`,
    'dated-later': ({ type, number, date, issued }) =>
      `${type ?? 'Văn bản'} ${number} ghi ngày ${day(date)}, sau ngày của chính kế hoạch (${day(issued)}).`,
    'dated-long-before': ({ type, number, date, years }) =>
      `${type ?? 'Văn bản'} ${number} ghi ngày ${day(date)}, trước kế hoạch ${years} năm.`,
    'early-results': ({ year, published, text }) =>
      `Kết quả năm ${year} không thể công bố trong năm ${published}: “${text}”.`,
  },
  'code-gap': ({ from, to }) => `Số thứ tự nhảy từ ${from} đến ${to}, có thể thiếu dòng.`,
  'code-duplicate': ({ number }) => `Số thứ tự ${number} bị lặp.`,
  'code-out-of-order': ({ before, number }) => `Số thứ tự ${number} đứng sau ${before}.`,
  'score-sum-mismatch': { parts: partsDisagree, body: bodyDisagrees },
  'score-exceeds-max': ({ field, year, score, max }) =>
    `${scoreName(field, year)} ${figure(score)} cao hơn điểm tối đa ${figure(max)}.`,
  'score-unreadable': ({ header, printed }) =>
    `Cột “${header}”: “${printed}” không đọc được chắc chắn thành số.`,
  'total-mismatch': { parts: partsDisagree, body: bodyDisagrees },
  'count-mismatch': {
    rows: ({ appendix, printed, criteria }) =>
      `Các bảng của ${appendix} in ${printed} dòng có số thứ tự, ${criteria} dòng thành tiêu chí.`,
    tasks: ({ stated, appendix, rows }) => `Nội dung nêu ${stated} nhiệm vụ; ${appendix} có ${rows}.`,
    criteria: ({ stated, appendix, listed }) =>
      `Nội dung nêu ${stated.criteria ?? 'không rõ bao nhiêu'} tiêu chí${stated.components === null ? '' : `, ${stated.components} tiêu chí thành phần`}; ${appendix} có ${listed.criteria} và ${listed.components}.`,
    names: ({ stated, named, text }) => `Nội dung ghi ${stated} nhưng nêu tên ${named}: “${text}”.`,
  },
  'deadline-unparsed': ({ printed }) => `Không hiểu thời hạn “${printed}”.`,
  'deadline-outside-plan': {
    outside: ({ printed, end }) =>
      `Thời hạn “${printed}” (đến ${day(end)}) nằm ngoài thời gian của kế hoạch.`,
    late: ({ printed, end, lastYear }) =>
      `Thời hạn “${printed}” (đến ${day(end)}) kết thúc sau năm ${lastYear}, năm cuối của kế hoạch; hầu hết các thời hạn khác kết thúc trong năm đó.`,
  },
  'agency-unknown': ({ name }) =>
    `Danh mục không có cơ quan “${name}”, hoặc có thể là nhiều cơ quan; tên này không có mã.`,
  'agency-missing': {
    'no-lead': () => 'Nhiệm vụ này không nêu cơ quan chủ trì, dù bảng có cột chủ trì.',
    blank: ({ field }) => `Ô ${names[field]} để trống; hầu hết các dòng khác của bảng đều có cơ quan.`,
    undecided: ({ header }) =>
      `Cột “${header}” nêu cả cơ quan chủ trì và phối hợp; ở đây không phân biệt được, tất cả được ghi là chủ trì.`,
  },
  'bullets-unpaired': ({ tasks, beside }) =>
    `${tasks} nhiệm vụ đứng cạnh ${beside.map(({ field, count }) => `${count} ${names[field].toLocaleLowerCase('vi')}`).join(' và ')}: không rõ cái nào của cái nào.`,
  'table-join-uncertain': () =>
    'Dòng này được coi là phần tiếp của dòng trên chỗ ngắt trang; căn cứ chưa chắc.',
  'page-missing-suspected': () =>
    'Trang bắt đầu giữa câu mà không dòng nào ở trên mở đầu: có thể thiếu một trang.',
  'text-unplaced': {
    text: ({ text }) => `Đoạn chữ chưa xếp được vào đâu trong kế hoạch: “${text}”.`,
    'unread-table': () =>
      'Phụ lục có vẻ có một bảng mà các cột không phân biệt được; chữ của bảng nằm ở phần ghi chú. Nhập tệp PDF hoặc Word mà văn bản này được tạo ra từ đó.',
    'unread-body-table': ({ rows }) =>
      `Văn bản có vẻ có một bảng mà các cột không phân biệt được (tiêu đề cột và ${rows} dòng bắt đầu bằng số thứ tự); các dòng được giữ là nội dung của mục, không thành nhiệm vụ. Nhập tệp PDF hoặc Word mà văn bản này được tạo ra từ đó.`,
    'rows-without-header': ({ rows }) =>
      `Một bảng gồm ${rows} dòng có số thứ tự và tên cơ quan nhưng không có tiêu đề cột; các dòng được giữ là nội dung của mục, không thành nhiệm vụ.`,
    objects: ({ pictures, charts, embedded }) =>
      `Văn bản có ${counted([
        [pictures, 'ảnh lớn'],
        [charts, 'biểu đồ hoặc sơ đồ'],
        [embedded, 'tệp nhúng'],
      ])}; chữ trong đó, nếu có, chưa được đọc.`,
    'field-numbers': ({ count }) =>
      `${count} số thứ tự là trường do Word tự tính mà không lưu (AUTONUM, LISTNUM); các số này bị thiếu.`,
    'missing-notes': ({ count }) => `${count} chú thích được nhắc đến nhưng không có trong tệp.`,
    'undefined-lists': ({ count }) =>
      `${count} đoạn được đánh số theo danh sách mà tệp không định nghĩa; các số này bị thiếu.`,
    'unread-letters': ({ count }) => `${count} chữ của văn bản không đọc được.`,
    'hidden-sheet': ({ sheet }) =>
      `Trang tính “${sheet}” bị ẩn nên bỏ qua. Nếu thuộc kế hoạch, hiện trang tính đó trong Excel.`,
    'hidden-cells': ({ sheet, count }) =>
      `Trang tính “${sheet}” có ${count} dòng hoặc cột có chữ bị ẩn nên bỏ qua. Nếu thuộc kế hoạch, hiện chúng trong Excel.`,
    formulas: ({ sheet, count }) =>
      `Trang tính “${sheet}” có ${count} công thức không lưu kết quả; mở và lưu lại bằng Excel.`,
  },
  'ocr-low-confidence': {
    page: ({ doubtful, words }) =>
      `${doubtful} trên ${words} từ trong phần lời của trang này không nhận dạng được chắc chắn.`,
    row: ({ cells, percent, text }) =>
      `${cells} ô của dòng này không nhận dạng được chắc chắn; ô kém chắc nhất (${percent} %) đọc là “${text}”.`,
  },
  'repair-uncertain': ({ readings, more }) =>
    `Đọc không chắc: ${readings.map(reading).join('; ')}${more === 0 ? '' : `; và ${more} chỗ nữa`}.`,
  'encoding-converted': {
    document: ({ encoding }) => `Văn bản được chuyển từ bảng mã ${encoding}.`,
    letters: ({ words }) =>
      `Bản gốc viết bằng chữ của hệ chữ hoặc bảng mã khác; đọc thành chữ Latinh: ${words.map(({ from, to }) => `“${from}” → “${to}”`).join(', ')}.`,
  },
  'code-inferred': {
    'not-printed': ({ number }) =>
      `Ở đây không in số thứ tự; theo các dòng trên và dưới chỉ có thể là ${number}.`,
    misread: ({ printed, number }) =>
      `Số thứ tự nhận dạng là “${printed}”; theo các dòng trên và dưới chỉ có thể là ${number}.`,
  },
  'merged-cell-shift-suspected': {
    column: ({ header, field }) =>
      `Cột “${header}” được đọc là ${names[field]}, nhưng phần lớn các ô có vẻ là nội dung khác.`,
    'begins-inside': () => 'Ô này bắt đầu giữa câu: có vẻ thuộc một dòng ở trên không có trong bản gốc.',
    'lead-beside': ({ text, header, lead }) =>
      `“${text}” nằm ở cột “${header}” cạnh ô “${lead}” để trống: được đọc là cơ quan chủ trì của dòng này.`,
    'item-beside': ({ text, header, inner }) =>
      `“${text}” nằm ở cột “${header}” nhưng không có số thứ tự riêng: được đọc là mục của cột “${inner}”.`,
    'serves-both': ({ above, below }) =>
      `Nhiệm vụ nằm ở dòng ${nameOf(above)}, thời hạn và chủ trì chỉ có ở dòng ${nameOf(below)}: có thể là ô gộp chung cho cả hai dòng.`,
    'product-above': ({ product, above }) =>
      `Ở đây không in sản phẩm; “${product}”, sản phẩm cuối của dòng ${nameOf(above)}, có thể là của dòng này: có thể là một ô gộp chung.`,
    'mid-sentence': ({ text }) => `Nhiệm vụ bắt đầu giữa câu (“${text}”): có thể là phần cuối của dòng khác.`,
    'speaks-of-above': ({ name }) =>
      `Nhiệm vụ nói về “${name}”, tên ở dòng trên: có thể thuộc dòng cao hơn một bậc.`,
    'spoken-of-below': () =>
      'Nhiệm vụ ở dòng dưới nói về tên của dòng này, nhiệm vụ ở đây thì không: có thể thuộc dòng cao hơn một bậc.',
    'other-dimension': ({ name, under, own }) =>
      `“${name}” nằm dưới ${under.code} ${under.name}; trong PAPI đó là ${own.code} của ${own.domain} ${own.name}.`,
  },
  'suspected-misreading': ({ signal, count, of, examples }) =>
    `${suspicionTexts[signal].vi} (${count} trên ${of})${examples.map((text, index) => `${index === 0 ? ': ' : ', '}“${text}”`).join('')}.`,
  'suspected-typo': {
    words: ({ words, more }) =>
      `Có thể in sai, giữ như bản in: ${words.map(({ printed, likely }) => `“${printed}” (có thể là “${likely}”)`).join(', ')}${more ? ', …' : ''}.`,
    'dropped-word': ({ printed, elsewhere }) =>
      `Có thể thiếu một từ, giữ như bản in: “${printed}”; chỗ khác kế hoạch viết “${elsewhere}”.`,
    variant: ({ printed, elsewhere, times }) =>
      `Có thể in sai, giữ như bản in: “${printed}”; chỗ khác kế hoạch viết “${elsewhere}” (${times} lần).`,
    repeated: ({ text }) => `Các từ này bị lặp: “${text}”.`,
    'reversed-years': ({ text }) => `Các năm bị ngược: “${text}”.`,
    'broken-list': ({ text }) => `Danh sách có vẻ bị ngắt: “${text}”.`,
    'no-unit': ({ text }) => `“${text}” không có đơn vị; có thể thiếu dấu %.`,
    'odd-code': ({ printed }) =>
      `“${printed}” nằm ở cột số thứ tự nhưng không đọc được thành số; được đặt trước tên.`,
    'comma-code': ({ printed }) => `Số thứ tự in là “${printed}” với dấu phẩy, các số khác với dấu chấm.`,
    copied: ({ row }) =>
      `Nhiệm vụ giống từng chữ với dòng ${nameOf(row)} và không liên quan đến tên của dòng này: có thể là chép nhầm.`,
  },
  'tracked-changes': ({ insertions, deletions }) =>
    `Văn bản là bản thảo còn theo dõi chỉnh sửa; được đọc như đã chấp nhận tất cả (${insertions} chỗ thêm, ${deletions} chỗ xóa).`,
  'appendix-missing': ({ ordinal, appendices }) =>
    `Nội dung dẫn đến phụ lục ${ordinal}; tệp chỉ có ${appendices}.`,
  'no-appendix': () =>
    'Không tìm thấy phụ lục hay bảng nhiệm vụ nào. Nếu kế hoạch có, có thể nằm ở tệp riêng.',
  'appendix-alone': ({ number, issuedOn }) =>
    `Tệp chỉ có phụ lục của ${number ?? 'một kế hoạch không nêu số'}${issuedOn === null ? '' : ` ngày ${day(issuedOn)}`}, không có chính kế hoạch.`,
  'several-documents': {
    plan: (part) => `Trong tệp còn một kế hoạch khác: ${partOf(part)}. Kế hoạch đó có tệp riêng.`,
    accompanying: (part) =>
      `Trong tệp còn một văn bản khác: ${partOf(part)}. Văn bản này được giữ ở “accompanying”, không tính vào kế hoạch.`,
  },
  unreadable: {
    'other-language': () =>
      'Văn bản được nhận dạng bằng ngôn ngữ khác: mất chữ tiếng Việt, các cột của bảng bị trộn. Không nên tin những gì đọc được ở đây; nhận dạng lại bản quét bằng tiếng Việt.',
    'not-recognised': ({ page, reason }) => `Trang ${page} không nhận dạng được: “${reason}”.`,
    'no-text-layer': ({ page, fault, percent }) =>
      `Trang ${page} không có lớp chữ dùng được (${percent === null ? '' : `${percent} % `}${layerFaults[fault]}); cần nhận dạng.`,
  },
  damaged: {
    page: ({ page, reason }) => `Trang ${page} bị hỏng: “${reason}”.`,
    'cut-off': () => 'Tệp thiếu phần cuối; có thể thiếu trang.',
    shape: ({ path, problem }) => `${path === null ? '(toàn tệp)' : JSON.stringify(path)}: ${problem}`,
    'id-twice': ({ id }) => `${id}: mã bị dùng hai lần`,
    'id-prefix': ({ id, appendix }) => `${id}: mã không bắt đầu bằng ${appendix}/`,
    'no-parent': ({ id, parent }) => `${id}: mục cha ${parent} không đứng trước`,
    level: ({ id, level, parentLevel }) => `${id}: cấp ${level} không tiếp cấp ${parentLevel} của mục cha`,
    'shares-first': ({ id }) => `${id}: nhiệm vụ đầu tiên dùng chung ô với một nhiệm vụ đứng trước`,
    'issue-target': ({ id, code }) => `${id}: một lưu ý (${code}) chỉ đến mục này, nhưng kế hoạch không có`,
    'fact-criterion': ({ id }) => `${id}: một kết quả nêu điểm của mục này, nhưng kế hoạch không có`,
  },
}

type Mismatch = Details['score-sum-mismatch']

function partsDisagree({ field, year, printed, sum }: Extract<Mismatch, { what: 'parts' }>): string {
  return `${scoreName(field, year)}: in là ${figure(printed)}, tổng các mục con là ${figure(sum)}.`
}

function bodyDisagrees(details: Extract<Mismatch, { what: 'body' }>): string {
  const { field, text, stated, printed, name, row } = details
  return `Nội dung ghi “${text}”: ${names[field].toLocaleLowerCase('vi')} ${figure(stated)}; bảng ghi ${printed.map(figure).join('; ')} cho “${name ?? nameOf(row)}”.`
}

function scoreName(field: keyof typeof names, year: number | null): string {
  return `${names[field]}${year === null ? '' : ` năm ${year}`}`
}

function reading({ from, to, alternatives }: Details['repair-uncertain']['readings'][number]): string {
  const others = alternatives.map((other) => `“${other}”`).join(' hoặc ')
  const taken = from === to ? `giữ “${from}”` : `“${from}” đọc là “${to}”`
  return others === '' ? taken : `${taken}, có thể là ${others}`
}

function partOf({ type, number, stretch }: Details['several-documents']): string {
  const name = [type ?? 'một văn bản', number].filter((word) => word !== null).join(' ')
  const { from, to } = stretch
  const unit = stretch.unit === 'page' ? 'trang' : 'dòng'
  return `${name}, ${from === to ? `${unit} ${from}` : `${unit} ${from} đến ${to}`}`
}

/** 9,5 as Vietnamese writes it. */
function figure(value: number): string {
  return String(value).replace('.', ',')
}

/** 31/01/2024 for 2024-01-31. */
function day(iso: string): string {
  return iso.split('-').reverse().join('/')
}

const compare = 'So với bản gốc.'
const enter = 'Mở bản gốc và nhập giá trị đúng ở trang tính “Cần kiểm tra”.'
const another = 'Xin lại một bản khác của văn bản.'

/** What a reader can do about issues of a code. */
export const vietnameseRemedies: Record<IssueCode, string> = {
  'header-field-missing': compare,
  'number-mismatch': compare,
  'date-implausible': compare,
  'code-gap': 'Xem có dòng nào bị mất không.',
  'code-duplicate': compare,
  'code-out-of-order': compare,
  'score-sum-mismatch': 'Kiểm tra cột điểm của mục này.',
  'score-exceeds-max': 'Kiểm tra cột điểm của mục này.',
  'score-unreadable': enter,
  'total-mismatch': 'Kiểm tra cột điểm.',
  'count-mismatch': 'Xem có dòng nào bị mất không.',
  'deadline-unparsed': enter,
  'deadline-outside-plan': compare,
  'agency-unknown': 'Kiểm tra tên cơ quan.',
  'agency-missing': enter,
  'bullets-unpaired': 'Ghép lại từng nhiệm vụ.',
  'table-join-uncertain': compare,
  'page-missing-suspected': another,
  'text-unplaced': compare,
  'ocr-low-confidence': enter,
  'repair-uncertain': enter,
  'encoding-converted': '',
  'code-inferred': compare,
  'merged-cell-shift-suspected': compare,
  'suspected-misreading': compare,
  'suspected-typo': 'Giữ nguyên như bản in; sửa nếu cần.',
  'tracked-changes': 'Chấp nhận hoặc bỏ các chỉnh sửa rồi nhập lại.',
  'appendix-missing': 'Tìm tệp phụ lục và nhập cùng.',
  'appendix-alone': 'Nhập cùng thư mục với văn bản chính.',
  'several-documents': 'Nếu tệp chỉ có một văn bản, nhập lại với --separate.',
  'no-appendix': 'Tìm tệp phụ lục và nhập cùng.',
  unreadable: another,
  unsupported: 'Dùng PDF, DOCX, XLSX, ảnh, văn bản thuần, Markdown hoặc HTML.',
  encrypted: 'Cho mật khẩu bằng --password.',
  damaged: another,
  'too-large': 'Chia nhỏ tệp hoặc tăng giới hạn.',
  empty: another,
}

/** What issues of a code are called. */
export const vietnameseNames: Record<IssueCode, string> = {
  'header-field-missing': 'thiếu một phần thể thức',
  'number-mismatch': 'số hoặc ngày ở phụ lục khác với văn bản',
  'date-implausible': 'ngày tháng không hợp lý',
  'code-gap': 'số thứ tự bị nhảy',
  'code-duplicate': 'số thứ tự bị lặp',
  'code-out-of-order': 'số thứ tự không theo trình tự',
  'score-sum-mismatch': 'điểm của mục không bằng tổng điểm các mục con',
  'score-exceeds-max': 'điểm đạt cao hơn điểm tối đa',
  'score-unreadable': 'không đọc được điểm',
  'total-mismatch': 'tổng điểm không khớp',
  'count-mismatch': 'số tiêu chí nêu trong văn bản khác với số dòng của phụ lục',
  'deadline-unparsed': 'không hiểu thời hạn',
  'deadline-outside-plan': 'thời hạn nằm ngoài thời gian của kế hoạch',
  'agency-unknown': 'tên cơ quan không có trong danh mục hoặc có thể là nhiều cơ quan',
  'agency-missing': 'cột cơ quan chủ trì hoặc thực hiện của nhiệm vụ để trống',
  'bullets-unpaired': 'số nhiệm vụ khác với số thời hạn hoặc sản phẩm trong cùng một dòng',
  'table-join-uncertain': 'không chắc bảng có tiếp nối qua trang hay không',
  'page-missing-suspected': 'có thể thiếu một trang',
  'text-unplaced': 'có chữ trong phụ lục chưa xếp được vào ô nào',
  'ocr-low-confidence': 'máy nhận dạng chữ không chắc',
  'repair-uncertain': 'khôi phục dấu tiếng Việt không chắc',
  'encoding-converted': 'văn bản được chuyển từ bảng mã cũ',
  'code-inferred': 'số thứ tự không in ra',
  'merged-cell-shift-suspected': 'nội dung ô có thể bị lệch lên hoặc xuống một dòng',
  'suspected-misreading': 'có thể đọc sai',
  'suspected-typo': 'có thể là lỗi chính tả của bản gốc',
  'tracked-changes': 'văn bản còn theo dõi chỉnh sửa chưa chấp nhận',
  'appendix-missing': 'phụ lục được nhắc đến nhưng không có trong tệp',
  'appendix-alone': 'tệp chỉ có phụ lục',
  'several-documents': 'tệp có nhiều văn bản',
  'no-appendix': 'không tìm thấy phụ lục hay bảng nhiệm vụ',
  unreadable: 'không đọc được',
  unsupported: 'loại tệp này không đọc được',
  encrypted: 'tệp có mật khẩu',
  damaged: 'tệp hoặc trang bị hỏng',
  'too-large': 'tệp quá lớn',
  empty: 'tệp rỗng',
}
