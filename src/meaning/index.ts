export { resolveAgencies } from './agencies.js'
export { type AgencyRegistry, parseRegistry } from './agency-registry.js'
export { type Frameworks, parseFrameworks } from './frameworks.js'
export { matchStandards } from './standards.js'
