import type { Comparison, FieldFault } from '../../schemas/evaluation/comparison.js'
import type { ExpectedPlan } from '../../schemas/evaluation/expectation.js'
import { type Folding, foldName } from './folding.js'
import { share } from './measures.js'

type ExpectedHeader = ExpectedPlan['header']

/** Fourteen fields; one that is unknown on both sides is right. */
export function compareHeader(
  expected: ExpectedHeader,
  got: ExpectedHeader,
  folding: Folding,
): Comparison['header'] {
  const wanted = headerFields(expected, folding)
  const given = headerFields(got, folding)
  const faults: FieldFault[] = []
  for (const [field, value] of wanted) {
    const other = given.get(field) ?? null
    if (value !== other) faults.push({ field, expected: value, got: other })
  }
  return { ...share(wanted.size - faults.length, wanted.size), faults }
}

function headerFields(header: ExpectedHeader, folding: Folding): Map<string, string | null> {
  const text = (value: string | null | undefined) => (value ? foldName(value, folding) : null)
  const { province, unit, signatory } = header
  return new Map([
    ['issuer', text(header.issuer)],
    ['level', header.level],
    ['province', province && `${province.code} ${text(province.name)}`],
    ['unit', unit && `${unit.level} ${text(unit.name)} ${unit.code ?? 'without code'}`],
    ['number', header.number],
    ['documentType', text(header.documentType)],
    ['place', text(header.place)],
    ['issuedOn', header.issuedOn],
    ['title', text(header.title)],
    ['planYears', header.planYears.join(', ')],
    ['signatory.name', text(signatory?.name)],
    ['signatory.position', text(signatory?.position)],
    ['signatory.authority', text(signatory?.authority)],
    ['recipients', header.recipients.map(text).join(' | ')],
  ])
}
