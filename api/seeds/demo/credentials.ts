import { addDays } from '../../src/platform/day.ts'
import type { Catalogue, CredentialRow, EnterpriseRow, ProductRow } from './rows.ts'
import type { Line } from './vocabulary/line.ts'
import { clients } from './vocabulary/places.ts'
import { daysBetween, edited, newId, type World } from './world.ts'

type Passport = Pick<
  Catalogue,
  'credential' | 'supply_capacity' | 'delivery_record' | 'delivery_terms' | 'evidence' | 'verification'
>

interface Owner {
  enterprise: EnterpriseRow
  line: Line
  products: ProductRow[]
}

/** 역량여권 — what an enterprise says it can do, and who has looked. Adds its rows to the passport tables. */
export function addPassport(world: World, passport: Passport, owner: Owner): void {
  const { random } = world
  if (random.isLucky(0.8)) addCapacity(world, passport, owner)
  const priced = owner.products.filter(product => product.price !== null)
  for (const product of random.sample(priced, random.between(0, 4)))
    addDelivery(world, passport, owner, product)
  if (random.isLucky(0.7)) addTerms(world, passport, owner)
}

function addCapacity(world: World, passport: Passport, { enterprise, line, products }: Owner) {
  const { random } = world
  const credential = makeCredential(world, enterprise, 'supply_capacity', products[0]?.category_code ?? null)
  const { unit, from, to } = line.capacity
  passport.credential.push(credential)
  passport.supply_capacity.push({
    credential_id: credential.id,
    quantity_per_month: roundly(random.between(from, to)),
    unit,
    people: random.between(4, 42),
    facilities: random.sample(line.facilities, 2).join(', '),
  })
  addVerification(world, passport, credential, ['현장 방문', '설비 대장 확인', '영상 통화 확인'])
}

function addDelivery(world: World, passport: Passport, { enterprise }: Owner, product: ProductRow) {
  const { random, today } = world
  const credential = makeCredential(world, enterprise, 'delivery_record', product.category_code)
  const deliveredOn = addDays(today, -random.between(20, 1000))
  const client = random.pick(clients)
  const number = `${deliveredOn.slice(0, 4)}-${random.between(1000, 9999)}`
  passport.credential.push(credential)
  passport.delivery_record.push({
    credential_id: credential.id,
    client,
    item: product.name,
    amount: amountOf(world, product),
    delivered_on: deliveredOn,
    contract_number: random.isLucky(0.7) ? number : null,
  })
  if (random.isLucky(0.6))
    passport.evidence.push({
      id: newId(world),
      credential_id: credential.id,
      certification_id: null,
      issuer: client,
      number: `납품실적증명 ${number}`,
      issued_on: addDays(deliveredOn, 10),
    })
  addVerification(world, passport, credential, [
    '실적증명서 대조',
    '발주 부서 전화 확인',
    '계약 공개 자료 대조',
  ])
}

function addTerms(world: World, passport: Passport, { enterprise, products }: Owner) {
  const { random } = world
  const [first] = products
  const credential = makeCredential(world, enterprise, 'delivery_terms', null)
  passport.credential.push(credential)
  passport.delivery_terms.push({
    credential_id: credential.id,
    regions: first?.delivery_regions ?? [],
    lead_days: Math.max(1, ...products.map(product => product.lead_days)),
    minimum_order: first?.minimum_order ?? 1,
    payment: random.pick([
      '검수 후 14일 이내 계좌 이체',
      '선금 30%, 검수 후 잔금',
      '월말 정산',
      '관공서 카드·계좌 이체',
    ]),
    after_service: random.pick([
      '1년 무상, 이후 실비',
      '하자가 있으면 3일 안에 교환',
      '납품 뒤 30일 안에 1회 점검',
      '전화 접수 다음 날 방문',
    ]),
  })
  addVerification(world, passport, credential, ['담당자 면담', '견적서 대조'])
}

function makeCredential(
  world: World,
  enterprise: EnterpriseRow,
  kind: CredentialRow['kind'],
  categoryCode: string | null,
): CredentialRow {
  const { random, today } = world
  const age = Math.max(2, daysBetween(enterprise.created_at.slice(0, 10), today) - 1)
  const daysAgo = random.between(1, Math.min(age, 540))
  return {
    ...edited(world, daysAgo),
    enterprise_id: enterprise.id,
    kind,
    category_code: categoryCode,
    stated_on: addDays(today, -daysAgo),
  }
}

/** Half of the claims are confirmed, a few could not be, and nobody has looked at the rest. */
function addVerification(world: World, passport: Passport, credential: CredentialRow, methods: string[]) {
  const { random, today } = world
  const chance = random.next()
  if (chance > 0.6) return
  const isConfirmed = chance < 0.52
  const verifiedOn = addDays(
    today,
    -random.between(0, Math.min(daysBetween(credential.stated_on, today), 300)),
  )
  passport.verification.push({
    id: newId(world),
    credential_id: credential.id,
    result: isConfirmed ? 'confirmed' : 'not_confirmed',
    verified_on: verifiedOn,
    method: isConfirmed ? random.pick(methods) : '자료를 요청했으나 받지 못함',
    next_check_on: isConfirmed ? addDays(verifiedOn, 365) : addDays(verifiedOn, 30),
    by_id: null,
  })
}

function amountOf({ random }: World, { price, minimum_order }: ProductRow): number {
  const largest = 48_000_000
  const amount = (price ?? 0) * minimum_order * random.between(1, 24)
  return Math.min(amount, largest)
}

/** Two figures and zeros: nobody states 1,273 boxes a month. */
function roundly(quantity: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(quantity)) - 1)
  return Math.round(quantity / step) * step
}
