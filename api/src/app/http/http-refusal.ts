/** A request that is refused before it is known to be GraphQL: wrong media type, too long, not JSON. */
export class HttpRefusal extends Error {
  override name = 'HttpRefusal'
  readonly statusCode: number

  constructor(statusCode: number, message: string) {
    super(message)
    this.statusCode = statusCode
  }
}
