export { resolveAgencies } from './agencies.js'
export { type AgencyRegistry, parseRegistry } from './agency-registry.js'
