import {
  Field,
  FieldResolver,
  ID,
  Int,
  InterfaceType,
  ObjectType,
  registerEnumType,
  Resolver,
  Root,
} from 'type-graphql'
import { concreteTypeOf, Node } from '../../platform/node.graphql.ts'
import { DateScalar, WonScalar } from '../../platform/scalars.ts'
import { CategoryType } from '../categories/category.graphql.ts'
import { CertificationType } from '../certifications/certification.graphql.ts'
import { EnterpriseType } from '../enterprises/enterprise.graphql.ts'
import { RegionType } from '../regions/region.graphql.ts'

export const VerificationResult = { CONFIRMED: 'confirmed', NOT_CONFIRMED: 'not_confirmed' } as const
registerEnumType(VerificationResult, {
  name: 'VerificationResult',
  description: '확인 결과. What came of looking at a claim.',
  valuesConfig: {
    CONFIRMED: { description: '확인됨. The evidence bears the claim out.' },
    NOT_CONFIRMED: { description: '확인 안 됨. It does not, or not yet.' },
  },
})

@ObjectType({ simpleResolvers: true, description: '증빙. What a claim or a certification rests on.' })
export class Evidence {
  @Field(() => ID, { description: '식별자. Opaque and typed; names it in `removeEvidence`.' })
  id!: string

  @Field(() => String, { description: '발급처. Who issued it.' })
  issuer!: string

  @Field(() => String, { nullable: true, description: '문서번호. Number of the document.' })
  number!: string | null

  @Field(() => DateScalar, { nullable: true, description: '발급일. Day of issue (KST).' })
  issuedOn!: string | null

  @Field(() => String, { nullable: true, description: '주소. Where it can be looked at, if it is public.' })
  url!: string | null
}

@ObjectType({
  simpleResolvers: true,
  description: '확인. The latest look at a claim. Who looked is not public.',
})
export class Verification {
  @Field(() => VerificationResult, { description: '결과. What came of it.' })
  result!: (typeof VerificationResult)[keyof typeof VerificationResult]

  @Field(() => DateScalar, { description: '확인일. When (KST).' })
  verifiedOn!: string

  @Field(() => String, { description: '확인 방법. How, e.g. 계약서 대조, 현장 방문.' })
  method!: string

  @Field(() => DateScalar, { nullable: true, description: '다음 확인일. When to look again.' })
  nextCheckOn!: string | null
}

@InterfaceType('Credential', {
  resolveType: concreteTypeOf,
  description:
    '공급역량 자격. One claim of the capability passport, with its evidence and its verification; reusable across events.',
})
export abstract class CredentialType {
  @Field(() => ID, { description: '식별자. Opaque and typed.' })
  id!: string

  @Field(() => DateScalar, { description: '작성일. When the enterprise stated it (KST).' })
  statedOn!: string

  @Field(() => CategoryType, {
    nullable: true,
    description: '품목분류. What it is about; null: the enterprise as a whole.',
  })
  category!: CategoryType | null

  @Field(() => [Evidence], { description: '증빙. What it rests on.' })
  evidence!: Evidence[]

  @Field(() => Verification, {
    nullable: true,
    description: '확인. The latest look at it; null: nobody has looked yet (미확인).',
  })
  verification!: Verification | null
}

@ObjectType({
  implements: [Node, CredentialType],
  simpleResolvers: true,
  description: '공급역량. How much the enterprise can supply in a month, with whom and with what.',
})
export class SupplyCapacity extends CredentialType {
  @Field(() => Int, { nullable: true, description: '월 공급량. Quantity a month, in `unit`.' })
  quantityPerMonth!: number | null

  @Field(() => String, { nullable: true, description: '단위. Unit of the quantity.' })
  unit!: string | null

  @Field(() => Int, { nullable: true, description: '투입 인원. People it can put to work.' })
  people!: number | null

  @Field(() => String, { nullable: true, description: '시설·장비. Facilities and equipment.' })
  facilities!: string | null
}

@ObjectType({
  implements: [Node, CredentialType],
  simpleResolvers: true,
  description: '납품실적. Something delivered to somebody.',
})
export class DeliveryRecord extends CredentialType {
  @Field(() => String, { description: '납품처. The client body.' })
  client!: string

  @Field(() => String, { description: '품목. What was delivered.' })
  item!: string

  @Field(() => WonScalar, { description: '금액. Contract amount in won, VAT included.' })
  amount!: number

  @Field(() => DateScalar, { description: '납품일. When (KST).' })
  deliveredOn!: string

  @Field(() => String, { nullable: true, description: '계약번호. Number of the contract.' })
  contractNumber!: string | null
}

@ObjectType({
  implements: [Node, CredentialType],
  simpleResolvers: true,
  description: '납품조건. The terms on which the enterprise delivers.',
})
export class DeliveryTerms extends CredentialType {
  @Field(() => [RegionType], { description: '납품 지역. Regions; empty: nationwide (전국).' })
  regions!: RegionType[]

  @Field(() => Int, { nullable: true, description: '납기. Days from order to delivery.' })
  leadDays!: number | null

  @Field(() => Int, { nullable: true, description: '최소 주문 수량. Minimum order.' })
  minimumOrder!: number | null

  @Field(() => String, { nullable: true, description: '대금 조건. How it is paid.' })
  payment!: string | null

  @Field(() => String, { nullable: true, description: '사후관리. After-service.' })
  afterService!: string | null
}

@ObjectType({
  simpleResolvers: true,
  description: '공급역량 요약. The passport in figures, counted at the moment of asking.',
})
export class CredentialSummary {
  @Field(() => Int, { description: '자격 수. Claims of all three kinds.' })
  total!: number

  @Field(() => Int, { description: '확인된 자격 수. Of `total`, how many are confirmed.' })
  verified!: number

  @Field(() => Int, { description: '납품실적 수. Delivery records stated.' })
  deliveryRecords!: number

  @Field(() => Int, { description: '확인된 납품실적 수. Of `deliveryRecords`, how many are confirmed.' })
  verifiedDeliveryRecords!: number

  @Field(() => DateScalar, { nullable: true, description: '최근 납품일. Latest delivery stated (KST).' })
  lastDeliveredOn!: string | null
}

@Resolver(() => EnterpriseType)
export class EnterpriseCredentials {
  @FieldResolver(() => [CredentialType], { description: '공급역량 자격 목록. The capability passport.' })
  credentials(@Root() row: { credentials: CredentialType[] }): CredentialType[] {
    return row.credentials
  }

  @FieldResolver(() => CredentialSummary, { description: '공급역량 요약. The passport in figures.' })
  credentialSummary(@Root() row: { credentialSummary: CredentialSummary }): CredentialSummary {
    return row.credentialSummary
  }
}

@Resolver(() => CertificationType)
export class CertificationEvidence {
  @FieldResolver(() => [Evidence], { description: '증빙. What the certification rests on.' })
  evidence(@Root() row: { evidence: Evidence[] }): Evidence[] {
    return row.evidence
  }
}
