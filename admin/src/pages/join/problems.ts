import type { EnumOf } from '../../api/graphql.ts'

/** What is wrong with a business number, in words. */
export const problemKeys = {
  EMPTY: 'join.empty',
  LENGTH: 'join.length',
  CHECKSUM: 'join.checksum',
  PLACEHOLDER: 'join.placeholder',
} as const satisfies Record<EnumOf<'BusinessNumberProblem'>, string>
