import { GraphQLError, Kind, type GraphQLFormattedError } from 'graphql'
import { Refusal, refusalCodes, type RefusalCode } from '../../platform/refusal.ts'
import { databaseRefusal } from './database-refusal.ts'
import { HttpRefusal } from './http-refusal.ts'
import { shortened } from './shortened.ts'

/**
 * The one place where errors become what callers see. A refusal tells its code, its message and its
 * field; GraphQL's own errors tell their code; everything else is our fault and tells nothing but
 * the id under which the log has it.
 */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const code = codeOf(error)
  const { locations, path } = formatted
  const place = { ...(locations && { locations }), ...(path && { path }) }
  if (code === 'INTERNAL_SERVER_ERROR') return { ...internalError(formatted.extensions?.requestId), ...place }
  const cause = causeOf(error)
  if (!(cause instanceof Refusal))
    return { message: shortened(formatted.message), ...place, extensions: { code } }
  const { message, field, figures } = cause
  const extensions = { code, ...(field !== undefined && { field }), ...figures }
  return { message, ...place, extensions }
}

/** The answer to a request that never became GraphQL. */
export function formatHttpError(
  error: unknown,
  requestId: unknown,
): { status: number; body: { errors: GraphQLFormattedError[] } } {
  const cause = causeOf(error)
  if (cause instanceof Refusal) return refusedRequest(cause)
  const status = statusOf(error)
  if (status >= 500) return { status, body: { errors: [internalError(requestId)] } }
  const message =
    error instanceof HttpRefusal ? error.message : (messages[status] ?? 'The request is malformed.')
  const code = error instanceof HttpRefusal ? error.code : 'BAD_REQUEST'
  return { status, body: { errors: [{ message, extensions: { code } }] } }
}

/** What a rule of ours says no to, outside GraphQL: a file, say. */
function refusedRequest({ code, message, field, figures }: Refusal) {
  const extensions = { code, ...(field !== undefined && { field }), ...figures }
  return { status: refusalStatuses[code] ?? 400, body: { errors: [{ message, extensions }] } }
}

const refusalStatuses: Partial<Record<RefusalCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  WRONG_STATE: 409,
  INTERNAL_SERVER_ERROR: 500,
  SERVICE_UNAVAILABLE: 503,
}

/** The code of an error of a GraphQL answer; INTERNAL_SERVER_ERROR for whatever nobody has foreseen. */
export function codeOf(error: unknown): RefusalCode {
  const cause = causeOf(error)
  if (cause instanceof Refusal) return cause.code
  const named = error instanceof GraphQLError ? error.extensions.code : undefined
  // The caller sent the id of a stored document; clients recognise the message and send the text.
  if (named === 'PERSISTED_QUERY_NOT_SUPPORTED') return 'BAD_USER_INPUT'
  if (isRefusalCode(named)) return named
  return cause instanceof GraphQLError && isAboutAnArgument(cause)
    ? 'BAD_USER_INPUT'
    : 'INTERNAL_SERVER_ERROR'
}

/** What was thrown in the first place, below the wrappings of graphql-js and Apollo; of the database's errors, what they refuse. */
export function causeOf(error: unknown): unknown {
  if (error instanceof GraphQLError && error.originalError) return causeOf(error.originalError)
  return databaseRefusal(error) ?? error
}

function internalError(requestId: unknown): GraphQLFormattedError {
  return {
    message: 'Internal server error',
    extensions: { code: 'INTERNAL_SERVER_ERROR', ...(typeof requestId === 'string' && { requestId }) },
  }
}

const isRefusalCode = (code: unknown): code is RefusalCode => typeof code === 'string' && code in refusalCodes

/** `null` for an argument that must not be: found only when the field runs, and without a code of its own. */
function isAboutAnArgument({ nodes }: GraphQLError): boolean {
  const kind = nodes?.[0]?.kind
  return kind === Kind.VARIABLE || kind === Kind.ARGUMENT || kind === Kind.NULL
}

/** Fastify's own refusals by status: its texts name its internals, and some repeat the input. */
const messages: Record<number, string> = {
  400: 'The body is not JSON, or not as long as content-length says.',
  413: 'The body is larger than 64 kB.',
  415: 'The body must be JSON: content-type application/json.',
  431: 'The headers are larger than 16 kB.',
}

function statusOf(error: unknown): number {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500
}
