import { GraphQLError, GraphQLScalarType, Kind, print } from 'graphql'
import { GraphQLDateTimeISO } from 'graphql-scalars'
import { earliestDay, isDay, isWithinRange, latestDay } from './day.ts'

/** Lengths are bounded so that a message never repeats a megabyte back to its sender. */
const shown = (value: unknown) => JSON.stringify(value)?.slice(0, 40) ?? typeof value

function day(value: unknown): string {
  if (typeof value !== 'string' || !isDay(value))
    throw new GraphQLError(`${shown(value)} is not a day that exists; expected YYYY-MM-DD, e.g. 2026-11-21.`)
  if (isWithinRange(value)) return value
  throw new GraphQLError(`${value} is out of range; expected a day from ${earliestDay} to ${latestDay}.`)
}

export const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description:
    '날짜. A calendar day in Asia/Seoul, `YYYY-MM-DD`. "Until" days are inclusive: they end at 24:00 KST.',
  // What is stored is shown, whatever it is: an old slip in one row must not take the page away.
  serialize: String,
  parseValue: day,
  parseLiteral: node => day(node.kind === Kind.STRING ? node.value : print(node)),
})

export const DateTimeScalar = new GraphQLScalarType({
  ...GraphQLDateTimeISO.toConfig(),
  name: 'DateTime',
  description: '일시. An instant as RFC 3339 with a zone, e.g. `2026-11-21T05:00:00Z`.',
  extensions: {},
})

function won(value: unknown): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value
  throw new GraphQLError(`${shown(value)} is not an amount in won; expected a whole number of 0 or more.`)
}

export const WonScalar = new GraphQLScalarType<number, number>({
  name: 'Won',
  description:
    '원. An amount in Korean won, a whole number of 0 or more. Whether VAT is included stands beside it.',
  serialize: won,
  parseValue: won,
  parseLiteral: node => won(node.kind === Kind.INT ? Number(node.value) : print(node)),
})
