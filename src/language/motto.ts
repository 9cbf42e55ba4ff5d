const printed = /cong\s+hoa?\s+xa\s+hoi|doc\s+lap(?:\s*[-–]|\W+tu\s+do)/u
const misread =
  /\S?c[o0]ng\s+h\S{1,2}\s+x\S\s+h\S{1,2}(?:\s|$)|chu\s+nghia\s+viet\s+nam|nghia\s+viet\s+nam|\S?oc\s+lap\s*[-–—~.]/u
const state = /cong hoa? xa\s+hoi/u
const wholeName = /^cong\s+hoa\s+xa\s+hoi\s+chu\s+nghia\s+viet\s+nam/u

/** The state's name or its motto, anywhere in a folded text. */
export function isMotto(folded: string): boolean {
  return printed.test(folded)
}

/** The state's name in one line of a folded text. */
export function namesState(folded: string): boolean {
  return state.test(folded)
}

/** Where they begin in a folded letterhead, also as OCR misreads them; -1 where they do not stand. */
export function mottoStart(folded: string): number {
  return folded.search(misread)
}

/** The state's whole name at the start of a folded text. */
export function beginsWithState(folded: string): boolean {
  return wholeName.test(folded)
}
