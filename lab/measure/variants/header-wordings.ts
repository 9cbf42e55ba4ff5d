import type { Role } from '../../../schemas/table.js'
import { foldWords } from '../../../src/language/letters.js'

/** How provinces head the same column; `{year}` stands for the year that the header names. */
const byRole: Partial<Record<Role, readonly string[]>> = {
  code: ['STT', 'TT', 'Số TT', 'Stt'],
  task: ['Nhiệm vụ cụ thể', 'Nội dung nhiệm vụ', 'Nhiệm vụ, giải pháp', 'Nội dung công việc', 'Nhiệm vụ'],
  requirement: ['Yêu cầu', 'Yêu cầu cần đạt', 'Yêu cầu, chỉ tiêu', 'Yêu cầu đạt được'],
  deadline: [
    ...['Thời gian', 'Thời gian thực hiện', 'Thời hạn hoàn thành', 'Thời gian hoàn thành'],
    ...['Thời hạn', 'Tiến độ thực hiện'],
  ],
  lead: [
    ...['Cơ quan chủ trì', 'Đơn vị chủ trì', 'Cơ quan, đơn vị chủ trì thực hiện', 'Chủ trì'],
    'Cơ quan, đơn vị chủ trì',
  ],
  coordinating: [
    ...['Cơ quan phối hợp', 'Đơn vị phối hợp', 'Cơ quan, đơn vị phối hợp', 'Phối hợp'],
    ...['Đơn vị phối hợp thực hiện', 'Cơ quan phối hợp/ thực hiện'],
  ],
  implementing: ['Đơn vị thực hiện', 'Cơ quan thực hiện', 'Cơ quan, đơn vị thực hiện'],
  deliverable: ['Sản phẩm đầu ra', 'Kết quả/Sản phẩm', 'Sản phẩm', 'Kết quả đầu ra', 'Sản phẩm hoàn thành'],
  note: ['Ghi chú'],
  maxScore: ['Điểm tối đa', 'Điểm chuẩn', 'Thang điểm'],
  achievedScore: ['Điểm năm {year}', 'Điểm đạt được năm {year}', 'Kết quả điểm năm {year}'],
  targetScore: ['Mục tiêu năm {year}', 'Điểm mục tiêu năm {year}', 'Điểm phấn đấu năm {year}'],
}

/** Columns that name rows say what the rows are, so only wordings of the same thing stand for each other. */
const families: readonly (readonly string[])[] = [
  [
    ...['Lĩnh vực/Tiêu chí/Tiêu chí thành phần', 'Lĩnh vực, tiêu chí, tiêu chí thành phần'],
    ...['Lĩnh vực, tiêu chí', 'Lĩnh vực/tiêu chí', 'Tiêu chí, tiêu chí thành phần', 'Tên tiêu chí'],
  ],
  [
    ...['Nội dung chỉ số/chỉ số thành phần', 'Chỉ số nội dung, chỉ số thành phần'],
    'Nội dung, nội dung thành phần',
  ],
  ['Nội dung thành phần', 'Chỉ số thành phần', 'Chỉ số nội dung thành phần'],
  ['Nhiệm vụ', 'Nội dung nhiệm vụ', 'Nhiệm vụ chung', 'Nhóm nhiệm vụ'],
  ['Hoạt động', 'Hoạt động cụ thể', 'Nội dung hoạt động'],
]

/** Other wordings for a header of that role; none where it is not known how else it could be worded. */
export function otherWordings(header: string, role: Role): string[] {
  const year = /\b(?:19|20)\d\d\b/u.exec(header)?.[0]
  const family = families.find((one) => one.some((wording) => foldWords(wording) === foldWords(header)))
  const general = role === 'name' ? undefined : byRole[role]
  const wordings = role === 'name' || (role === 'task' && family === families.at(-1)) ? family : general
  return (wordings ?? [])
    .filter((wording) => !wording.includes('{year}') || year !== undefined)
    .map((wording) => wording.replace('{year}', year ?? ''))
    .filter((wording) => foldWords(wording) !== foldWords(header))
}
