import type { Random } from '../random.js'

/** Pieces that the readers of text look for, and such as they do not expect. */
const pieces = [
  ...[
    '|',
    '||',
    '\t',
    '|---|---|',
    '\n\n',
    '\f',
    '\r',
    '\u0000',
    '\ufeff',
    '\u200b',
    '\u2028',
    '\u00a0',
    '\ufffd',
  ],
  ...[
    '<table>',
    '</table>',
    '<tr>',
    '<td>',
    '<td rowspan="9999">',
    '<td colspan="-1">',
    '</td>',
    '<br>',
    '<ul><li>',
  ],
  ...[
    '<!--',
    '-->',
    '<script>',
    '&#x110000;',
    '&amp;amp;',
    '[^1]',
    '[^1]: ',
    '```',
    '**',
    '> ',
    '    - ',
    '# ',
  ],
  ...[
    'PHỤ LỤC',
    'PHỤ LỤC 1',
    '(Kèm theo Kế hoạch số 1/KH-UBND ngày 32/13/2023)',
    'STT',
    'Nhiệm vụ',
    'Cơ quan chủ trì',
  ],
  ...[
    '1.',
    '1.1.1.1.1.1',
    'I',
    'a)',
    'XXXXVIIII',
    '99999999999999999999',
    '-1',
    '1,5',
    'Quý V/2023',
    'ngày 00/00/0000',
  ],
  ...[
    'Nơi nhận:',
    'KẾ HOẠCH',
    'UBND',
    'và',
    ';',
    ',',
    ':',
    '- ',
    '…',
    '“',
    '\u0301\u0302\u0309',
    'e\u0323\u0302',
    'топ',
    '\ud83d\ude00',
  ],
]
const repeats = [' ', '.', '|', '-', '\n', '\t', 'a ', '1.', 'ạ', '; ', '<b>', '> ', 'Sở Nội vụ, ', '\n| 1 |']

/** One to five changes of a text's lines, cells and words, as editors, converters and enemies make them. */
export function mutateText(text: string, other: string, random: Random): string {
  let changed = text
  for (let count = random.pick([1, 1, 2, 5]); count > 0; count--)
    changed = random.pick(changes)(changed, other, random)
  return changed
}

type TextChange = (text: string, other: string, random: Random) => string

const insertPiece: TextChange = (text, _, random) => {
  const at = random.integer(0, text.length)
  return text.slice(0, at) + random.pick(pieces) + text.slice(at)
}

const insertRun: TextChange = (text, _, random) => {
  const at = random.integer(0, text.length)
  return text.slice(0, at) + random.pick(repeats).repeat(random.pick([10, 100, 1000, 5000])) + text.slice(at)
}

const dropStretch: TextChange = (text, _, random) => {
  const at = random.integer(0, text.length)
  return text.slice(0, at) + text.slice(at + random.integer(0, random.pick([1, 10, 200, text.length])))
}

const changeLines: TextChange = (text, other, random) => {
  const lines = text.split('\n')
  const at = random.integer(0, lines.length)
  const some = lines.slice(at, at + random.pick([1, 1, 3, 20]))
  const kind = random.pick(['drop', 'double', 'repeat', 'move', 'foreign', 'join', 'indent'])
  if (kind === 'drop') lines.splice(at, some.length)
  else if (kind === 'double') lines.splice(at, 0, ...some)
  else if (kind === 'repeat')
    for (let count = random.pick([5, 50]); count > 0; count--) lines.splice(at, 0, ...some)
  else if (kind === 'move') {
    lines.splice(at, some.length)
    lines.splice(random.integer(0, lines.length), 0, ...some)
  } else if (kind === 'foreign') lines.splice(at, 0, ...random.shuffle(other.split('\n')).slice(0, 5))
  else if (kind === 'join') lines.splice(at, some.length, some.join(' '))
  else
    lines.splice(at, some.length, ...some.map((line) => random.pick(['    ', '\t', '> ', '- ', '| ']) + line))
  return lines.join('\n')
}

const changeCells: TextChange = (text, _, random) => {
  const mark = random.pick(['|', '\t', '<td', '<br>', ';', '\n'])
  const cells = text.split(mark)
  if (cells.length < 3) return text
  const at = random.integer(0, cells.length - 2)
  const kind = random.pick(['drop', 'double', 'swap', 'blank', 'merge'])
  if (kind === 'drop') cells.splice(at, 1)
  else if (kind === 'double') cells.splice(at, 0, cells[at] ?? '')
  else if (kind === 'swap') cells.splice(at, 2, cells[at + 1] ?? '', cells[at] ?? '')
  else if (kind === 'blank') cells[at] = ' '
  else cells.splice(at, 2, `${cells[at]}${cells[at + 1]}`)
  return cells.join(mark)
}

const changeFigures: TextChange = (text, _, random) =>
  text.replace(/\d+/gu, (figures) =>
    random.chance(0.95)
      ? figures
      : random.pick(['0', '-1', '1e9', '2147483648', '9'.repeat(30), '1.2.3', '٣', '']),
  )

const changeForm: TextChange = (text, _, random) =>
  random.pick([
    text.normalize('NFD'),
    text.replaceAll('\n', '\r\n'),
    text.toUpperCase(),
    text.toLowerCase(),
    text.replaceAll('\n', ' '),
    text.replaceAll(' ', '\u00a0'),
    text.replace(/[ạảãâăơưđ]/gu, '\ufffd'),
  ])

const splice: TextChange = (text, other, random) =>
  text.slice(0, random.integer(0, text.length)) + other.slice(random.integer(0, other.length))

const changes = [
  ...[insertPiece, insertPiece, insertPiece, insertRun, dropStretch, dropStretch, changeLines, changeLines],
  ...[changeCells, changeCells, changeFigures, changeForm, splice],
]
