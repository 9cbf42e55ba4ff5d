import { fold } from './letters.js'

const head =
  /^(?:[-–+•*]\s*)?(?:cac |mot so )?(?:so|ban|bo|ubnd|uy ban|hdnd|hoi dong|van phong|vp|phong|thanh tra|cong an|dai|bao|cuc|chi cuc|kho bac|bao hiem|trung tam|vien|truong|hoi|mat tran|ubmttq|doan|lien doan|buu dien|toa an|bqL|to|co quan|don vi|thon|ca nhan|thu truong|chu tich|giam doc)\b/u

export function looksLikeAgency(text: string): boolean {
  return text.length < 200 && head.test(fold(text))
}
