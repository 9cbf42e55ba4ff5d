export { expectationOf, expectedForVariant, withoutAddedColumns } from './expectation.js'
export { readSource } from './source-model.js'
export {
  type ComparablePart,
  type Transformation,
  type Variant,
  type VariantMaker,
  variantMaker,
} from './variant.js'
