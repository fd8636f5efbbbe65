import {
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql'

/**
 * Every field of a type and of what it leads to, as deep as told; a field that wants an argument is left
 * out, and so is one that leads back to a type it came through.
 */
export function everything(
  schema: GraphQLSchema,
  type: GraphQLNamedType,
  depth: number,
  passed: readonly GraphQLNamedType[] = [],
): string {
  const within = (next: GraphQLNamedType) => everything(schema, next, depth - 1, [...passed, type])
  if (isAbstractType(type)) {
    const kinds = schema.getPossibleTypes(type).filter(kind => !passed.includes(kind))
    return `{ __typename ${kinds.map(kind => `... on ${kind.name} ${fieldsOf(kind, within, depth)}`).join(' ')} }`
  }
  return isObjectType(type) ? fieldsOf(type, within, depth, passed) : ''
}

function fieldsOf(
  type: GraphQLObjectType,
  within: (next: GraphQLNamedType) => string,
  depth: number,
  passed: readonly GraphQLNamedType[] = [],
): string {
  const fields = Object.values(type.getFields()).flatMap(field => {
    const next = getNamedType(field.type)
    if (field.args.some(isRequiredArgument)) return []
    if (isLeafType(next)) return [field.name]
    if (depth === 0 || next === type || passed.includes(next)) return []
    // A list that can be read from either end wants to be told from which.
    const page = field.args.some(({ name }) => name === 'last') ? '(first: 2)' : ''
    return [`${field.name}${page} ${within(next)}`]
  })
  return `{ __typename ${fields.join(' ')} }`
}
