import { registerEnumType } from 'type-graphql'
import { leftOutCodes, matchStates, matchTypes } from './match.entity.ts'
import { wishChoices } from './wish-choices.ts'
import { wishOutcomes } from './wish-outcome.ts'

const enumOf = (values: readonly string[]): Record<string, string> =>
  Object.fromEntries(values.map(value => [value.toUpperCase(), value]))

const described = (words: Record<string, string>) =>
  Object.fromEntries(Object.entries(words).map(([name, description]) => [name, { description }]))

export const WishChoiceEnum = enumOf(wishChoices)
registerEnumType(WishChoiceEnum, {
  name: 'WishChoice',
  description: '희망. What one side says of meeting the other.',
  valuesConfig: described({
    MUST: '꼭 만나고 싶음. Before all others.',
    WANT: '만나고 싶음. If there is room.',
    NO: '만나지 않음. Never shown to the one it is about.',
  }),
})

export const MatchTypeEnum = enumOf(matchTypes)
registerEnumType(MatchTypeEnum, {
  name: 'MatchType',
  description: '매칭 유형. The strongest reason why a pair may meet.',
  valuesConfig: described({
    MUTUAL: '상호 희망. Both sides wish it.',
    BUYER: '기관 희망. The department wishes it.',
    ENTERPRISE: '기업 희망. The enterprise wishes it.',
    ITEM: '세부품목 일치. A product and a plan share 8 or 10 digits of the code.',
    CATEGORY: '대분류 일치. They share 2, 4 or 6 digits.',
    REGION: '지역. They are of one district or province.',
    RULE: '계약 규정 검토 필요. A dated rule on contracts is worth a look; it chooses nothing and says nothing is allowed.',
    STAFF: '센터 지정. Staff have put them together.',
  }),
})

export const MatchStateEnum = enumOf(matchStates)
registerEnumType(MatchStateEnum, {
  name: 'MatchState',
  description: '매칭 상태. Whether the two are to meet.',
  valuesConfig: described({
    CHOSEN: '상담. They are to meet.',
    LEFT_OUT: '제외. They are not; it says why.',
  }),
})

export const WishOutcomeEnum = enumOf(wishOutcomes)
registerEnumType(WishOutcomeEnum, {
  name: 'WishOutcomeState',
  description: '희망의 결과. What became of a wish.',
  valuesConfig: described({
    MEETS: '상담. They meet.',
    CANCELLED: '취소. They were to meet, and do not any more.',
    LEFT_OUT: '제외. They do not meet; it says why.',
  }),
})

export const LeftOutCodeEnum = enumOf(leftOutCodes)
registerEnumType(LeftOutCodeEnum, {
  name: 'LeftOutCode',
  description: '제외 이유. Why two do not meet.',
  valuesConfig: described({
    MOST: '상담 상한. The cap of one of them is reached.',
    FULL: '시간 참. One of them has a meeting in every slot.',
    APART: '시간 어긋남. They are never there together.',
    ROUNDS: '회차 다름. They have no round in common.',
    PLACES: '자리 참. Every place is taken in every slot.',
    TOGETHER: '함께 불가. Not together with what came before.',
    NOT_WANTED: '만나지 않음. One of them does not want to.',
    NOT_FILLED: '범위 밖. This type was not asked to be chosen from.',
    BY_HAND: '직접 제외. Staff have left it out.',
    GONE: '참여 취소. One of them takes part no longer.',
  }),
})
