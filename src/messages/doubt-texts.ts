import { sentences } from '../sentences.js'

/** Why inputs that may belong together were left apart, and what would decide it. */
export const doubtTexts = sentences({
  'apart.captions-differ': {
    en: 'Its captions name different plans.',
    vi: 'Các dòng “kèm theo” trong tệp nêu những kế hoạch khác nhau.',
  },
  'needed.captions-differ': {
    en: 'The captions as they ought to be printed.',
    vi: 'Dòng “kèm theo” đúng như phải in.',
  },
  'apart.no-number-in-caption': {
    en: 'Its caption names no number.',
    vi: 'Dòng “kèm theo” không nêu số kế hoạch.',
  },
  'needed.no-number-in-caption': {
    en: 'The number and date of its plan, in the caption and in the plan.',
    vi: 'Số và ngày của kế hoạch, ở dòng “kèm theo” và ở kế hoạch.',
  },
  'apart.several-plans': {
    en: 'Several plans bear the number {number}.',
    vi: 'Nhiều kế hoạch cùng mang số {number}.',
  },
  'needed.several-plans': {
    en: 'Which of them it belongs to: import it in one folder with that one alone.',
    vi: 'Phụ lục thuộc kế hoạch nào: nhập cùng thư mục với riêng kế hoạch đó.',
  },
  'apart.appendix-there': {
    en: 'The plan has a "{appendix}" of its own.',
    vi: 'Kế hoạch đã có “{appendix}” của chính nó.',
  },
  'needed.appendix-there': { en: 'Which of the two holds.', vi: 'Bản nào trong hai bản là đúng.' },
  'apart.other-years': {
    en: 'It is about {years}, the plan about {planYears}.',
    vi: 'Phụ lục nói về {years}, kế hoạch nói về {planYears}.',
  },
  'needed.other-years': { en: 'The number in its caption.', vi: 'Số kế hoạch ở dòng “kèm theo”.' },
  'apart.plan-missing': {
    en: 'Its plan ({plan}) is not among the inputs.',
    vi: 'Kế hoạch của nó ({plan}) không có trong các tệp đầu vào.',
  },
  'needed.plan-missing': { en: 'The plan, in one folder with it.', vi: 'Kế hoạch, đặt cùng thư mục với nó.' },
  'apart.other-plans': {
    en: 'Its caption names {name}; {plans}.',
    vi: 'Dòng “kèm theo” nêu {name}; {plans}.',
  },
  'needed.other-plans': {
    en: 'Number and date as they were signed, the same in the plan and in the caption.',
    vi: 'Số và ngày đúng như khi ký, giống nhau ở kế hoạch và ở dòng “kèm theo”.',
  },
  'apart.plan-is': { en: '{file} is {name}', vi: '{file} là {name}' },
  'apart.number-of-date': { en: '{number} of {date}', vi: '{number} ngày {date}' },
  'apart.name': { en: '{number} of {date} of {issuer}', vi: '{number} ngày {date} của {issuer}' },
  'apart.no-number': { en: 'no number', vi: '(không số)' },
  'apart.no-date': { en: 'no date', vi: '(không rõ)' },
  'apart.no-issuer': { en: 'no issuer', vi: '(không rõ cơ quan)' },
  'apart.rivals': {
    en: 'Several files claim to be the same appendix of the plan.',
    vi: 'Nhiều tệp cùng nhận là một phụ lục của kế hoạch.',
  },
  'needed.rivals': { en: 'Which of them holds.', vi: 'Tệp nào là đúng.' },
  'apart.alike': {
    en: 'They share {share} % of their wording; {number}, {date}.',
    vi: 'Hai tệp trùng nhau {share} % câu chữ; {number}, {date}.',
  },
  'apart.number-same': { en: 'the number is the same', vi: 'số giống nhau' },
  'apart.number-open': { en: 'the number is missing on one side', vi: 'một bên thiếu số' },
  'apart.number-different': { en: 'the number differs', vi: 'số khác nhau' },
  'apart.date-same': { en: 'the date is the same', vi: 'ngày giống nhau' },
  'apart.date-open': { en: 'the date is missing on one side', vi: 'một bên thiếu ngày' },
  'apart.date-different': { en: 'the date differs', vi: 'ngày khác nhau' },
  'needed.version': {
    en: 'Whether they are two versions of one document, and which one holds; leave the other out.',
    vi: 'Có phải hai bản của một văn bản không, và bản nào là đúng; bỏ bản kia ra.',
  },
  'needed.signed': {
    en: 'The number and date of both as they were signed; if they are one document, leave one out.',
    vi: 'Số và ngày của cả hai đúng như khi ký; nếu là một văn bản thì bỏ một tệp ra.',
  },
})
