import { addDays, type Day } from '../../src/platform/day.ts'
import type { Identity } from './identities.ts'
import type { ContactRow, EnterpriseNameRow, EnterpriseRow } from './rows.ts'
import { givenNames, stems, surnames } from './vocabulary/names.ts'
import { places, roads } from './vocabulary/places.ts'
import { edited, newId, type World } from './world.ts'

interface Registration {
  businessNumber: string
  foundedOn: Day
  /** Counts the enterprises of the demo; every few of them are unpublished. */
  index: number
}

export function makeEnterprise(
  world: World,
  identity: Identity,
  { businessNumber, foundedOn, index }: Registration,
): EnterpriseRow {
  const { random } = world
  const place = random.pickWeighted(places)
  return {
    ...edited(world, random.between(30, 900)),
    business_number: businessNumber,
    branch: '0000',
    organisation_form: identity.organisationForm,
    name: identity.name,
    region_code: place.code,
    address: `${place.fullName} ${random.pick(roads)} ${random.between(3, 240)}`,
    founded_on: foundedOn,
    summary: summaryOf(world, identity, place.district, foundedOn),
    social_mission: missionOf(world, identity),
    homepage: random.isLucky(0.35) ? `https://www.enterprise-${index + 1}.example.kr` : null,
    state: stateOf(index),
    source: 'seed',
    center_id: null,
  }
}

/** 지점 — a second row under the same business number, somewhere else. */
export function makeBranch(world: World, head: EnterpriseRow): EnterpriseRow {
  const { random } = world
  const place = random.pickWeighted(places.filter(other => other.code !== head.region_code))
  const town = place.district.split(' ').at(-1) ?? place.district
  return {
    ...head,
    ...edited(world, random.between(10, 29)),
    branch: '0001',
    name: `${head.name} ${town.replace(/[시군구]$/, '') || town}지점`,
    region_code: place.code,
    address: `${place.fullName} ${random.pick(roads)} ${random.between(3, 240)}`,
    homepage: null,
  }
}

export function makeFormerName(
  world: World,
  enterprise: EnterpriseRow,
  { line, ownName }: Identity,
): EnterpriseNameRow {
  const { random, today } = world
  const before = random.pick(stems.filter(stem => !ownName.startsWith(stem))) + random.pick(line.endings)
  return {
    id: newId(world),
    enterprise_id: enterprise.id,
    name: enterprise.name.replace(ownName, before),
    valid_from: enterprise.founded_on,
    valid_until: addDays(today, -random.between(100, 700)),
  }
}

/** 담당자 — invented people, numbers that are not given out and a domain of nobody’s. */
export function makeContacts(world: World, enterprise: EnterpriseRow, index: number): ContactRow[] {
  const { random, today } = world
  const duties = random.isLucky(0.6) ? (['representative', 'sales'] as const) : (['representative'] as const)
  return duties.map(duty => ({
    id: newId(world),
    enterprise_id: enterprise.id,
    duty,
    name: random.pick(surnames) + random.pick(givenNames),
    phone: `010-0000-${String(random.between(0, 9999)).padStart(4, '0')}`,
    email: `${duty}.${index + 1}@example.kr`,
    purpose: '공공구매 상담과 납품 연락',
    retain_until: addDays(today, 3 * 365),
  }))
}

function summaryOf({ random }: World, { line }: Identity, place: string, foundedOn: Day): string {
  const sentences = `${random.pick(line.openings)} ${random.pick(line.strengths)}`
  return sentences.replace('{place}', place).replace('{year}', foundedOn.slice(0, 4))
}

function missionOf({ random }: World, { line }: Identity): string {
  const staff = random.between(6, 48)
  const part = Math.max(3, Math.round(staff * (0.3 + random.next() * 0.4)))
  return random.pick(line.missions).replace('{staff}', String(staff)).replace('{part}', String(part))
}

function stateOf(index: number): EnterpriseRow['state'] {
  if (index % 31 === 17) return 'draft'
  if (index % 41 === 23) return 'withdrawn'
  return 'published'
}
