import { Field, ID, InterfaceType } from 'type-graphql'

/** What `Node` and other interfaces go by: every row read through an interface carries its type's name. */
export const concreteTypeOf = (row: object): string => ('__type' in row ? String(row.__type) : '')

@InterfaceType('Node', {
  description: '노드. Anything that has an id of its own and can be read again by it.',
  resolveType: concreteTypeOf,
})
export abstract class Node {
  @Field(() => ID, {
    description:
      '식별자. Opaque and typed; stays the same for the life of the thing. Never put together by hand.',
  })
  id!: string
}
