import {
  cacheExchange,
  Client,
  fetchExchange,
  makeOperation,
  mapExchange,
  type Operation,
  type OperationResult,
} from '@urql/core'
import { noteAnswer } from './activity.ts'
import { orLastAnswer } from './last-answers.ts'

export const client = new Client({
  url: '/admin/graphql',
  exchanges: [cacheExchange, mapExchange({ onOperation: byId, onResult: answered }), fetchExchange],
  // A page seen before shows at once and is asked for again behind it: certificates lapse at midnight.
  requestPolicy: 'cache-and-network',
  preferGetMethod: false,
  // A header that no foreign form can send.
  fetchOptions: { headers: { 'apollo-require-preflight': '1' }, credentials: 'same-origin' },
})

/** The door of the pages takes the id of a document, never a text: the build puts the one for the other. */
function byId(operation: Operation): Operation {
  const sha256Hash = 'documentId' in operation.query && operation.query.documentId
  if (!sha256Hash) return operation
  const persistedQuery = { version: 1 as const, sha256Hash }
  return makeOperation(operation.kind, { ...operation, extensions: { persistedQuery } }, operation.context)
}

function answered(result: OperationResult): OperationResult {
  noteAnswer(result)
  return orLastAnswer(result, nameOf(result.operation))
}

function nameOf({ query }: Operation): string {
  const [first] = query.definitions
  return first && 'name' in first ? (first.name?.value ?? '') : ''
}
