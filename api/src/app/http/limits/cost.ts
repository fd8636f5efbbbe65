import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
  isInterfaceType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import { listSize, type Variables } from './list-size.ts'

export interface Asked {
  schema: GraphQLSchema
  document: DocumentNode
  operation: OperationDefinitionNode
  variables: Variables
}

/** How long a list is taken to be whose length nobody states. */
const usualLength = 10

/** Enough to be refused, small enough to stay exact: sums stop growing here. */
const most = 1e9

/** How many values the answer can hold: a field counts one, what is in a list as often as the list is long. */
export function costOf({ schema, document, operation, variables }: Asked): number {
  const root = schema.getRootType(operation.operation)
  return root
    ? new Cost(schema, document, operation, variables).of(operation.selectionSet, root, usualLength)
    : 0
}

class Cost {
  private readonly schema: GraphQLSchema
  private readonly operation: OperationDefinitionNode
  private readonly variables: Variables
  private readonly fragments: Map<string, FragmentDefinitionNode>
  /** By fragment and page size: fragments that spread each other twice double at every step. */
  private readonly known = new Map<string, number>()

  constructor(
    schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Variables,
  ) {
    this.schema = schema
    this.operation = operation
    this.variables = variables
    const fragments = document.definitions.filter(definition => definition.kind === Kind.FRAGMENT_DEFINITION)
    this.fragments = new Map(fragments.map(fragment => [fragment.name.value, fragment]))
  }

  /** `pageSize` is what the field above was asked for: the length of its `edges`. */
  of({ selections }: SelectionSetNode, type: GraphQLNamedType, pageSize: number): number {
    let sum = 0
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) sum += this.ofField(selection, type, pageSize)
      else if (selection.kind === Kind.FRAGMENT_SPREAD) sum += this.ofFragment(selection.name.value, pageSize)
      else
        sum += this.of(
          selection.selectionSet,
          this.typeNamed(selection.typeCondition?.name.value) ?? type,
          pageSize,
        )
    }
    return Math.min(sum, most)
  }

  private ofFragment(name: string, pageSize: number): number {
    const key = `${name} ${pageSize}`
    const known = this.known.get(key)
    if (known !== undefined) return known
    const fragment = this.fragments.get(name)
    const type = this.typeNamed(fragment?.typeCondition.name.value)
    const cost = fragment && type ? this.of(fragment.selectionSet, type, pageSize) : 0
    this.known.set(key, cost)
    return cost
  }

  private ofField(node: FieldNode, parent: GraphQLNamedType, pageSize: number): number {
    const field = fieldOf(parent, node.name.value)
    if (!field) return 1
    const asked = listSize(node, field, this.operation, this.variables)
    const isList = isListType(getNullableType(field.type))
    const length = isList ? (asked ?? (isPage(field) ? pageSize : usualLength)) : 1
    const type = getNamedType(field.type)
    if (!node.selectionSet || !isCompositeType(type)) return length
    const below = isList ? usualLength : (asked ?? usualLength)
    return Math.min(1 + length * this.of(node.selectionSet, type, below), most)
  }

  private typeNamed(name: string | undefined) {
    return name === undefined ? undefined : this.schema.getType(name)
  }
}

/** The list of a connection: as long as the connection was asked to be. */
const isPage = ({ name }: GraphQLField<unknown, unknown>) => name === 'edges' || name === 'nodes'

function fieldOf(type: GraphQLNamedType, name: string): GraphQLField<unknown, unknown> | undefined {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined
}
