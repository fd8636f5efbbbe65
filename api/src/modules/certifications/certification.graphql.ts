import type { GraphQLResolveInfo } from 'graphql'
import {
  Arg,
  Field,
  FieldResolver,
  Info,
  Int,
  ObjectType,
  registerEnumType,
  Resolver,
  Root,
} from 'type-graphql'
import { Node } from '../../platform/node.graphql.ts'
import { readField } from '../../platform/read/read-field.ts'
import { DateScalar } from '../../platform/scalars.ts'
import { EnterpriseType } from '../enterprises/enterprise.graphql.ts'
import { CertificationKindType } from './certification-kind.graphql.ts'

export const CertificationStatus = {
  ACTIVE: 'active',
  CANCELLED: 'cancelled',
  RETURNED: 'returned',
  EXPIRED: 'expired',
  DATE_UNKNOWN: 'date_unknown',
  NOT_YET: 'not_yet',
} as const
registerEnumType(CertificationStatus, {
  name: 'CertificationStatus',
  description: '인증 상태. The state of a certification today (KST).',
  valuesConfig: {
    ACTIVE: { description: '유지. Counts today.' },
    CANCELLED: { description: '취소. The issuer has cancelled it.' },
    RETURNED: { description: '반납. The enterprise has given it back.' },
    EXPIRED: { description: '기간만료. Its last day has passed.' },
    DATE_UNKNOWN: {
      description: '일자미상. An official list names the enterprise without dates; never counted as yes.',
    },
    NOT_YET: { description: '시작 전. Its first day is still to come.' },
  },
})

export const Validity = { VALID: 'valid', INVALID: 'invalid', UNKNOWN: 'unknown' } as const
registerEnumType(Validity, {
  name: 'Validity',
  description: '유효 여부. Whether a certification counts on a day.',
  valuesConfig: {
    VALID: { description: '유효. Counts on that day.' },
    INVALID: { description: '무효. Does not count on that day.' },
    UNKNOWN: { description: '확인 필요. Its dates are not known; shown, never counted as yes.' },
  },
})

@ObjectType('Certification', {
  implements: Node,
  simpleResolvers: true,
  description: '인증. One certificate or designation of an enterprise; a renewal is another one.',
})
export class CertificationType extends Node {
  @Field(() => CertificationKindType, { description: '인증 종류. What it certifies.' })
  kind!: CertificationKindType

  @Field(() => String, { nullable: true, description: '인증번호. As printed, e.g. 제2020-001호.' })
  number!: string | null

  @Field(() => String, {
    nullable: true,
    description: '사회적목적 실현유형. Purpose type of a social enterprise, e.g. 일자리제공형.',
  })
  purposeType!: string | null

  @Field(() => String, { nullable: true, description: '발급기관. Who issued this one.' })
  issuer!: string | null

  @Field(() => DateScalar, { nullable: true, description: '발급일. Day of issue (KST).' })
  issuedOn!: string | null

  @Field(() => DateScalar, { nullable: true, description: '유효 시작일. First day that counts (KST).' })
  validFrom!: string | null

  @Field(() => DateScalar, {
    nullable: true,
    description: '유효 종료일. Last day that counts, until 24:00 KST; null: no end while requirements hold.',
  })
  validUntil!: string | null

  @Field(() => DateScalar, { nullable: true, description: '취소일. Does not count from this day on.' })
  cancelledOn!: string | null

  @Field(() => DateScalar, { nullable: true, description: '반납일. Does not count from this day on.' })
  returnedOn!: string | null

  @Field(() => CertificationStatus, { description: '상태. Today (KST), worked out at the moment of asking.' })
  status!: (typeof CertificationStatus)[keyof typeof CertificationStatus]

  @Field(() => Int, {
    nullable: true,
    description:
      '남은 날. Days until the last valid day, 0 on that day; null when it has no end or does not count today.',
  })
  daysLeft!: number | null

  @Field(() => String, { description: '출처. List or person the row comes from.' })
  source!: string

  @Field(() => DateScalar, { nullable: true, description: '출처 기준일. As-of day of that source.' })
  sourceAsOf!: string | null
}

@Resolver(() => CertificationType)
export class CertificationFields {
  @FieldResolver(() => Validity, { description: '유효 여부. Whether it counts on a day.' })
  validity(
    @Root() row: object,
    @Arg('on', () => DateScalar, { description: '기준일 (KST).' }) _on: string,
    @Info() info: GraphQLResolveInfo,
  ): string {
    return readField(row, info)
  }
}

@Resolver(() => EnterpriseType)
export class EnterpriseCertifications {
  @FieldResolver(() => [CertificationType], {
    description: '인증 이력. All certifications ever recorded, the longest valid first.',
  })
  certifications(
    @Root() row: object,
    @Arg('validOn', () => DateScalar, {
      nullable: true,
      description: '이 날 유효한 것만 (KST). Only those that count on the day.',
    })
    _validOn: string | null | undefined,
    @Info() info: GraphQLResolveInfo,
  ): object[] {
    return readField(row, info)
  }

  @FieldResolver(() => [CertificationKindType], {
    description:
      '인정 종류. Kinds that count on a day: at least one certification of the kind is valid, none with unknown dates counted.',
  })
  countsAs(
    @Root() row: object,
    @Arg('on', () => DateScalar, { nullable: true, description: '기준일 (KST). Today when omitted.' })
    _on: string | null | undefined,
    @Info() info: GraphQLResolveInfo,
  ): object[] {
    return readField(row, info)
  }
}
