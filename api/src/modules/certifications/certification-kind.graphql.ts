import type { GraphQLResolveInfo } from 'graphql'
import { Ctx, Field, Info, ObjectType, Query, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { Node } from '../../platform/node.graphql.ts'
import { readRows } from '../../platform/read/read.ts'
import { DateScalar } from '../../platform/scalars.ts'
import { certificationKindShape } from './certification.shape.ts'

@ObjectType('CertificationKind', {
  implements: Node,
  simpleResolvers: true,
  description:
    '인증 종류. What law or ordinance lets an enterprise be certified as. Dated data with a source, not legal advice.',
})
export class CertificationKindType extends Node {
  @Field(() => String, { description: '코드. Stable code for filters, e.g. social_enterprise.' })
  code!: string

  @Field(() => String, { description: '인증명. Korean name, e.g. 사회적기업.' })
  name!: string

  @Field(() => String, { description: '영문 인증명. English name.' })
  nameEn!: string

  @Field(() => String, { description: '인증기관. Who certifies or designates.' })
  issuer!: string

  @Field(() => String, { description: '근거. Law and article.' })
  legalBasis!: string

  @Field(() => String, { description: '유효기간 규칙. How long it lasts.' })
  validityRule!: string

  @Field(() => String, { nullable: true, description: '확인처. Where an officer can check it officially.' })
  checkUrl!: string | null

  @Field(() => Boolean, {
    description: '사회적경제 여부. Whether it makes an enterprise one of the social economy.',
  })
  isSocialEconomy!: boolean

  @Field(() => String, { description: '출처. Where this row comes from.' })
  source!: string

  @Field(() => DateScalar, { description: '기준일. Day (KST) on which the source said so.' })
  asOf!: string
}

@Resolver()
export class CertificationKindQueries {
  @Query(() => [CertificationKindType], {
    description: '인증 종류 목록. Every kind, in the order in which officers list them.',
  })
  certificationKinds(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo) {
    return readRows(ctx, info, { shape: certificationKindShape, where: () => {}, orderBy: 't.position' })
  }
}
