import type { RefusalCode } from '../../platform/refusal.ts'

/** A request that is refused before it is known to be GraphQL: wrong media type, too long, not JSON. */
export class HttpRefusal extends Error {
  override name = 'HttpRefusal'
  readonly statusCode: number
  readonly code: RefusalCode

  constructor(
    statusCode: number,
    message: string,
    code: RefusalCode = statusCode === 404 ? 'NOT_FOUND' : 'BAD_REQUEST',
  ) {
    super(message)
    this.statusCode = statusCode
    this.code = code
  }
}
