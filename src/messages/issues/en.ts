import type { Details } from '../../../schemas/details.js'
import type { IssueCode } from '../../../schemas/message.js'
import type { Catalogue } from './catalogue.js'
import { counted, nameOf } from './phrases.js'
import { suspicionTexts } from './suspicions.js'

const letterhead = {
  none: 'the letterhead prints none',
  blank: 'the letterhead leaves it blank',
  part: 'the letterhead has no whole date',
}

const layerFaults = {
  'unknown-letters': 'of the signs have no known letter: the fonts carry no usable character map',
  'foreign-letters': 'of the signs are letters of other scripts: the fonts carry a wrong character map',
  stamp: 'only a short text, a stamp perhaps, stands over a scan',
  'other-recognition': 'the text under the scan was recognised by another program and is not Vietnamese',
  scan: 'no text layer: a scan',
  'no-text': 'no text layer',
}

const scores: Partial<Record<string, string>> = {
  maxScore: 'Maximum score',
  achievedScore: 'Achieved score',
  targetScore: 'Target score',
}

/** What issues say in English; plan files keep these sentences whatever the language of the run is. */
export const english: Catalogue = {
  'header-field-missing': {
    'not-printed': ({ field }) => `${field}: not printed.`,
    'not-in-letterhead': ({ field }) => `${field}: not printed in the letterhead.`,
    'not-below-type': ({ field }) => `${field}: not found below the document type.`,
    'no-year': ({ field }) => `${field}: neither the title nor the text names a year.`,
    'years-in-text': ({ field }) => `${field}: the title names none; read from the text.`,
    'no-signature': ({ field }) => `${field}: no signature block is printed.`,
    letterhead: ({ field, letterhead: has, fromCaption }) =>
      `${field}: ${letterhead[has]}${fromCaption ? '; taken from the caption of an appendix' : ''}.`,
    'partly-blank': ({ field, printed }) => `${field}: a part of the date is blank: '${printed}'.`,
    'named-nowhere': ({ field }) => `${field}: named nowhere in the document.`,
    'read-elsewhere': ({ field, from, printed }) =>
      `${field}: the letterhead names none; read from ${from === 'caption' ? 'the caption of an appendix' : 'the text'}: '${printed}'.`,
    'not-written-out': ({ field, printed }) => `${field}: '${printed}' cannot be written out safely.`,
    'no-unit': ({ field, printed }) => `${field}: '${printed}' names no unit, nor does the text.`,
    'several-units': ({ field, kind, name }) =>
      `${field}: several provinces have a ${kind} ${name}, and nothing in the document says which.`,
    'unknown-unit': ({ field, kind, name, date }) => `${field}: the map of ${date} has no ${kind} ${name}.`,
  },
  'number-mismatch': {
    number: ({ caption, plan }) => `The caption belongs to number ${caption}; the plan's number is ${plan}.`,
    date: ({ caption, plan }) => `The caption dates the plan ${caption}; its date is ${plan}.`,
  },
  'date-implausible': {
    'far-from-years': ({ field, date, years }) =>
      `${field}: ${date} is far from the years that the plan is for (${years.join(', ')}).`,
    impossible: ({ field, printed }) => `${field}: '${printed}' is no possible date.`,
    'cited-impossible': ({ printed }) => `${printed} (cited): there is no such date.`,
    'cited-other-year': ({ printed, year }) =>
      `${printed} (cited): the number is of ${year}, the date is not.`,
    'cited-later': ({ printed, issued }) => `${printed} (cited): dated after the plan itself (${issued}).`,
    'dated-later': ({ type, number, date, issued }) =>
      `${type ?? 'Văn bản'} ${number} is dated ${date}, after the plan itself (${issued}).`,
    'dated-long-before': ({ type, number, date, years }) =>
      `${type ?? 'Văn bản'} ${number} is dated ${date}, ${years} years before the plan.`,
    'early-results': ({ year, published, text }) =>
      `Results of ${year} cannot have been published in ${published}: '${text}'.`,
  },
  'code-gap': ({ from, to }) => `From ${from} the numbering jumps to ${to}. Compare with the print.`,
  'code-duplicate': ({ number }) => `The number ${number} stands twice. Compare with the print.`,
  'code-out-of-order': ({ before, number }) =>
    `The number ${number} comes after ${before}. Compare with the print.`,
  'score-sum-mismatch': { parts: partsDisagree, body: bodyDisagrees },
  'score-exceeds-max': ({ score, max }) => `The score ${score} is above the maximum ${max}.`,
  'score-unreadable': ({ header, printed }) =>
    `Column "${header}": "${printed}" is no number that can be read for certain.`,
  'total-mismatch': { parts: partsDisagree, body: bodyDisagrees },
  'count-mismatch': {
    rows: ({ appendix, printed, criteria }) =>
      `The tables of ${appendix} print ${printed} numbered rows, ${criteria} became criteria.`,
    tasks: ({ stated, appendix, rows }) => `The body speaks of ${stated} tasks; ${appendix} has ${rows}.`,
    criteria: ({ stated, appendix, listed }) =>
      `The body states ${stated.criteria} criteria${stated.components === null ? '' : ` and ${stated.components} components`}; ${appendix} lists ${listed.criteria} and ${listed.components}.`,
    names: ({ stated, named, text }) => `The text says ${stated} and names ${named}: "${text}".`,
  },
  'deadline-unparsed': ({ printed }) => `The deadline "${printed}" was not understood.`,
  'deadline-outside-plan': {
    outside: ({ printed, end }) =>
      `The deadline "${printed}" (until ${end}) lies outside the time of the plan.`,
    late: ({ printed, end, lastYear }) =>
      `The deadline "${printed}" (until ${end}) ends after ${lastYear}, the plan's last year; nearly all others end within it.`,
  },
  'agency-unknown': ({ name }) =>
    `The registry knows no agency '${name}', or several that it could be; it has no id.`,
  'agency-missing': {
    'no-lead': () => 'This task names no lead agency, though the table has a column for it.',
    blank: ({ field }) => `No ${field} agency is named here; nearly every other row of the table names one.`,
    undecided: ({ header }) =>
      `The column "${header}" names those who lead and those who coordinate; here nothing tells them apart, all stand as lead.`,
  },
  'bullets-unpaired': ({ tasks, beside }) =>
    `${tasks} tasks stand beside ${beside.map(({ count }) => count).join(' and ')} deadlines or deliverables: which belongs to which is open.`,
  'table-join-uncertain': () =>
    'This row was taken for the rest of the row above the page break; the evidence is weak. Compare with the print.',
  'page-missing-suspected': () =>
    'The page begins in the middle of a sentence that no row above it began: a page of the source seems to be missing.',
  'text-unplaced': {
    text: ({ text }) => `This text found no place in the plan: "${text}".`,
    'unread-table': () =>
      'The appendix seems to hold a table whose columns could not be told apart; its text stands in the notes. Import the PDF or Word file that this text was made from.',
    'unread-body-table': ({ rows }) =>
      `The text seems to hold a table whose columns could not be told apart (a header, and ${rows} lines with a code first); its rows stand as text in the section, not as tasks. Import the PDF or Word file that this text was made from.`,
    'rows-without-header': ({ rows }) =>
      `A table of ${rows} numbered rows that name agencies has no header that says what its columns are; its rows stand as text in the section, not as tasks.`,
    objects: ({ pictures, charts, embedded }) =>
      `The document holds ${counted([
        [pictures, 'large pictures'],
        [charts, 'charts or diagrams'],
        [embedded, 'embedded files'],
      ])} whose text, if any, was not read.`,
    'field-numbers': ({ count }) =>
      `${count} numbers are fields that Word works out without storing them (AUTONUM, LISTNUM); they are missing.`,
    'missing-notes': ({ count }) => `${count} notes that the text refers to are not in the file.`,
    'undefined-lists': ({ count }) =>
      `${count} paragraphs are numbered by a list that the file does not define; their numbers are missing.`,
    'unread-letters': ({ count }) => `${count} letters of the document could not be read.`,
    'hidden-sheet': ({ sheet }) =>
      `The sheet "${sheet}" is hidden and was left out. Show it in Excel if it belongs to the plan.`,
    'hidden-cells': ({ sheet, count }) =>
      `In the sheet "${sheet}" ${count} rows or columns with text are hidden and was left out. Show it in Excel if it belongs to the plan.`,
    formulas: ({ sheet, count }) =>
      `In the sheet "${sheet}" ${count} formulas have no stored result; open and save the workbook in Excel.`,
  },
  'ocr-low-confidence': {
    page: ({ doubtful, words }) =>
      `${doubtful} of the ${words} words of this page's text could not be recognised surely.`,
    row: ({ cells, percent, text }) =>
      `${cells === 1 ? 'A cell' : `${cells} cells`} of this row could not be recognised surely; the least sure one (${percent} %) reads "${text}".`,
  },
  'repair-uncertain': ({ readings, more }) =>
    `Uncertain reading: ${readings.map(reading).join('; ')}${more === 0 ? '' : `; and ${more} more`}.`,
  'encoding-converted': {
    document: ({ encoding }) => `The text was converted from ${encoding}.`,
    letters: ({ words }) =>
      `The source writes this with letters of another script or encoding; read as Latin: ${words.map(({ from, to }) => `"${from}" → "${to}"`).join(', ')}.`,
  },
  'code-inferred': {
    'not-printed': ({ number }) =>
      `No number is printed here; the rows above and below leave only ${number}.`,
    misread: ({ printed, number }) =>
      `"${printed}" was recognised here; the rows above and below leave only ${number}.`,
  },
  'merged-cell-shift-suspected': {
    column: ({ header, field }) =>
      `The column "${header}" was read as ${field}, but most of its cells look like something else.`,
    'begins-inside': () =>
      'This cell begins in the middle of a sentence: it seems to belong to a row above that is not in the source.',
    'lead-beside': ({ text, header, lead }) =>
      `"${text}" stands in the column "${header}" beside an empty "${lead}": read as the lead of this row.`,
    'item-beside': ({ text, header, inner }) =>
      `"${text}" stands in the column "${header}" but has no number of its own: read as an item of the column "${inner}".`,
    'serves-both': ({ above, below }) =>
      `The task stands beside ${nameOf(above)}, time and lead only beside ${nameOf(below)}: probably merged cells that serve both rows.`,
    'product-above': ({ product, above }) =>
      `No product is printed here; "${product}", the last one of ${nameOf(above)}, may be this row's: probably one merged cell for both.`,
    'mid-sentence': ({ text }) =>
      `The task begins in the middle of a sentence ("${text}"): probably the end of another row's.`,
    'speaks-of-above': ({ name }) =>
      `The task speaks of "${name}", the name above it: it likely belongs one row higher.`,
    'spoken-of-below': () =>
      `The task below speaks of this row's name, this one does not: it likely belongs one row higher.`,
    'other-dimension': ({ name, under, own }) =>
      `'${name}' stands under ${under.code} ${under.name}; in PAPI it is ${own.code} of ${own.domain} ${own.name}.`,
  },
  'suspected-misreading': ({ signal, count, of, examples }) =>
    `${suspicionTexts[signal].en} (${count} of ${of})${examples.map((text, index) => `${index === 0 ? ': ' : ', '}"${text}"`).join('')}.`,
  'suspected-typo': {
    words: ({ words, more }) =>
      `Probably misprinted, kept as printed: ${words.map(({ printed, likely }) => `"${printed}" (probably "${likely}")`).join(', ')}${more ? ', …' : ''}.`,
    'dropped-word': ({ printed, elsewhere }) =>
      `A word may be missing, kept as printed: "${printed}"; elsewhere the plan has "${elsewhere}".`,
    variant: ({ printed, elsewhere, times }) =>
      `Probably misprinted, kept as printed: "${printed}"; elsewhere the plan has "${elsewhere}" (${times} times).`,
    repeated: ({ text }) => `These words stand twice: "${text}".`,
    'reversed-years': ({ text }) => `The years run backwards: "${text}".`,
    'broken-list': ({ text }) => `The list seems to break off: "${text}".`,
    'no-unit': ({ text }) => `"${text}" has no unit; probably the % sign is missing.`,
    'odd-code': ({ printed }) =>
      `"${printed}" stands in the column of numbers but is no number that can be read; it was put before the name.`,
    'comma-code': ({ printed }) => `The number is printed "${printed}" with a comma, all others with dots.`,
    copied: ({ row }) =>
      `The task is that of ${nameOf(row)}, word for word, and has nothing in common with this row's name: probably copied.`,
  },
  'tracked-changes': ({ insertions, deletions }) =>
    `The document is a draft with tracked changes; it was read as if all were accepted (${insertions} inserted, ${deletions} deleted).`,
  'appendix-missing': ({ ordinal, appendices }) =>
    `The body sends the reader to appendix ${ordinal}; the file holds ${appendices}.`,
  'no-appendix': () =>
    'No appendix and no task table was found. If the plan has one, it may stand in a file of its own.',
  'appendix-alone': ({ number, issuedOn }) =>
    `The file holds appendices of ${number ?? 'a plan whose number it does not name'}${issuedOn === null ? '' : ` of ${issuedOn}`} and not the plan itself.`,
  'several-documents': {
    plan: (part) => `The file holds another plan: ${partOf(part)}. It has a plan file of its own.`,
    accompanying: (part) =>
      `The file holds another document beside the plan: ${partOf(part)}. It is kept under "accompanying" and is no part of the plan.`,
  },
  unreadable: {
    'other-language': () =>
      'The text was recognised with the wrong language: the Vietnamese letters are lost and the columns of its tables are mixed. What is read here is not to be trusted; recognise the scan again in Vietnamese.',
    'not-recognised': ({ page, reason }) => `page ${page} could not be recognised: ${reason}`,
    'no-text-layer': ({ page, fault, percent }) =>
      `page ${page} has no usable text layer (${percent === null ? '' : `${percent} % `}${layerFaults[fault]}); it needs recognition`,
  },
  damaged: {
    page: ({ reason }) => `the page is damaged: ${reason}`,
    'cut-off': () => 'The end of the file is missing; pages may be lacking. Get a whole copy.',
    shape: ({ path, problem }) => `${path === null ? '(whole file)' : JSON.stringify(path)}: ${problem}`,
    'id-twice': ({ id }) => `${id}: the id is used twice`,
    'id-prefix': ({ id, appendix }) => `${id}: the id does not begin with ${appendix}/`,
    'no-parent': ({ id, parent }) => `${id}: its parent ${parent} does not stand before it`,
    level: ({ id, level, parentLevel }) =>
      `${id}: level ${level} does not follow its parent's ${parentLevel}`,
    'shares-first': ({ id }) => `${id}: its first action shares cells with an action before it`,
    'issue-target': ({ id, code }) => `${id}: an issue (${code}) is aimed at it, but it is not in the plan`,
    'fact-criterion': ({ id }) => `${id}: a fact states its score, but it is not in the plan`,
  },
}

type Mismatch = Details['score-sum-mismatch']

function partsDisagree({ field, year, printed, sum }: Extract<Mismatch, { what: 'parts' }>): string {
  return `${scores[field] ?? field}${year === null ? '' : ` ${year}`}: ${printed} is printed, the parts add up to ${sum}.`
}

function bodyDisagrees(details: Extract<Mismatch, { what: 'body' }>): string {
  const { field, text, stated, printed, name, row } = details
  const said = `${stated}${field === 'maxScore' ? ' as the maximum' : ''}`
  return `The body says '${text}': ${said}; the table has ${printed.join(', ')} for '${name ?? nameOf(row)}'.`
}

function reading({ from, to, alternatives }: Details['repair-uncertain']['readings'][number]): string {
  const others = alternatives.map((other) => `'${other}'`).join(' or ')
  const taken = from === to ? `'${from}' kept` : `'${from}' read as '${to}'`
  return others === '' ? taken : `${taken}, could be ${others}`
}

function partOf({ type, number, stretch }: Details['several-documents']): string {
  const name = [type ?? 'a document', number].filter((word) => word !== null).join(' ')
  const { unit, from, to } = stretch
  return `${name}, ${from === to ? `${unit} ${from}` : `${unit}s ${from} to ${to}`}`
}

const compare = 'Compare with the print.'
const enter = 'Open the source and type the right value into the sheet “To check” (“Cần kiểm tra”).'
const another = 'Get another copy of the document.'

/** What a reader can do about issues of a code. */
export const englishRemedies: Record<IssueCode, string> = {
  'header-field-missing': compare,
  'number-mismatch': compare,
  'date-implausible': compare,
  'code-gap': 'See whether a row was lost.',
  'code-duplicate': compare,
  'code-out-of-order': compare,
  'score-sum-mismatch': 'Check the score columns of this entry.',
  'score-exceeds-max': 'Check the score columns of this entry.',
  'score-unreadable': enter,
  'total-mismatch': 'Check the score columns.',
  'count-mismatch': 'See whether a row was lost.',
  'deadline-unparsed': enter,
  'deadline-outside-plan': compare,
  'agency-unknown': 'Check the name of the agency.',
  'agency-missing': enter,
  'bullets-unpaired': 'Pair them by hand.',
  'table-join-uncertain': compare,
  'page-missing-suspected': another,
  'text-unplaced': compare,
  'ocr-low-confidence': enter,
  'repair-uncertain': enter,
  'encoding-converted': '',
  'code-inferred': compare,
  'merged-cell-shift-suspected': compare,
  'suspected-misreading': compare,
  'suspected-typo': 'It stays as printed; correct it if need be.',
  'tracked-changes': 'Accept or reject them and import again.',
  'appendix-missing': 'Find its file and import it too.',
  'appendix-alone': 'Import it in one folder with the plan.',
  'several-documents': 'If the file is one document, import it again with --separate.',
  'no-appendix': 'Find its file and import it too.',
  unreadable: another,
  unsupported: 'Give it as PDF, DOCX, XLSX, image, plain text, Markdown or HTML.',
  encrypted: 'Give its password with --password.',
  damaged: another,
  'too-large': 'Split it or raise the limit.',
  empty: another,
}
