import { ApolloServer } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import type { GraphQLSchema } from 'graphql'
import type { Logger } from 'pino'
import { answerStatus } from './answer-status.ts'
import type { DoorContext } from './door-context.ts'
import { formatError } from './format-error.ts'
import { jitGateway } from './jit-executor.ts'
import { costLimit } from './limits/cost-limit.ts'
import { documentLimits } from './limits/document-limits.ts'
import { oncePerDocument } from './limits/once-per-document.ts'
import { limits } from './limits/limits.ts'
import { noSchemaIntrospection } from './limits/no-schema-introspection.ts'
import { defectLog } from './defect-log.ts'

export function newApollo(schema: GraphQLSchema, log: Logger): ApolloServer<DoorContext> {
  return new ApolloServer<DoorContext>({
    gateway: jitGateway(schema),
    logger: log,
    formatError,
    includeStacktraceInErrorResponses: false,
    // A form on a foreign page can send neither JSON nor any of these headers without asking first.
    csrfPrevention: { requestHeaders: ['x-apollo-operation-name', 'apollo-require-preflight', 'x-api-key'] },
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    // `__type` stays, one of the audits of GraphQL over HTTP needs it; see no-schema-introspection.ts.
    introspection: true,
    parseOptions: { maxTokens: limits.tokens },
    validationRules: [documentLimits, oncePerDocument, noSchemaIntrospection],
    // One mistake at a time: an answer to a thousand mistakes would be a thousand times as long.
    validationOptions: { maxErrors: 1 },
    stopOnTerminationSignals: false,
    plugins: [
      ApolloServerPluginCacheControlDisabled(), // wraps every resolver, for headers we do not send
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      costLimit,
      defectLog(log),
      answerStatus,
    ],
  })
}
