import type { ApolloServerPlugin } from '@apollo/server'
import type { Logger } from 'pino'
import type { DoorContext } from './door-context.ts'
import { causeOf, codeOf } from './format-error.ts'
import { logDefect } from './logging.ts'

/** Writes down what formatError hides, and tells the caller under which id. */
export function defectLog(log: Logger): ApolloServerPlugin<DoorContext> {
  return {
    async requestDidStart() {
      return {
        async didEncounterErrors({ errors, contextValue: { requestId } }) {
          for (const error of errors.filter(error => codeOf(error) === 'INTERNAL_SERVER_ERROR')) {
            error.extensions.requestId = requestId
            logDefect(log, requestId, causeOf(error))
          }
        },
      }
    },
    async unexpectedErrorProcessingRequest({ requestContext, error }) {
      logDefect(log, requestContext.contextValue.requestId, error)
    },
  }
}
