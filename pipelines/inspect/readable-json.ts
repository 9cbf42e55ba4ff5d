const width = 180

/** JSON for reading: what fits on a line stands on one. */
export function readableJson(value: unknown): string {
  return `${printed(JSON.parse(JSON.stringify(value)), '', width)}\n`
}

function printed(value: unknown, indent: string, room: number): string {
  const line = onLine(value)
  if (line.length <= room - indent.length || value === null || typeof value !== 'object') return line
  const inner = `${indent}  `
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  const entries = Array.isArray(value)
    ? value.map((entry) => printed(entry, inner, room))
    : Object.entries(value).map(([key, entry]) => {
        const name = `${JSON.stringify(key)}: `
        return name + printed(entry, inner, room - name.length)
      })
  return `${open}\n${entries.map((entry) => inner + entry).join(',\n')}\n${indent}${close}`
}

function onLine(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(onLine).join(', ')}]`
  const entries = Object.entries(value).map(([key, entry]) => `${JSON.stringify(key)}: ${onLine(entry)}`)
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`
}
