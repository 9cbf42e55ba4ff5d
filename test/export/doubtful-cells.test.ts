import { describe, expect, it } from 'vitest'
import { importPlan, sourceOf } from '../../pipelines/plan/import-plan.js'
import { validatePlan } from '../../pipelines/validate-plan.js'
import type { Plan } from '../../schemas/plan.js'
import { doubtfulCells } from '../../src/export/index.js'
import { issueSentence } from '../../src/messages/index.js'

/** A plan whose scores are printed as given: the domain's maximum, then maximum and score of its two criteria. */
function planOf(domain: string, first: string, second: string): Promise<Plan> {
  const text = `ỦY BAN NHÂN DÂN

TỈNH THỬ NGHIỆM

Số: 901/KH-UBND

*Thử Nghiệm, ngày 10 tháng 01 năm 2024*

**KẾ HOẠCH**

**Nâng cao chỉ số cải cách hành chính (PAR INDEX) năm 2024**

I. MỤC ĐÍCH

Cải thiện điểm số của tỉnh.

**PHỤ LỤC 1**

Bảng điểm chỉ số cải cách hành chính

| STT | Tiêu chí | Điểm tối đa | Điểm đạt năm 2023 | Nhiệm vụ | Cơ quan chủ trì | Thời hạn |
|---|---|---|---|---|---|---|
| 1 | Công tác chỉ đạo điều hành | ${domain} | 2,5 | | | |
| 1.1 | Kế hoạch cải cách hành chính | ${first} | Ban hành kế hoạch đúng hạn | Sở Nội vụ | Quý I/2024 |
| 1.2 | Báo cáo định kỳ: quý và năm | ${second} | Gửi báo cáo đúng hạn | Sở Nội vụ | Ngày 45 tháng 13 |
`
  return importPlan(sourceOf('plan.md', new TextEncoder().encode(text))).then(({ value }) => value)
}

describe('a doubtful cell', () => {
  it('is the maximum where the maxima do not add up', async () => {
    const cells = doubtfulCells(await planOf('9,5', '1,5 | 1,5', '2 | 1'), 0.9)
    const [cell] = cells.filter(({ issues }) => issues.some(({ code }) => code === 'score-sum-mismatch'))
    expect(cell).toMatchObject({ criterion: 'pl1/1', action: null, field: 'maxScore', raw: '9,5' })
  })

  it('is the column in which a score cannot be read', async () => {
    const cells = doubtfulCells(await planOf('3,5', 'hai | 1,5', '2 | 1'), 0.9)
    const [cell] = cells.filter(({ issues }) => issues.some(({ code }) => code === 'score-unreadable'))
    expect(cell).toMatchObject({ criterion: 'pl1/1.1', field: 'maxScore', raw: 'hai' })
    expect(issueSentence(cell?.issues[0] as Plan['issues'][number], 'vi')).toContain('Cột “Điểm tối đa”')
  })

  it('is the subject of its issues', async () => {
    const cells = doubtfulCells(await planOf('9,5', 'hai | 1,5', '2 | 2,5'), 0.9)
    const told = cells.flatMap(({ criterion, action, field, issues }) =>
      issues.map(({ subject }) => [subject, { appendix: 'pl1', criterion, action, field }]),
    )
    expect(told.length).toBeGreaterThan(2)
    for (const [subject, cell] of told) expect(subject).toEqual(cell)
  })
})

describe('a plan file of schema 1.0', () => {
  it('is read, its issues without subject and details', async () => {
    const plan = await planOf('9,5', '1,5 | 1,5', '2 | 1')
    const issues = plan.issues.map(({ severity, code, message, at, target }) => ({
      ...{ severity, code, message, at, target },
    }))
    const read = validatePlan({ ...plan, schemaVersion: '1.0', issues }).value
    expect(read?.schemaVersion).toBe('1.1')
    expect(read?.issues.map(({ message, details }) => [message, details])).toEqual(
      plan.issues.map(({ message }) => [message, null]),
    )
  })
})
