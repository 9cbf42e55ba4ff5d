// provisional
export function splitAgencies(text: string): { name: string; id: null }[] {
  return text.split(/[;\n]/u).map((part) => part.replace(/^[-\s]+|[.,;\s]+$/gu, '')).filter((name) => name !== '').map((name) => ({ name, id: null }))
}
