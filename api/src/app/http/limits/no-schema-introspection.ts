import { GraphQLError, type ASTVisitor, type ValidationContext } from 'graphql'

/**
 * The schema is public, at `GET /schema.graphql`, once, cached and cheap. `__schema` asks for the same
 * at the price of 50 pages of products, and every scanner reports it; so it is refused. `__type`
 * stays: an audit of GraphQL over HTTP that MUST pass (28B9) uses it, and graphql-js bounds its depth.
 */
export const noSchemaIntrospection = (context: ValidationContext): ASTVisitor => ({
  Field(node) {
    if (node.name.value !== '__schema') return
    context.reportError(
      new GraphQLError('`__schema` is not answered here: GET /schema.graphql serves the whole schema.', {
        nodes: node,
      }),
    )
  },
})
