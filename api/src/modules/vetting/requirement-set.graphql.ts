import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Node } from '../../platform/node.graphql.ts'
import { DateScalar, DateTimeScalar } from '../../platform/scalars.ts'
import { CertificationKindType } from '../certifications/certification-kind.graphql.ts'
import { PurposeEnum, RequirementKindEnum, RequirementSetStateEnum } from './vetting-enums.graphql.ts'

@ObjectType({ simpleResolvers: true, description: '근거. Law or rule a requirement rests on; dated.' })
export class RequirementLaw {
  @Field(() => String, { description: '이름. Name of the law, decree or rule.' })
  name!: string

  @Field(() => String, { nullable: true, description: '조문. Article.' })
  article!: string | null

  @Field(() => DateScalar, { nullable: true, description: '시행일. In force from this day on (KST).' })
  effectiveFrom!: string | null

  @Field(() => String, { nullable: true, description: '주소. Where it can be read.' })
  url!: string | null
}

@ObjectType({
  simpleResolvers: true,
  description: '요건 값. What a requirement is measured by; each kind knows its own.',
})
export class RequirementParameters {
  @Field(() => [String], {
    nullable: true,
    description: '인증 종류 코드. Any of these counts; null: any kind of the social economy.',
  })
  certificationKinds!: string[] | null

  @Field(() => DateScalar, { nullable: true, description: '이 날까지 유효. Certified through this day.' })
  through!: string | null

  @Field(() => Int, {
    nullable: true,
    description: '앞으로 며칠. Certified through so many days from today.',
  })
  daysAhead!: number | null

  @Field(() => Int, { nullable: true, description: '몇 건. How many are needed; 1 when null.' })
  count!: number | null

  @Field(() => Int, { nullable: true, description: '최근 몇 년. Of how many years; 3 when null.' })
  years!: number | null

  @Field(() => Boolean, { nullable: true, description: '확인된 것만. Whether only confirmed claims count.' })
  confirmed!: boolean | null
}

@ObjectType('Requirement', { simpleResolvers: true, description: '요건. One thing an enterprise must show.' })
export class RequirementType {
  @Field(() => Int, { description: '번호. Place in its set, from 1.' })
  number!: number

  @Field(() => ID, { description: '요건 식별자. The same requirement in another version has the same key.' })
  key!: string

  @Field(() => RequirementKindEnum, { description: '종류. How it is shown to be met.' })
  kind!: string

  @Field(() => String, { description: '문장. As the enterprise reads it.' })
  text!: string

  @Field(() => String, {
    nullable: true,
    description: '안내. What helps the enterprise to meet it; nothing is judged by it.',
  })
  guidance!: string | null

  @Field(() => RequirementLaw, { nullable: true, description: '근거. What it rests on.' })
  law!: RequirementLaw | null

  @Field(() => RequirementParameters, { description: '값. What it is measured by.' })
  parameters!: RequirementParameters

  @Field(() => Boolean, { description: '필수. Whether nobody is approved without it.' })
  isRequired!: boolean

  @Field(() => Int, { description: '점수. What it counts in the score; 0: nothing.' })
  weight!: number
}

@ObjectType({ simpleResolvers: true, description: '확정 기록. How a version came to be in force.' })
export class RequirementPublication {
  @Field(() => DateTimeScalar, { description: '확정 일시. When.' })
  at!: string

  @Field(() => String, { nullable: true, description: '확정한 사람. Name of the colleague.' })
  by!: string | null

  @Field(() => String, { nullable: true, description: '이유. As it was given.' })
  reason!: string | null
}

@ObjectType('RequirementSet', {
  implements: Node,
  simpleResolvers: true,
  description: '기준. One version of what enterprises are vetted by; once published it never changes.',
})
export class RequirementSetType extends Node {
  @Field(() => Int, { description: '판. Moves with every change; `expectedVersion` of the next one.' })
  version!: number

  @Field(() => Int, { description: '버전 번호. 1, 2, 3 … of its series.' })
  number!: number

  @Field(() => String, { description: '제목. What it is called.' })
  title!: string

  @Field(() => PurposeEnum, { description: '쓰임. What for.' })
  purpose!: string

  @Field(() => CertificationKindType, { nullable: true, description: '인증 종류. Set when it is for one.' })
  kind!: CertificationKindType | null

  @Field(() => RequirementSetStateEnum, { description: '상태. Whether it is still being written.' })
  state!: string

  @Field(() => DateScalar, { nullable: true, description: '시행일. In force from this day on (KST).' })
  effectiveFrom!: string | null

  @Field(() => DateScalar, {
    nullable: true,
    description: '신청 마감일. Last day for applications; null: open.',
  })
  openUntil!: string | null

  @Field(() => RequirementPublication, {
    nullable: true,
    description: '확정 기록. Who published it and why; for the staff of its centre, null for everybody else.',
  })
  publication!: RequirementPublication | null

  @Field(() => Boolean, { description: '2인 승인. Whether two different people must approve.' })
  needsTwo!: boolean

  @Field(() => Int, { description: '심사 기한. Days the centre has from submission on.' })
  reviewDays!: number

  @Field(() => Int, { description: '보완 기한. Days the enterprise has to correct.' })
  returnDays!: number

  @Field(() => Boolean, { description: '적용 중. Whether it is the version in force today (KST).' })
  isInForce!: boolean

  @Field(() => [RequirementType], { description: '요건 목록. What must be shown, in order.' })
  requirements!: RequirementType[]

  @Field(() => [RequirementSetType], {
    description: '버전 목록. All versions of the series, the latest first.',
  })
  versions!: RequirementSetType[]
}
