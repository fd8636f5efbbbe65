import type { LeftOutCode } from './match.entity.ts'

/** What became of a wish, as the database tells the one who wished. */
export interface WishOutcomeFacts {
  meets: boolean
  wasCancelled: boolean
  code: LeftOutCode | null
  /** Whether the cap or the time of the one who wished stood in the way. */
  isOurs: boolean
}

export const wishOutcomes = ['meets', 'cancelled', 'left_out'] as const
export type WishOutcome = (typeof wishOutcomes)[number]

export const outcomeOf = ({ meets, wasCancelled }: WishOutcomeFacts): WishOutcome => {
  if (meets) return 'meets'
  return wasCancelled ? 'cancelled' : 'left_out'
}

/** The same whether the other side did not want to, the centre left it out, or it could not be fitted in. */
const unspoken = '이번 시간표에는 함께 넣지 못했습니다. 자세한 사정은 센터에 물어봐 주세요.'

/** Why it did or did not become a meeting, without a word on what the other side has said. */
export function sayOutcome(facts: WishOutcomeFacts): string {
  const outcome = outcomeOf(facts)
  if (outcome === 'meets') return '상담이 정해졌습니다.'
  if (outcome === 'cancelled') return '정해졌던 상담이 취소되었습니다. 자세한 사정은 센터에 물어봐 주세요.'
  switch (facts.code) {
    case 'most':
      return facts.isOurs
        ? '우리 쪽 상담 수 상한을 더 앞선 상담이 채웠습니다.'
        : '상대의 상담이 상한까지 찼습니다.'
    case 'full':
      return facts.isOurs
        ? '우리 쪽이 올 수 있는 시간 칸이 모두 찼습니다.'
        : '상대가 올 수 있는 시간 칸이 모두 찼습니다.'
    case 'apart':
      return '두 쪽이 함께 올 수 있는 시간 칸이 없습니다.'
    case 'rounds':
      return '두 쪽이 함께 참여하는 회차가 없습니다.'
    case 'places':
      return '상담 자리가 모든 시간 칸에서 찼습니다.'
    default:
      return unspoken
  }
}
