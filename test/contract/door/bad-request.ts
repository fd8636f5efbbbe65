import { document, type Asked } from './ask.ts'

/** A request of the list in the tests, with the number it has in that list, and how it must be refused. */
export interface BadRequest {
  name: string
  asked: Asked
  status: number
  code: string
}

/** The document itself is refused, before anything runs. */
export const invalid = (name: string, query: string, code = 'GRAPHQL_VALIDATION_FAILED'): BadRequest => ({
  name,
  asked: document(query),
  status: 400,
  code,
})

/** It is not even read to its end. */
export const unreadable = (name: string, query: string) => invalid(name, query, 'GRAPHQL_PARSE_FAILED')

/** A value is wrong. */
export const wrong = (name: string, asked: Asked, code = 'BAD_USER_INPUT'): BadRequest => ({
  name,
  asked,
  status: 400,
  code,
})

/** The request is refused before it is known to be GraphQL. */
export const refused = (name: string, asked: Asked, status = 400): BadRequest => ({
  name,
  asked,
  status,
  code: 'BAD_REQUEST',
})
