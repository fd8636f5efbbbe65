/** Where in a document a text stands; the number is its place in FIELDS, and in a byte of bits. */
export const FIELDS = [
  'productName',
  'enterpriseName',
  'offeringEnterprise',
  'formerName',
  'category',
  'certification',
  'region',
  'description',
] as const

export type Field = (typeof FIELDS)[number]

/** How much a match there is worth, in percent. */
const FIELD_WEIGHT: Readonly<Record<Field, number>> = {
  productName: 100,
  enterpriseName: 100,
  offeringEnterprise: 85,
  formerName: 80,
  category: 75,
  certification: 65,
  region: 65,
  description: 40,
}

export const WEIGHTS = FIELDS.map(field => FIELD_WEIGHT[field])
export const FIELD_BITS = 3
export const FIELD_MASK = (1 << FIELD_BITS) - 1
export const DESCRIPTION = FIELDS.indexOf('description')
