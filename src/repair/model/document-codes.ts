import type { LanguageModel } from '../../language/model/language-model.js'
import { inCaseOf } from '../../language/plain.js'

/** A document code with the marks of its parts: '61/2018/ND-CP' → '61/2018/NĐ-CP'. */
export function codeWithMarks(code: string, model: LanguageModel): string {
  return code.replace(/\p{L}+/gu, (part) => {
    const form = model.codeParts.get(part.toLowerCase())
    return form === undefined ? part : inCaseOf(part, form)
  })
}
