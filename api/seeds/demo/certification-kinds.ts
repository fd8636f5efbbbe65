import { Deck } from './deck.ts'
import { forYears, onceForYears, untilMarch, withoutEnd, type Terms } from './certification-terms.ts'
import type { Random } from './random.ts'

/** How a kind is written and how long it holds; `#` is a running number, `Y` the year it was given. */
interface Practice {
  issuer: string
  number: string | null
  terms: Terms
}

export const practices = {
  social_enterprise: { issuer: '고용노동부장관', number: '제Y-#호', terms: withoutEnd },
  pre_social_regional: { issuer: '광역자치단체장', number: '지역형 제Y-#호', terms: onceForYears(3) },
  pre_social_ministry: {
    issuer: '환경부장관',
    number: '부처형 예비사회적기업 지정 제Y-#호',
    terms: onceForYears(3),
  },
  cooperative: { issuer: '시·도지사', number: '신고 제Y-#호', terms: withoutEnd },
  social_cooperative: { issuer: '보건복지부장관', number: '인가 제Y-#호', terms: withoutEnd },
  village_enterprise: { issuer: '행정안전부장관', number: '마을기업 제Y-#호', terms: withoutEnd },
  self_support: { issuer: '보장기관의 장', number: null, terms: withoutEnd },
  disabled_standard_workplace: { issuer: '한국장애인고용공단', number: '제Y-#호', terms: withoutEnd },
  severely_disabled_producer: { issuer: '보건복지부장관', number: '제Y-#호', terms: forYears(3) },
  women_enterprise: { issuer: '중소벤처기업부장관', number: '여성 제Y-0#호', terms: forYears(3) },
  disabled_enterprise: { issuer: '중소벤처기업부장관', number: '장애인 제Y-0#호', terms: forYears(3) },
  startup: { issuer: '중소벤처기업부장관', number: 'Y-창업-0#', terms: onceForYears(3) },
  small_business: { issuer: '중소벤처기업부장관', number: '0010-Y-0#', terms: untilMarch },
  social_venture: { issuer: '기술보증기금', number: 'SV-Y-#', terms: forYears(2) },
} as const satisfies Record<string, Practice>

export type KindCode = keyof typeof practices

export const purposeTypes = [
  '일자리제공형',
  '사회서비스제공형',
  '지역사회공헌형',
  '혼합형',
  '기타(창의·혁신)형',
]

/** What an enterprise of a form is certified as first of all. */
const ownKinds: Record<string, KindCode[]> = {
  협동조합: ['cooperative'],
  사회적협동조합: ['social_cooperative'],
  영농조합법인: ['village_enterprise'],
  농업회사법인: ['village_enterprise'],
  사회복지법인: ['severely_disabled_producer'],
}

const firstKinds: KindCode[][] = [
  ['social_enterprise'],
  ['pre_social_regional'],
  ['self_support'],
  ['social_enterprise', 'women_enterprise'],
  ['social_enterprise', 'disabled_standard_workplace'],
  ['women_enterprise'],
  ['pre_social_ministry'],
  ['social_enterprise'],
  ['disabled_standard_workplace', 'disabled_enterprise'],
  ['startup', 'pre_social_regional'],
  ['self_support', 'social_enterprise'],
  ['severely_disabled_producer', 'disabled_standard_workplace'],
  ['social_venture', 'startup'],
  ['disabled_enterprise'],
  ['village_enterprise'],
]

/** Kinds that those with a form of their own often hold besides. */
const besides: KindCode[][] = [
  ['social_enterprise'],
  [],
  ['village_enterprise'],
  [],
  ['self_support'],
  ['women_enterprise'],
  [],
]

/** Deals out sets of kinds: one enterprise has often two or three at once, and a few have none. */
export class KindSets {
  readonly #random: Random
  readonly #first = new Deck(firstKinds)
  readonly #besides = new Deck(besides)

  constructor(random: Random) {
    this.#random = random
  }

  next(organisationForm: string): KindCode[] {
    if (this.#random.isLucky(0.03)) return []
    const own = ownKinds[organisationForm]
    const kinds = own ? [...own, ...this.#besides.deal()] : this.#first.deal()
    const isSmallBusiness = this.#random.isLucky(0.4)
    return [...new Set<KindCode>([...kinds, ...(isSmallBusiness ? (['small_business'] as const) : [])])]
  }
}
