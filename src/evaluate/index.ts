export { type CompareOptions, comparePlan } from './compare-plan.js'
export { type FormatOptions, formatComparison, formatSummary } from './format.js'
export { sumComparisons } from './sum.js'
export { meets } from './thresholds.js'
