import {
  getNamedType,
  isEnumType,
  isLeafType,
  isRequiredArgument,
  type GraphQLArgument,
  type GraphQLField,
} from 'graphql'

export type SchemaField = GraphQLField<unknown, unknown>

/** A call that is well-formed, saying what it is given or else the least that it takes. */
export function callOf(field: SchemaField, given?: string, selection = leastOf(field)): string {
  const { name, args } = field
  const least = () => args.filter(isRequiredArgument).map(arg => `${arg.name}: ${valueOf(field, arg)}`)
  const said = given ?? least().join(', ')
  return `${name}${said === '' ? '' : `(${said})`} ${selection}`
}

const leastOf = ({ type }: SchemaField) => (isLeafType(getNamedType(type)) ? '' : '{ __typename }')

/** The least that an argument of the type takes. */
function valueOf(field: SchemaField, { name, type }: GraphQLArgument): string {
  const named = getNamedType(type)
  if (isEnumType(named)) return named.getValues()[0]?.name ?? ''
  const value = { ID: JSON.stringify(neverThere(field)), String: '"가"', Int: '1', Date: '"2026-01-31"' }[
    named.name
  ]
  if (value === undefined) throw new Error(`${field.name}(${name}: ${String(type)}): say here what it takes`)
  return value
}

/** A well-formed id of the kind of thing that the field returns. */
function neverThere({ type }: SchemaField): string {
  const named = getNamedType(type)
  const noun = isLeafType(named) ? 'product' : named.name.toLowerCase()
  return `${noun}_0198a0000000700080000000000000aa`
}
