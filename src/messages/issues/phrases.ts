/** A row by its code, else by its name. */
export function nameOf({ code, criterion }: { code: string | null; criterion: string }): string {
  return code ?? criterion
}

/** '2 dấu, 1 từ': what was counted, without what there is none of. */
export function counted(kinds: [number, string][]): string {
  return kinds
    .filter(([count]) => count > 0)
    .map(([count, name]) => `${count} ${name}`)
    .join(', ')
}
