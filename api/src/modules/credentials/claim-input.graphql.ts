import { Field, InputType, Int } from 'type-graphql'
import { Refusal } from '../../platform/refusal.ts'
import { DateScalar, WonScalar } from '../../platform/scalars.ts'
import type { ClaimOfKind } from './claim-values.ts'

@InputType({ description: '공급역량. How much can be supplied in a month, with whom and with what.' })
export class SupplyCapacityInput {
  @Field(() => Int, { nullable: true, description: '월 공급량. Quantity a month, in `unit`.' })
  quantityPerMonth?: number | null

  @Field(() => String, { nullable: true, description: '단위. Unit of the quantity.' })
  unit?: string | null

  @Field(() => Int, { nullable: true, description: '투입 인원. People it can put to work.' })
  people?: number | null

  @Field(() => String, { nullable: true, description: '시설·장비. Facilities and equipment.' })
  facilities?: string | null
}

@InputType({ description: '납품실적. Something delivered to somebody.' })
export class DeliveryRecordInput {
  @Field(() => String, { description: '납품처. The client body.' })
  client!: string

  @Field(() => String, { description: '품목. What was delivered.' })
  item!: string

  @Field(() => WonScalar, { description: '금액. In won, VAT included.' })
  amount!: number

  @Field(() => DateScalar, { description: '납품일. When (KST).' })
  deliveredOn!: string

  @Field(() => String, { nullable: true, description: '계약번호. Number of the contract.' })
  contractNumber?: string | null
}

@InputType({ description: '납품조건. On what terms the enterprise delivers.' })
export class DeliveryTermsInput {
  @Field(() => [String], { defaultValue: [], description: '납품 지역. Codes of regions; empty: nationwide.' })
  regions!: string[]

  @Field(() => Int, { nullable: true, description: '납기. Days from order to delivery.' })
  leadDays?: number | null

  @Field(() => Int, { nullable: true, description: '최소 주문 수량. Minimum order.' })
  minimumOrder?: number | null

  @Field(() => String, { nullable: true, description: '대금 조건. How it is paid.' })
  payment?: string | null

  @Field(() => String, { nullable: true, description: '사후관리. After-service.' })
  afterService?: string | null
}

@InputType({ description: '공급역량 자격. Exactly one of the three kinds, with all that is said of it.' })
export class ClaimInput {
  @Field(() => String, {
    nullable: true,
    description: '품목분류. Code; left out: the enterprise as a whole.',
  })
  category?: string | null

  @Field(() => SupplyCapacityInput, { nullable: true, description: '공급역량. Capacity.' })
  supplyCapacity?: SupplyCapacityInput | null

  @Field(() => DeliveryRecordInput, { nullable: true, description: '납품실적. A delivery.' })
  deliveryRecord?: DeliveryRecordInput | null

  @Field(() => DeliveryTermsInput, { nullable: true, description: '납품조건. Terms.' })
  deliveryTerms?: DeliveryTermsInput | null
}

export function claimOf({
  category,
  supplyCapacity,
  deliveryRecord,
  deliveryTerms,
}: ClaimInput): ClaimOfKind {
  const categoryCode = category ?? null
  const said = [supplyCapacity, deliveryRecord, deliveryTerms].filter(kind => kind != null)
  if (said.length !== 1)
    throw new Refusal('BAD_USER_INPUT', 'Say exactly one of the three kinds of claim.', 'claim')
  if (supplyCapacity) {
    const { quantityPerMonth = null, unit = null, people = null, facilities = null } = supplyCapacity
    return { categoryCode, kind: 'supply_capacity', values: { quantityPerMonth, unit, people, facilities } }
  }
  if (deliveryRecord) {
    const { contractNumber = null, client, item, amount, deliveredOn } = deliveryRecord
    const values = { client, item, amount, deliveredOn, contractNumber }
    return { categoryCode, kind: 'delivery_record', values }
  }
  const {
    regions = [],
    leadDays = null,
    minimumOrder = null,
    payment = null,
    afterService = null,
  } = deliveryTerms ?? {}
  const values = { regions, leadDays, minimumOrder, payment, afterService }
  return { categoryCode, kind: 'delivery_terms', values }
}
