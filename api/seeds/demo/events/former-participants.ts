import type { Day } from '../../../src/platform/day.ts'
import { inventBusinessNumber } from '../business-numbers.ts'
import { makeEnterprise } from '../enterprises.ts'
import { Identities } from '../identities.ts'
import type { Catalogue, CertificationRow, EnterpriseRow } from '../rows.ts'
import { places, roads } from '../vocabulary/places.ts'
import { edited, newWorld, type World } from '../world.ts'

type Kind = 'social_enterprise' | 'cooperative' | 'village_enterprise' | 'self_support'

/** Kinds are a set: 14 of the cooperatives are social enterprises as well, so 146 + 27 + 6 + 6 = 185 for 171. */
const kindSets: { kinds: Kind[]; count: number }[] = [
  { kinds: ['social_enterprise'], count: 132 },
  { kinds: ['social_enterprise', 'cooperative'], count: 14 },
  { kinds: ['cooperative'], count: 13 },
  { kinds: ['village_enterprise'], count: 6 },
  { kinds: ['self_support'], count: 6 },
]
/** Members of an association of makers of parts, who hold no certificate. */
const membersWithout = 9

const issuers: Record<Kind, string> = {
  social_enterprise: '고용노동부',
  cooperative: '시·도지사',
  village_enterprise: '행정안전부',
  self_support: '한국자활복지개발원',
}

export interface FormerParticipants {
  /** 171, one after the other as the sets above say. */
  certified: EnterpriseRow[]
  /** 9 of an association. */
  uncertified: EnterpriseRow[]
}

/**
 * Adds the enterprises of the events of 2020 to 2022. They are out of the catalogue by now, and their certificates
 * are as they were then: a report of that time counts by them.
 */
export function addFormerParticipants(catalogue: Catalogue, today: Day): FormerParticipants {
  const world = newWorld(20_261_123, today)
  const identities = new Identities(world.random)
  const numbers = new Set(catalogue.enterprise.map(row => row.business_number))
  const add = (kinds: readonly Kind[]) => {
    const businessNumber = inventBusinessNumber(world.random, numbers)
    const enterprise = makeFormer(world, identities, businessNumber)
    catalogue.enterprise.push(enterprise)
    catalogue.certification.push(...kinds.map(kind => certificate(world, enterprise, kind)))
    return enterprise
  }
  return {
    certified: kindSets.flatMap(({ kinds, count }) => Array.from({ length: count }, () => add(kinds))),
    uncertified: Array.from({ length: membersWithout }, () => add([])),
  }
}

const nearby = places.filter(({ code }) => code.startsWith('11') || code.startsWith('41'))

function makeFormer(world: World, identities: Identities, businessNumber: string): EnterpriseRow {
  const { random } = world
  const foundedOn = `${random.between(2008, 2016)}-${month(random.between(1, 12))}-15`
  const place = random.pick(nearby)
  return {
    ...makeEnterprise(world, identities.next(), { businessNumber, foundedOn, index: 0 }),
    region_code: place.code,
    address: `${place.fullName} ${random.pick(roads)} ${random.between(3, 240)}`,
    homepage: null,
    state: 'withdrawn',
  }
}

const month = (number: number) => String(number).padStart(2, '0')

/** Given before 2020 and not ended since. */
function certificate(world: World, { id }: EnterpriseRow, kind: Kind): CertificationRow {
  const { random } = world
  const year = random.between(2017, 2019)
  const from = `${year}-${month(random.between(1, 12))}-01`
  return {
    ...edited(world, random.between(1, 29)),
    enterprise_id: id,
    kind_code: kind,
    number: kind === 'social_enterprise' ? `제${year}-${random.between(100, 999)}호` : null,
    purpose_type: kind === 'social_enterprise' ? '일자리제공형' : null,
    issuer: issuers[kind],
    issued_on: from,
    valid_from: from,
    valid_until: null,
    cancelled_on: null,
    returned_on: null,
    has_unknown_dates: false,
    source: '시연 자료',
    source_as_of: from,
    superseded_by_id: null,
  }
}
