import { z } from 'zod'

/** The 128 bits of the checksum in a key, and which of the file's plans it is; keys of before had 32 bits. */
const keyPattern = '[a-z0-9][a-z0-9-]{0,199}-(?:[0-9a-f]{32}(?:-[1-9][0-9]{0,5})?|[0-9a-f]{8})'

/** How a plan is called in file names, tables, workbooks and a database, whoever wrote it there. */
export const PlanKey = z.string().regex(new RegExp(`^${keyPattern}$`))

/** The name of a plan file: of a file of its folder, never a path. */
export const PlanFileName = z.string().regex(new RegExp(`^${keyPattern}\\.plan\\.json$`))

/** Where a plan is kept that is not shown by itself. */
export const OwnPlanName = z.string().regex(new RegExp(`^parts/${keyPattern}\\.plan\\.json$`))

/** What a key is made of. */
interface Named {
  id: string
  source: { sha256: string; part?: { ordinal: number } | undefined }
}

/** So much of an id that names of files stay short enough for every system. */
const idLength = 96

/** Stable while the document is: id, 128 bits of the document's checksum, and from the second on which of its plans. */
export function planKey({ id, source: { sha256, part } }: Named): string {
  const ordinal = part?.ordinal ?? 1
  return `${id.slice(0, idLength)}-${sha256.slice(0, 32)}${ordinal === 1 ? '' : `-${ordinal}`}`
}

/** The key of before, with 32 bits of the checksum: it is read, and never written. */
export function formerPlanKey({ id, source }: Named): string {
  return `${id}-${source.sha256.slice(0, 8)}`
}

/** The name of a plan's file: derived wherever it is needed, taken from nobody. */
export function planFileName(plan: Named): string {
  return `${planKey(plan)}.plan.json`
}
