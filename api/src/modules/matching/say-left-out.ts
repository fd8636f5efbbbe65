import type { Hindrance } from '../timetable/board/choose.ts'
import type { LeftOutCode } from './match.entity.ts'

/** Names and caps of those it is about. */
interface Told {
  enterprise: string
  department: string
  /** By the number that a hindrance names. */
  nameOf: (party: number) => string
  mostOf: (party: number) => number | null
}

/** Why a pair does not meet that nothing speaks for: said once for all of them. */
export const silentReason =
  '어느 쪽도 고르지 않았고, 구매예정품목과 맞는 상품도 없어 제안하지 않았습니다. 만나야 하면 ‘상담 직접 더하기’로 넣어 주세요.'

/** Why a pair does not meet, in a sentence that a person can act on. */
export function sayLeftOut(code: LeftOutCode, hindrance: Hindrance | null, told: Told): string {
  const party = hindrance && 'party' in hindrance ? hindrance.party : null
  const name = party === null ? '' : told.nameOf(party)
  switch (code) {
    case 'most':
      return `${name}: 상담 ${party === null ? '' : (told.mostOf(party) ?? '')}건 상한을 더 앞선 상담이 채웠습니다. 상한을 늘리거나 다른 상담을 빼면 들어갈 수 있습니다.`
    case 'full':
      return `${name}: 올 수 있는 시간 칸이 모두 찼습니다. 시간 칸을 열거나 담당자를 늘리면 들어갈 수 있습니다.`
    case 'apart':
      return `${told.enterprise} · ${told.department}: 함께 있는 시간 칸이 없습니다. 한쪽의 비운 시간을 바꾸면 만날 수 있습니다.`
    case 'rounds':
      return '두 참여자가 함께 참여하는 회차가 없습니다. 한쪽의 회차를 더하면 만날 수 있습니다.'
    case 'places':
      return '모든 시간 칸의 자리가 찼습니다. 자리를 더하면 들어갈 수 있습니다.'
    case 'together':
      return '더 앞선 상담과 함께 넣을 수 있는 시간이 없습니다. 시간 칸이나 자리를 더하면 들어갈 수 있습니다.'
    case 'not_wanted':
      return '한쪽이 만나지 않음을 골랐습니다. 상대에게는 보이지 않습니다.'
    case 'not_filled':
      return '희망 없이 이 이유만으로는 상담을 만들지 않기로 했습니다. 매칭 범위를 넓히면 들어갈 수 있습니다.'
    case 'by_hand':
      return '센터가 뺐습니다.'
    case 'gone':
      return '한쪽의 참여 확정이 취소되었습니다.'
  }
}
