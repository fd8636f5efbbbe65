import type { ApolloServerPlugin } from '@apollo/server'
import { GraphQLError } from 'graphql'
import { costOf } from './cost.ts'
import { limits } from './limits.ts'

/** Runs before the operation and with its variables, which a validation rule never sees. */
export const costLimit: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, document, operation, request }) {
        if (!operation) return
        const cost = costOf({ schema, document, operation, variables: request.variables ?? {} })
        if (cost <= limits.cost) return
        throw new GraphQLError(
          `The answer could hold more than ${limits.cost} values: ask for fewer with \`first\`, or for fewer fields.`,
          { extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } } },
        )
      },
    }
  },
}
