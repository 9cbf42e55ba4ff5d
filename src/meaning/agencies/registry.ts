import { type AgencyEntry, AgencyFile } from './file.js'
import { type AgencyIndex, indexAgencies } from './name-index.js'

/** The bodies that plans name, ready to be looked up. */
export interface AgencyRegistry {
  agencies: AgencyEntry[]
  index: AgencyIndex
}

/** The reference file → `AgencyRegistry`; throws a ZodError where it is none. */
export function parseRegistry(json: unknown): AgencyRegistry {
  const file = AgencyFile.parse(json)
  return { agencies: file.agencies, index: indexAgencies(file) }
}
