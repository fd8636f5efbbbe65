import {
  GraphQLError,
  Kind,
  type FieldNode,
  type GraphQLField,
  type OperationDefinitionNode,
  type ValueNode,
} from 'graphql'

export type Variables = Readonly<Record<string, unknown>>

/** Arguments that say how long a list may be: by a number, or by naming what should be in it. */
const sizing = new Set(['first', 'last', 'ids'])

/** How many things a field is asked for; null when it cannot be asked. */
export function listSize(
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
  operation: OperationDefinitionNode,
  variables: Variables,
): number | null {
  let size: number | null = null
  for (const argument of field.args) {
    if (!sizing.has(argument.name)) continue
    const given = node.arguments?.find(({ name }) => name.value === argument.name)?.value
    const value = given ? valueOf(given, operation, variables) : argument.defaultValue
    const count = countOf(value, argument.name)
    if (count !== null) size = Math.max(size ?? 0, count)
  }
  return size
}

function countOf(value: unknown, name: string): number | null {
  if (Array.isArray(value)) return value.length
  if (typeof value !== 'number' || !Number.isInteger(value)) return null
  if (value >= 0) return value
  throw new GraphQLError(`\`${name}\` is negative; expected how many.`, {
    extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
  })
}

/** The value as far as its size goes: a number, or an array of the right length. */
function valueOf(node: ValueNode, operation: OperationDefinitionNode, variables: Variables): unknown {
  if (node.kind === Kind.INT) return Number(node.value)
  if (node.kind === Kind.LIST) return node.values
  if (node.kind !== Kind.VARIABLE) return null
  const name = node.name.value
  if (Object.hasOwn(variables, name)) return variables[name]
  const definition = operation.variableDefinitions?.find(({ variable }) => variable.name.value === name)
  return definition?.defaultValue ? valueOf(definition.defaultValue, operation, {}) : null
}
