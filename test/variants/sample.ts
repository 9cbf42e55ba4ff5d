import { ExpectedPlan } from '../../schemas/evaluation/expectation.js'

const header = 'STT\tLĩnh vực, tiêu chí\tĐiểm tối đa\tNhiệm vụ\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian'
const bullets =
  '<ul> <li>- Rà soát các thủ tục đang áp dụng ở từng phòng chuyên môn, từng phường và xã trên địa bàn;</li> ' +
  '<li>- Công khai kết quả rà soát trên trang thông tin điện tử để người dân tra cứu.</li> </ul>'

/** An invented plan with a TAB-separated appendix over two pages, and a table in its body. */
export const tabSource = [
  'Số: 7/KH-UBND',
  'Sông Bạc, ngày 03 tháng 02 năm 2031',
  'KẾ HOẠCH',
  'Nâng cao chỉ số thành phố Sông Bạc năm 2031',
  'Tiêu chí\tNăm 2029\tNăm 2030',
  'PHỤ LỤC',
  '(Kèm theo Kế hoạch số 7/KH-UBND)',
  '',
  header,
  '1\t<b>CHỈ ĐẠO, ĐIỀU HÀNH</b>\t3\t\t\t\t',
  '1.1\tMức độ hoàn thành kế hoạch cải cách hành chính của từng phòng chuyên môn\t2\tXây dựng kế hoạch năm của ' +
    'thành phố SÔNG BẠC, trình phê duyệt trước khi năm bắt đầu và gửi đến các đơn vị\tPhòng Nội vụ\t' +
    'Các phòng chuyên môn; UBND các phường, xã\tQuý I/2031',
  `1.2\tRà soát thủ tục\t1\t${bullets}\tPhòng Tư pháp\tCác phòng chuyên môn\tThường xuyên`,
  '\t\t\tBáo cáo kết quả\tPhòng Tư pháp\t\tQuý IV/2031',
  '',
  '',
  header,
  '2\t<b>THỂ CHẾ</b>\t1\t\t\t\t',
  '2.1\tTheo dõi thi hành pháp luật\t1\tKiểm tra hai đợt\tPhòng Tư pháp\tUBND các phường, xã\tNăm 2031',
  '',
].join('\n')

/** An invented plan whose appendix is a pipe table with a header of two levels and a merged outer column. */
export const pipeSource = [
  '# KẾ HOẠCH',
  '',
  '## PHỤ LỤC 1',
  '',
  '| Nội dung | Nội dung thành phần | Chủ trì | Nhiệm vụ năm 2031 |  |  |',
  '|---|---|---|---|---|---|',
  '|  |  |  | Nhiệm vụ | Thời gian | Sản phẩm |',
  '| (1) | (2) | (3) | (4) | (5) | (6) |',
  '| 1. Tham gia của<br/>người dân | Tri thức công dân | Sở Thông tin | Tuyên truyền | Quý I | Bài viết |',
  '|  | Cơ hội tham gia | Sở Nội vụ | Hướng dẫn bầu cử | Quý II | Văn bản |',
  '',
  '| Nội dung | Nội dung | Chủ trì | Nhiệm vụ năm 2031 |  |  |',
  '|---|---|---|---|---|---|',
  '| 2. Công khai | Tiếp cận thông tin |  | Cập nhật \\| đăng tải | Quý III | Chuyên mục |',
  '',
].join('\n')

const columns = (...pairs: [string, string][]) => pairs.map(([heading, role]) => ({ header: heading, role }))
const agencies = (name: string) => ({ text: name, agencies: [{ name, id: null }] })
const action = {
  ...{ requirement: [], deliverable: [], note: [], deadline: null, coordinating: null, implementing: null },
  ...{ other: [], mergedFrom: [], lead: null },
}

function planOf(appendix: object): ExpectedPlan {
  return ExpectedPlan.parse({
    id: 'song-bac-7-kh-ubnd-2031',
    header: {
      ...{ issuer: null, level: 'district', province: null, number: '7/KH-UBND', documentType: 'Kế hoạch' },
      unit: { level: 'district', name: 'Sông Bạc', code: null },
      ...{
        place: 'Sông Bạc',
        issuedOn: '2031-02-03',
        title: null,
        planYears: [2031],
        signatory: null,
        recipients: [],
      },
    },
    ...{ outline: [], footnotes: [], citations: [], anomalies: [] },
    appendices: [{ kind: 'tasks', label: null, title: null, indices: [], attachedTo: null, ...appendix }],
  })
}

const bare = { kind: 'item', level: 1, parent: null, scores: null }

/** As much of the expectation of `tabSource` as the generator looks at, and a few rows. */
export const tabExpectation = planOf({
  id: 'pl1',
  columns: columns(
    ...([
      ['STT', 'code'],
      ['Lĩnh vực, tiêu chí', 'name'],
      ['Điểm tối đa', 'maxScore'],
    ] as [string, string][]),
    ...([
      ['Nhiệm vụ', 'task'],
      ['Cơ quan chủ trì', 'lead'],
      ['Cơ quan phối hợp', 'coordinating'],
    ] as [string, string][]),
    ['Thời gian', 'deadline'],
  ),
  criteria: [
    {
      ...{ ...bare, id: 'pl1/2.1', code: '2.1', codePrinted: '2.1', name: 'Theo dõi tại thành phố Sông Bạc' },
      actions: [
        {
          ...{ ...action, task: ['Kiểm tra hai đợt'], lead: agencies('Phòng Tư pháp') },
          ...{ coordinating: agencies('UBND các phường, xã'), deadline: { text: 'Năm 2031', items: [] } },
          ...{ other: [{ header: 'Nguồn kinh phí', text: ['Ngân sách'] }], mergedFrom: ['deadline', 'lead'] },
        },
        { ...action, task: [], deadline: { text: 'Quý IV', items: [] } },
      ],
    },
  ],
})

export const pipeExpectation = planOf({
  id: 'pl1',
  columns: columns(
    ...([
      ['Nội dung', 'name'],
      ['Nội dung thành phần', 'name'],
      ['Chủ trì', 'lead'],
    ] as [string, string][]),
    ...([
      ['Nhiệm vụ', 'task'],
      ['Thời gian', 'deadline'],
      ['Sản phẩm', 'deliverable'],
    ] as [string, string][]),
  ),
  criteria: [],
})
