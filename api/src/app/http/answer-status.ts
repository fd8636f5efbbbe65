import type { ApolloServerPlugin } from '@apollo/server'
import { namedMediaType } from './media-types.ts'

/** Codes of requests that were refused before anything ran. */
const beforeExecution = new Set<unknown>([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
])

/**
 * GraphQL over HTTP, "watershed": a request that is refused before it runs is 400, but 200 for a
 * caller who names `application/json`, because clients of that time take any other status for a
 * broken proxy. Only who names it: without an `accept` header Apollo's own tests, too, expect 400.
 */
export const answerStatus: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async willSendResponse({ request, response: { body, http } }) {
        if (body.kind !== 'single' || body.singleResult.data !== undefined) return
        const [first] = body.singleResult.errors ?? []
        if (!first) return
        // The second one only says that validation stopped at the first.
        body.singleResult.errors = [first]
        if (!beforeExecution.has(first.extensions?.code)) return
        http.status = namedMediaType(request.http?.headers.get('accept')) === 'application/json' ? 200 : 400
      },
    }
  },
}
