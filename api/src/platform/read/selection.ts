import {
  Kind,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  type FieldNode,
  type GraphQLField,
  type GraphQLResolveInfo,
  type SelectionSetNode,
} from 'graphql'

/** One field of a selection, with all its appearances: fragments may ask for the same field twice. */
export interface SelectedField {
  /** Under which the value stands in the row: the field's name, or its alias where arguments tell values apart. */
  key: string
  definition: GraphQLField<unknown, unknown>
  nodes: [FieldNode, ...FieldNode[]]
}

type Schema = Pick<GraphQLResolveInfo, 'schema' | 'fragments'>

/** The fields that a validated selection asks of a type, fragments opened, `__typename` left out. */
export function selectedFields(typeName: string, nodes: readonly FieldNode[], info: Schema): SelectedField[] {
  const found = new Map<string, SelectedField>()
  for (const node of nodes) if (node.selectionSet) collect(typeName, node.selectionSet, info, found)
  return [...found.values()]
}

/** The key of a field with arguments, for the resolver that hands the read value on. */
export const responseKey = (node: FieldNode): string => node.alias?.value ?? node.name.value

function collect(typeName: string, set: SelectionSetNode, info: Schema, found: Map<string, SelectedField>) {
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      add(typeName, selection, info, found)
      continue
    }
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : info.fragments[selection.name.value]
    if (!fragment) continue
    const on = fragment.typeCondition?.name.value ?? typeName
    // Rows of an interface are read with the fields of all their types; the executor keeps those that fit.
    if (overlaps(typeName, on, info))
      collect(moreSpecific(typeName, on, info), fragment.selectionSet, info, found)
  }
}

function add(typeName: string, node: FieldNode, info: Schema, found: Map<string, SelectedField>) {
  const type = info.schema.getType(typeName)
  if (!isObjectType(type) && !isInterfaceType(type)) return
  const definition = type.getFields()[node.name.value]
  if (!definition) return
  const key = definition.args.length > 0 ? responseKey(node) : node.name.value
  const known = found.get(key)
  if (known) known.nodes.push(node)
  else found.set(key, { key, definition, nodes: [node] })
}

function overlaps(typeName: string, condition: string, info: Schema): boolean {
  return possibleTypes(typeName, info).some(name => possibleTypes(condition, info).includes(name))
}

function moreSpecific(typeName: string, condition: string, info: Schema): string {
  return isAbstractType(info.schema.getType(typeName)) ? condition : typeName
}

function possibleTypes(typeName: string, { schema }: Schema): string[] {
  const type = schema.getType(typeName)
  return isAbstractType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : [typeName]
}
