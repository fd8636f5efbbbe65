/** The engine was not given what it was to be given; that is not its judgement. */
export class RowsUnread extends Error {
  override name = 'RowsUnread'
}

/** Troubles of the server or the way to it; they pass, and say nothing about a document. */
const passing = new Set([
  'LeaseLost',
  'MeilisearchRequestError',
  'MeilisearchRequestTimeOutError',
  'RowsUnread',
  'TaskUnknown',
])

/** Whether a write failed because of what was to be written; everything else is tried again as it is. */
export function isRefusal(error: unknown): boolean {
  if (!(error instanceof Error) || passing.has(error.name)) return false
  // An answer of the server itself: 400 and 413 are about the content, the others about key or server.
  if ('response' in error && error.response instanceof Response)
    return error.response.status === 400 || error.response.status === 413
  return true
}
