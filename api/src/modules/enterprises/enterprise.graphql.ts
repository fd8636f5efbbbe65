import { Field, ObjectType } from 'type-graphql'
import { Node } from '../../platform/node.graphql.ts'
import { DateScalar } from '../../platform/scalars.ts'
import { RegionType } from '../regions/region.graphql.ts'

@ObjectType({ simpleResolvers: true, description: '구 상호. A name the enterprise had before.' })
export class EnterpriseName {
  @Field(() => String, { description: '상호. As it was printed.' })
  name!: string

  @Field(() => DateScalar, { nullable: true, description: '시작일. First day of the name; null: not known.' })
  from!: string | null

  @Field(() => DateScalar, { description: '종료일. Last day of the name.' })
  until!: string
}

@ObjectType('Enterprise', {
  implements: Node,
  simpleResolvers: true,
  description:
    '기업. A social-economy enterprise, known by its business registration number and branch. People who work there are personal data and not part of the public catalogue.',
})
export class EnterpriseType extends Node {
  @Field(() => String, { description: '기업명. As printed on its certificate.' })
  name!: string

  @Field(() => String, {
    description: '사업자등록번호. Business registration number, ###-##-#####, checksum verified.',
  })
  businessNumber!: string

  @Field(() => String, { description: '종사업장번호. Branch, 4 digits; 0000 is the head office (본점).' })
  branch!: string

  @Field(() => String, { nullable: true, description: '조직형태. Legal form, e.g. 협동조합, 주식회사.' })
  organisationForm!: string | null

  @Field(() => RegionType, {
    nullable: true,
    description: '소재지 지역. Region of the address; null: not known.',
  })
  region!: RegionType | null

  @Field(() => String, { nullable: true, description: '소재지. Street address of the business.' })
  address!: string | null

  @Field(() => DateScalar, { nullable: true, description: '설립일. Founding day (KST).' })
  foundedOn!: string | null

  @Field(() => String, { nullable: true, description: '소개. What it offers, in its own words.' })
  summary!: string | null

  @Field(() => String, { nullable: true, description: '사회적 목적. What it is for besides its business.' })
  socialMission!: string | null

  @Field(() => String, { nullable: true, description: '홈페이지. Web address.' })
  homepage!: string | null

  @Field(() => [EnterpriseName], { description: '구 상호. Former names, the latest first.' })
  formerNames!: EnterpriseName[]
}
