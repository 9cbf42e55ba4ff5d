import { foldWords } from './letters.js'

const committee = /^(?:(?:pho\s+)?chu tich\s+)?(?:uy ban nhan dan|ubnd)(?![\p{L}\d])[\s:,-]*/u

/** Length of the people's committee, or its chair, at the start of a folded text; 0 where none stands there. */
export function committeeLength(folded: string): number {
  return committee.exec(folded)?.[0].length ?? 0
}

const organHead =
  /^(?:(?:(?:pho )?chu tich )?(?:uy ban|ubnd)|hoi dong nhan dan|hdnd|so|bo|ban|phong|van phong|thanh tra|cuc|tong cuc|chi cuc|trung tam|vien|truong|hoc vien|cong an|toa an|tinh uy|thanh uy|huyen uy|quan uy|thi uy|dang uy|doan|hoi|lien doan|mat tran|bao hiem xa hoi|kho bac|benh vien|dai|tong cong ty|cong ty|ngan hang|chinh phu|thu tuong)(?![\p{L}\d])/u

/** An issuing organ, or who signs for it, at the start of a text. */
export function startsOrgan(text: string): boolean {
  return organHead.test(foldWords(text))
}

const nationalBody =
  /^(?:bo(?! chi huy| tu lenh| doi)|chinh phu|thu tuong|van phong chinh phu|thanh tra chinh phu|uy ban dan toc|ngan hang nha nuoc|tong cuc|bao hiem xa hoi viet nam)(?![\p{L}\d])/u

/** A ministry or another body of the central government. */
export function isNational(text: string): boolean {
  return nationalBody.test(foldWords(text))
}

const markedOrgan = /(?<!của\s|\p{L})(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Sở|Bộ|Phòng)\s/giu
const bareOrgan = /(?<!cua\s|\p{L})(?:Uy ban nhan dan|UBND|So|Bo|Phong)\s/gu

/** Where the last organ that a clause names begins, in the clause's own letters; -1 where it names none. */
export function lastOrganStart(clause: string, isMarked: boolean): number {
  return [...clause.matchAll(isMarked ? markedOrgan : bareOrgan)].at(-1)?.index ?? -1
}

const headWords =
  /^(?:tổng cục|chi cục|cục|văn phòng|trung tâm|thanh tra|phòng|ban|sở|bộ|viện|trường|hội|đoàn|đài)(?=\s)/u

/** Length of the word for a kind of body at the start of a name in small letters: 'sở' in 'sở nội vụ'. */
export function bodyHeadLength(lower: string): number {
  return headWords.exec(lower)?.[0].length ?? 0
}
