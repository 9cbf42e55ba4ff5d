export { expectationOf, expectedForVariant, withoutAddedColumns } from './expectation.js'
export {
  type ComparablePart,
  type Transformation,
  type Variant,
  type VariantMaker,
  variantMaker,
} from './variant.js'
