import { GraphQLError } from 'graphql'
import { expect, test } from 'vitest'
import { Refusal } from '../../platform/refusal.ts'
import { formatError, formatHttpError } from './format-error.ts'

const formatted = (error: GraphQLError) => formatError(error.toJSON(), error)
const coded = (message: string) =>
  new GraphQLError(message, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } })

test('a refusal is found below whatever wraps it', () => {
  const inner = new GraphQLError('wrapped', {
    originalError: new Refusal('CONFLICT', 'Too late.', 'input.name'),
  })
  const error = new GraphQLError('wrapped again', { originalError: inner, path: ['save'] })
  expect(formatted(error)).toEqual({
    message: 'Too late.',
    path: ['save'],
    extensions: { code: 'CONFLICT', field: 'input.name' },
  })
})

test('suggestions are left out', () => {
  const { message } = formatted(
    coded('Cannot query field "nam" on type "Thing". Did you mean "name" or "names"?'),
  )
  expect(message).toBe('Cannot query field "nam" on type "Thing".')
})

test.each(['"' + 'x y '.repeat(20_000) + '"', 'x'.repeat(60_000), '가'.repeat(60_000)])(
  'long pieces of the input are cut (%#)',
  piece => {
    const { message } = formatted(
      coded(`Variable "$first" got invalid value ${piece}; Int cannot represent it.`),
    )
    expect(message.length).toBeLessThan(150)
    expect(Buffer.byteLength(message)).toBeLessThan(200)
    expect(message).toMatch(/^Variable "\$first" got invalid value .* Int cannot represent it\.$/)
  },
)

test('a code that is not ours is a defect, and says nothing', () => {
  const error = new GraphQLError('inner workings', { extensions: { code: 'P0001', stacktrace: ['at'] } })
  expect(formatted(error)).toEqual({
    message: 'Internal server error',
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  })
})

test.each([
  [Object.assign(new Error('inner workings'), { statusCode: 413 }), 413, 'The body is larger than 64 kB.'],
  [Object.assign(new Error('inner workings'), { statusCode: 418 }), 418, 'The request is malformed.'],
  [Object.assign(new Error('inner workings'), { statusCode: 302 }), 500, 'Internal server error'],
  [new Error('inner workings'), 500, 'Internal server error'],
])('what Fastify throws is told in our words (%#)', (error, status, message) => {
  expect(formatHttpError(error, 'id')).toMatchObject({ status, body: { errors: [{ message }] } })
})
