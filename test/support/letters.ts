/** A submission as offices hand their drafts in, the letterhead in a table of two columns. Made up. */
export const submission = `| UBND TỈNH HÒA LẠC<br>**SỞ NỘI VỤ** | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**<br>**Độc lập - Tự do - Hạnh phúc** |
|---|---|
| Số: 245/TTr-SNV | *Hòa Lạc, ngày 06 tháng 3 năm 2023* |

**TỜ TRÌNH**

**Về việc ban hành Kế hoạch nâng cao các chỉ số**

Kính gửi: Ủy ban nhân dân tỉnh.

Thực hiện Chương trình công tác năm 2023, Sở Nội vụ đã xây dựng dự thảo Kế hoạch, lấy ý kiến 21 cơ quan tại Công văn số 198/SNV-CCHC ngày 20/02/2023 và đã tiếp thu.

Sở Nội vụ kính trình Ủy ban nhân dân tỉnh xem xét, ban hành./.

| Nơi nhận:<br>- Như trên;<br>- Lưu: VT. | GIÁM ĐỐC<br><br>**Hoàng Thị Hiên** |
|---|---|

`

/** An official letter as plain text keeps it: columns parted by blanks, a subject and no type. Made up. */
export const officialLetter = `     UBND HUYỆN BÌNH THUẬN                       CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
         PHÒNG NỘI VỤ                                Độc lập - Tự do - Hạnh phúc

       Số: 57/PNV-CCHC                           Bình Thuận, ngày 09 tháng 01 năm 2023
   V/v gửi Kế hoạch để thực hiện

              Kính gửi: Ủy ban nhân dân các xã, thị trấn.

   Phòng Nội vụ gửi Kế hoạch kèm theo để các đơn vị triển khai thực hiện và báo cáo kết quả trước ngày 15 hàng tháng./.

   Nơi nhận:                                     TRƯỞNG PHÒNG
   - Như trên;
   - Lưu: VT.                                    NGUYỄN VĂN LỢI

`

/** A letter line by line, as text that was copied out of a PDF has it. Made up. */
export const plainLetter = `ỦY BAN NHÂN DÂN
THÀNH PHỐ TÂN HƯNG
Số: 1204/UBND-NC
V/v trình dự thảo Kế hoạch
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Tân Hưng, ngày 11 tháng 12 năm 2022

Kính gửi: Sở Nội vụ tỉnh

Ủy ban nhân dân thành phố gửi dự thảo Kế hoạch và phụ lục kèm theo, kính đề nghị Sở Nội vụ cho ý kiến.

Nơi nhận:
- Như trên;
- Lưu: VT, NV.
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Trần Thị Mai

`

/** A report to be filled in, as appendices hold them. Made up. */
export const formWithLetterhead = `
**Mẫu số 02**

| TÊN CƠ QUAN<br>**TÊN ĐƠN VỊ** | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**<br>**Độc lập - Tự do - Hạnh phúc** |
|---|---|
| Số:     /BC-… | *…, ngày … tháng … năm …* |

**BÁO CÁO**

**Kết quả thực hiện Kế hoạch**

I. KẾT QUẢ

II. KIẾN NGHỊ

| Nơi nhận:<br>- … | THỦ TRƯỞNG ĐƠN VỊ |
|---|---|
`
