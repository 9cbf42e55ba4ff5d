const dashes = '[-–—\\s]*'
const named = `${dashes}(?:page|trang|tr\\.)${dashes}\\d{1,4}`
const total = '(?:\\s*(?:\\/|of|trên)\\s*\\d{1,4})?'
const pageNumber = new RegExp(`^(?:${named}|${dashes}\\d{1,3})${total}${dashes}$`, 'iu')
const namedPageNumber = new RegExp(`^${named}${total}${dashes}$`, 'iu')

/** A line that is nothing but a page's number: '4', '- 4 -', 'Trang 4/12'. Four figures alone may be a year. */
export function isPageNumber(text: string): boolean {
  return pageNumber.test(text)
}

/** A page's number that says so, as in a cell where a bare number is a value: 'Trang 4', 'tr. 4'. */
export function isNamedPageNumber(text: string): boolean {
  return namedPageNumber.test(text)
}
