import type { EnumOf } from '../api/graphql.ts'
import type { MessageKey } from '../locales/text.ts'
import type { Tone } from '../ui/AppBadge.vue'

type Result = EnumOf<'VerificationResult'>

const results = {
  CONFIRMED: { tone: 'good', key: 'verification.confirmed' },
  NOT_CONFIRMED: { tone: 'bad', key: 'verification.notConfirmed' },
} as const satisfies Record<Result, { tone: Tone; key: MessageKey }>

/** How a look at a claim is shown; nobody has looked yet is said as strongly as 확인됨. */
export const verificationOf = (verification: { result: Result } | null) =>
  verification ? results[verification.result] : ({ tone: 'plain', key: 'verification.none' } as const)
