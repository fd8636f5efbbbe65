import type { ApolloServerPlugin } from '@apollo/server'
import type { Logger } from 'pino'
import type { DoorContext } from './door-context.ts'
import { causeOf, codeOf } from './format-error.ts'
import { logDefect, logOutage } from './logging.ts'

/** Writes down what formatError hides, and tells the caller under which id. */
export function defectLog(log: Logger): ApolloServerPlugin<DoorContext> {
  return {
    async requestDidStart() {
      return {
        async didEncounterErrors({ errors, contextValue: { requestId } }) {
          for (const error of errors) {
            const code = codeOf(error)
            const cause = causeOf(error)
            if (code === 'INTERNAL_SERVER_ERROR') {
              error.extensions.requestId = requestId
              logDefect(log, requestId, cause)
            }
            // No defect, but whoever runs the server wants to know that its database is busy or away.
            if (code === 'SERVICE_UNAVAILABLE' && cause instanceof Error && cause.cause)
              logOutage(log, requestId, cause.cause)
          }
        },
      }
    },
    async unexpectedErrorProcessingRequest({ requestContext, error }) {
      logDefect(log, requestContext.contextValue.requestId, error)
    },
  }
}
