export { expectationOf, expectedForVariant, withoutAddedColumns } from './expectation.js'
export { formatFailure, formatTally, runVariants, tally, type VariantResult } from './run.js'
export { type Transformation, type Variant, variantMaker } from './variant.js'
