import { ExpectedPlan } from '../../schemas/evaluation/expectation.js'

const agencies = (...names: string[]) => ({
  text: names.join('; '),
  agencies: names.map((name) => ({ name, id: null })),
})

const blankAction = {
  ...{ task: [], requirement: [], deliverable: [], note: [], deadline: null, lead: null },
  ...{ coordinating: null, implementing: null, other: [], mergedFrom: [] },
}

const quarter = {
  text: 'Quý II/2031',
  items: [{ kind: 'within' as const, start: '2031-04-01', end: '2031-06-30', period: null }],
}

/** What a reader would transcribe from a small invented plan: a scored appendix and one of tasks. */
export function samplePlan(): ExpectedPlan {
  return ExpectedPlan.parse({
    id: 'song-bac-7-kh-ubnd-2031',
    header: {
      ...{ issuer: 'Ủy ban nhân dân thành phố Sông Bạc', level: 'district' },
      ...{
        province: { code: '99', name: 'Sông Bạc' },
        unit: { level: 'district', name: 'Sông Bạc', code: null },
      },
      ...{ number: '7/KH-UBND', documentType: 'Kế hoạch', place: 'Sông Bạc', issuedOn: '2031-02-03' },
      ...{ title: 'Nâng cao chỉ số năm 2031', planYears: [2031] },
      signatory: { name: 'Lê Thị Mẫu', position: 'CHỦ TỊCH', authority: 'TM. ỦY BAN NHÂN DÂN' },
      recipients: ['Sở Nội vụ', 'Lưu: VT'],
    },
    outline: [
      {
        ...{ label: 'I', title: 'MỤC ĐÍCH', paragraphs: ['Giữ vững kết quả.'] },
        children: [{ label: '1', title: 'Yêu cầu', paragraphs: [], children: [] }],
      },
    ],
    footnotes: [{ label: '1', text: 'Số liệu cuối năm.' }],
    citations: [
      { type: 'Nghị quyết', number: '76/NQ-CP', date: '2021-07-15' },
      { type: 'Quyết định', number: '5/QĐ-UBND', date: null },
    ],
    appendices: [scoredAppendix, taskAppendix],
    anomalies: [
      { code: 'score-sum-mismatch', target: 'pl1/1', note: 'Cộng các tiêu chí không khớp.' },
      { code: 'number-mismatch', target: null, note: 'Phụ lục ghi số khác.' },
    ],
  })
}

const scoredAppendix = {
  ...{ id: 'pl1', kind: 'scores', label: 'Phụ lục 1', title: 'CHỈ TIÊU', indices: ['PAR_INDEX'] },
  attachedTo: { number: '7/KH-UBND', date: '2031-02-03' },
  columns: [
    ...[
      { header: 'STT', role: 'code' },
      { header: 'Tiêu chí', role: 'name' },
    ],
    ...[
      { header: 'Điểm tối đa', role: 'maxScore' },
      { header: 'Điểm năm 2030', role: 'achievedScore' },
    ],
    ...[
      { header: 'Nhiệm vụ', role: 'task' },
      { header: 'Cơ quan chủ trì', role: 'lead' },
    ],
    { header: 'Cơ quan phối hợp', role: 'coordinating' },
  ],
  criteria: [
    {
      ...{ id: 'pl1/1', code: '1', codePrinted: '1.', kind: 'domain', level: 1, parent: null },
      ...{
        name: 'CHỈ ĐẠO',
        actions: [],
        scores: { max: 3, achieved: [{ year: 2030, value: 2.5 }], target: [] },
      },
    },
    {
      ...{ id: 'pl1/1.1', code: '1.1', codePrinted: '1.1', kind: 'item', level: 2, parent: 'pl1/1' },
      ...{ name: 'Lập kế hoạch', scores: { max: 2, achieved: [{ year: 2030, value: 2 }], target: [] } },
      actions: [
        {
          ...blankAction,
          task: ['Xây dựng kế hoạch trình phê duyệt;', 'Gửi các đơn vị thực hiện.'],
          lead: agencies('Phòng Nội vụ'),
          coordinating: agencies('Phòng Tư pháp', 'UBND các phường, xã'),
        },
      ],
    },
    {
      ...{ id: 'pl1/1.2', code: '1.2', codePrinted: '1.2', kind: 'item', level: 2, parent: 'pl1/1' },
      ...{ name: 'Báo cáo định kỳ', scores: { max: 1, achieved: [{ year: 2030, value: 0.5 }], target: [] } },
      actions: [{ ...blankAction, task: ['Gửi báo cáo đúng hạn'], lead: agencies('Phòng Nội vụ') }],
    },
  ],
}

const taskAppendix = {
  ...{ id: 'pl2', kind: 'tasks', label: 'Phụ lục 2', title: 'NHIỆM VỤ', indices: [], attachedTo: null },
  columns: [
    ...[
      { header: 'TT', role: 'code' },
      { header: 'Nhiệm vụ', role: 'name' },
      { header: 'Hoạt động', role: 'task' },
    ],
    ...[
      { header: 'Thời gian', role: 'deadline' },
      { header: 'Sản phẩm', role: 'deliverable' },
    ],
    { header: 'Nguồn kinh phí', role: 'other' },
  ],
  criteria: [
    {
      ...{ id: 'pl2/I', code: 'I', codePrinted: 'I', kind: 'domain', level: 1, parent: null },
      ...{ name: 'THỂ CHẾ', scores: null, actions: [] },
    },
    {
      ...{ id: 'pl2/I/1', code: '1', codePrinted: '1', kind: 'item', level: 2, parent: 'pl2/I' },
      ...{ name: 'Rà soát văn bản', scores: null },
      actions: [
        {
          ...blankAction,
          ...{ task: ['Lập danh mục'], deadline: quarter, deliverable: ['Danh mục'] },
          other: [{ header: 'Nguồn kinh phí', text: ['Ngân sách'] }],
        },
        { ...blankAction, task: ['Công bố danh mục'], deliverable: ['Quyết định'] },
      ],
    },
    {
      ...{ id: 'pl2/I/~1', code: null, codePrinted: null, kind: 'item', level: 2, parent: 'pl2/I' },
      ...{ name: 'Tuyên truyền trên loa truyền thanh', scores: null, actions: [] },
    },
    {
      ...{ id: 'pl2/I/~2', code: null, codePrinted: null, kind: 'item', level: 2, parent: 'pl2/I' },
      ...{ name: 'Họp tổng kết cuối năm', scores: null, actions: [] },
    },
  ],
}
