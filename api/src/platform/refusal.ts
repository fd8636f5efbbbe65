/** Every reason the API says no, with what it means and what the caller can do. Part of the public contract. */
export const refusalCodes = {
  BAD_USER_INPUT: {
    meaning: 'A value is missing, malformed or out of range. (입력값 오류)',
    whatToDo: 'Correct the argument that the message names and send the request again.',
  },
  NOT_FOUND: {
    meaning: 'No such thing, or the caller may not see it: the two look the same on purpose. (없음)',
    whatToDo: 'Check the id; ids come from this API and are never put together by hand.',
  },
  UNAUTHENTICATED: {
    meaning: 'The operation needs a signed-in person, or the session has ended. (로그인 필요)',
    whatToDo: 'Sign in and send the token as `Authorization: Bearer …`.',
  },
  FORBIDDEN: {
    meaning: 'The signed-in person may not do this. (권한 없음)',
    whatToDo: 'Ask a person whose role allows it.',
  },
  SIGN_IN_REFUSED: {
    meaning: 'The address and the password, or the code, do not belong together. (로그인 정보 불일치)',
    whatToDo: 'Type both again; `triesLeft` says how often before a pause.',
  },
  TOO_MANY_TRIES: {
    meaning: 'Too many tries of a password or code. (시도 횟수 초과)',
    whatToDo: 'Wait as many seconds as `retryAfter` says.',
  },
  WRONG_STATE: {
    meaning: 'The thing is in a state in which this step does not exist. (단계 오류)',
    whatToDo: 'Read the thing again and choose one of its allowed actions.',
  },
  CONFLICT: {
    meaning: 'Somebody else changed it first, or it exists already. (충돌)',
    whatToDo:
      'Compare: a stale save tells in `extensions` the current `version` and, in `conflicts`, your value and the stored one of each field; save again with that version.',
  },
  SERVICE_UNAVAILABLE: {
    meaning: 'The server is starting, stopping or overloaded. (일시 중단)',
    whatToDo: 'Wait a moment and send the same request again.',
  },
  GRAPHQL_PARSE_FAILED: {
    meaning: 'The document is not GraphQL. (구문 오류)',
    whatToDo: 'Correct the syntax at the line and column given.',
  },
  GRAPHQL_VALIDATION_FAILED: {
    meaning: 'The document does not fit the schema, or exceeds a limit the message names. (검증 오류)',
    whatToDo: 'Compare with `GET /schema.graphql`; ask for less in one request.',
  },
  OPERATION_RESOLUTION_FAILURE: {
    meaning:
      'The document holds several operations and the request does not say which, or names none of them. (연산 미지정)',
    whatToDo: 'Send `operationName`.',
  },
  PERSISTED_QUERY_NOT_FOUND: {
    meaning: 'The door of our own pages knows no document of this id. (등록되지 않은 문서)',
    whatToDo: 'Load the page again, it is older than the server; a program of your own asks `/graphql`.',
  },
  BAD_REQUEST: {
    meaning: 'The HTTP request is not a GraphQL request. (요청 형식 오류)',
    whatToDo: 'Send POST with `content-type: application/json` and a body `{"query": …}`.',
  },
  INTERNAL_SERVER_ERROR: {
    meaning: 'Our fault. (서버 오류)',
    whatToDo: 'Send the same request later; if it goes on, report the request id of the answer.',
  },
} as const satisfies Record<string, { meaning: string; whatToDo: string }>

export type RefusalCode = keyof typeof refusalCodes

/**
 * A rule that says no and that the caller can act on: what is wrong, where, what to do.
 * Everything else that is thrown is a defect and reaches the caller only as INTERNAL_SERVER_ERROR.
 */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly code: RefusalCode
  /** The argument or input field it concerns, as a dotted path. */
  readonly field: string | undefined
  /** What a page needs to say it well: figures, or what has changed meanwhile; stands beside the code. */
  figures: Readonly<Record<string, unknown>>

  constructor(
    code: RefusalCode,
    message: string,
    field?: string,
    cause?: unknown,
    figures: Record<string, unknown> = {},
  ) {
    super(message, { cause })
    this.code = code
    this.field = field
    this.figures = figures
  }
}
