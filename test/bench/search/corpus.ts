import type { CertifiedPeriod, SearchDocument } from '@panro/search'
import { inventEnterprise, inventProduct } from './fiction.ts'
import { Random } from './random.ts'

export interface CorpusPlan {
  /** The enterprises that will be looked for. */
  names: readonly string[]
  items: readonly (readonly [code: string, title: string])[]
  size: number
  seed: number
}

const ENTERPRISE_SHARE = 0.2
const BATCH = 1_000
const KINDS = [
  ['social_enterprise', '사회적기업'],
  ['social_cooperative', '사회적협동조합'],
  ['village_enterprise', '마을기업'],
  ['self_support', '자활기업'],
  ['disabled_standard', '장애인표준사업장'],
  ['severely_disabled', '중증장애인생산품'],
  ['women_owned', '여성기업'],
] as const
const REGIONS = [
  ['1111000000', '서울특별시 종로구'], ['1168000000', '서울특별시 강남구'], ['2635000000', '부산광역시 해운대구'],
  ['2714000000', '대구광역시 동구'], ['2820000000', '인천광역시 남동구'], ['2917000000', '광주광역시 북구'],
  ['3020000000', '대전광역시 유성구'], ['3114000000', '울산광역시 남구'], ['3611000000', '세종특별자치시'],
  ['4111300000', '경기도 수원시 권선구'], ['4128500000', '경기도 고양시 일산동구'], ['5111000000', '강원특별자치도 춘천시'],
  ['4311300000', '충청북도 청주시 흥덕구'], ['4413300000', '충청남도 천안시 서북구'], ['5211300000', '전북특별자치도 전주시 덕진구'],
  ['4613000000', '전라남도 여수시'], ['4711300000', '경상북도 포항시 북구'], ['4812300000', '경상남도 창원시 성산구'],
  ['5011000000', '제주특별자치도 제주시'],
] as const // prettier-ignore

/** The id of the document that carries the name at this place of the list. */
export function idOfName(place: number): string {
  return uuid('a', place)
}

/**
 * Documents in batches: the names that will be looked for, and around them invented enterprises and
 * products until there are as many as wanted. Nothing is kept, so that the memory measured is the engine's.
 */
export async function* corpus({ names, items, size, seed }: CorpusPlan): AsyncGenerator<SearchDocument[]> {
  const random = new Random(seed)
  const sellers = [...names, ...invent(Math.round(size * ENTERPRISE_SHARE) - names.length, random)]
  let batch: SearchDocument[] = []
  for (let place = 0; place < size; place++) {
    const isEnterprise = place < sellers.length
    const seller = isEnterprise ? place : random.below(sellers.length)
    const item = random.pick(items)
    const facts = { ...factsOf(seller, seed), ...itemFacts(item), weight: random.below(100) }
    batch.push(
      isEnterprise
        ? { ...facts, ...enterprise(place, names.length), name: sellers[seller] ?? '' }
        : { ...facts, ...product(place, item[1], random), enterpriseName: sellers[seller] ?? '' },
    )
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** Names that differ: hardly any two real firms share one. */
function invent(count: number, random: Random): Set<string> {
  const names = new Set<string>()
  while (names.size < count) names.add(inventEnterprise(random))
  return names
}

function enterprise(place: number, nameCount: number) {
  const id = place < nameCount ? idOfName(place) : uuid('b', place)
  return { id, type: 'enterprise' as const, enterpriseName: '', price: null, leadDays: null }
}

function product(place: number, title: string, random: Random) {
  const id = uuid('c', place)
  const name = inventProduct(random, title)
  return {
    id,
    type: 'product' as const,
    name,
    price: random.below(500) * 1_000,
    leadDays: 1 + random.below(30),
  }
}

function itemFacts([code, title]: readonly [string, string]) {
  return { categoryCodes: [code], categoryNames: [title], description: `${title}을 직접 만들어 공급합니다` }
}

/** What is true of an enterprise and so of all its products; the same each time it is asked. */
function factsOf(seller: number, seed: number) {
  const random = new Random(seed * 1_000_003 + seller)
  const [regionCode, regionName] = random.pick(REGIONS)
  const kinds = random.shuffle(KINDS).slice(0, 1 + random.below(3))
  return {
    certificationNames: kinds.map(([, name]) => name),
    certifications: kinds.map(([kind]) => period(kind, random)),
    regionCode,
    regionName,
    hasDeliveryRecord: random.next() < 0.4,
  }
}

function period(kind: string, random: Random): CertifiedPeriod {
  const year = 2020 + random.below(6)
  const day = `${String(1 + random.below(12)).padStart(2, '0')}-${String(1 + random.below(28)).padStart(2, '0')}`
  return { kind, from: `${year}-${day}`, until: `${year + 3}-${day}` }
}

function uuid(series: string, place: number): string {
  return `${series.repeat(8)}-0000-7000-8000-${String(place).padStart(12, '0')}`
}
