import { importPlan, sourceOf } from '../../pipelines/plan/import-plan.js'
import type { Plan } from '../../schemas/plan.js'

/** A plan with nothing wrong in it, as a converter would write it: what is changed in it is what a test is about. */
export const soundPlan = `ỦY BAN NHÂN DÂN
TỈNH QUẢNG TRỊ
-------
Số: 45/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Quảng Trị, ngày 15 tháng 3 năm 2024

KẾ HOẠCH
Cải thiện Chỉ số cải cách hành chính (PAR INDEX) tỉnh Quảng Trị năm 2024

I. KẾT QUẢ NĂM 2023
Năm 2023, tỉnh đạt 9,5 điểm theo Quyết định số 876/QĐ-BNV ngày 10/11/2022 của Bộ Nội vụ.

II. MỤC TIÊU
Chỉ số cải cách hành chính năm 2024 đạt từ 90% trở lên.

III. TỔ CHỨC THỰC HIỆN
1. Sở Nội vụ theo dõi, tổng hợp, báo cáo UBND tỉnh trước ngày 15/12/2024.

Nơi nhận:
- Bộ Nội vụ;
- Lưu: VT, NC.
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Lê Thanh Bình

PHỤ LỤC
NHIỆM VỤ CẢI THIỆN CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2024
(Kèm theo Kế hoạch số 45/KH-UBND ngày 15/3/2024 của UBND tỉnh Quảng Trị)

| STT | Tiêu chí | Điểm tối đa | Điểm đạt năm 2023 | Nhiệm vụ | Thời gian hoàn thành | Cơ quan chủ trì | Cơ quan phối hợp | Sản phẩm |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
| 1 | CHỈ ĐẠO, ĐIỀU HÀNH | 5 | 4,5 | | | | | |
| 1.1 | Ban hành kế hoạch cải cách hành chính | 2 | 2 | Xây dựng và ban hành kế hoạch năm | Quý II/2024 | Sở Nội vụ | Các sở, ban, ngành | Kế hoạch |
| 1.2 | Kiểm tra công vụ | 2 | 1,5 | Tổ chức kiểm tra tại các đơn vị | Quý III/2024 | Sở Nội vụ | Thanh tra tỉnh | Kết luận kiểm tra |
| 1.3 | Tuyên truyền cải cách hành chính | 1 | 1 | Mở chuyên mục trên báo và đài | Trong năm 2024 | Sở Thông tin và Truyền thông | Báo Quảng Trị | Chuyên mục |
| 2 | THỦ TỤC HÀNH CHÍNH | 3 | 2,5 | | | | | |
| 2.1 | Công bố danh mục thủ tục | 1 | 1 | Trình công bố danh mục đúng hạn | Trước ngày 30/6/2024 | Văn phòng UBND tỉnh | Các sở, ban, ngành | Quyết định |
| 2.2 | Giải quyết hồ sơ đúng hạn | 1 | 0,5 | Chấn chỉnh việc tiếp nhận hồ sơ | Thường xuyên | Văn phòng UBND tỉnh | UBND cấp huyện | Báo cáo |
| 2.3 | Xin lỗi khi trễ hạn | 1 | 1 | Gửi thư xin lỗi đầy đủ | Thường xuyên | Sở Nội vụ | UBND cấp huyện | Thư xin lỗi |
| 3 | TÀI CHÍNH CÔNG | 3 | 2,5 | | | | | |
| 3.1 | Giải ngân vốn đầu tư | 1 | 0,5 | Đôn đốc tiến độ từng dự án | Quý IV/2024 | Sở Kế hoạch và Đầu tư | Kho bạc Nhà nước tỉnh | Báo cáo |
| 3.2 | Quản lý tài sản | 1 | 1 | Rà soát quy chế sử dụng tài sản | Quý IV/2024 | Sở Tài chính | Các sở, ban, ngành | Quy chế |
| 3.3 | Tự chủ của đơn vị sự nghiệp | 1 | 1 | Giao quyền tự chủ đợt mới | Quý IV/2024 | Sở Tài chính | Sở Nội vụ | Quyết định |
| | Tổng cộng | 11 | 9,5 | | | | | |
`

/** Imports the sound plan with one passage exchanged for another; the passage must be there. */
export async function planWithout(passage: string, other: string): Promise<Plan> {
  if (passage !== '' && !soundPlan.includes(passage)) throw new Error(`not in the plan: ${passage}`)
  const text = passage === '' ? soundPlan : soundPlan.replace(passage, other)
  return (await importPlan(sourceOf('ke-hoach.md', new TextEncoder().encode(text)))).value
}
