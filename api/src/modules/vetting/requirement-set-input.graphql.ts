import { Field, ID, InputType, Int } from 'type-graphql'
import { DateScalar } from '../../platform/scalars.ts'
import type { RequirementInput as Checked } from './check-requirements.ts'
import type { SetInput } from './change-requirement-set.ts'
import type { Parameters, Purpose, RequirementKind } from './requirement-set.entity.ts'
import { PurposeEnum, RequirementKindEnum } from './vetting-enums.graphql.ts'

@InputType({ description: '근거. Law or rule a requirement rests on.' })
export class RequirementLawInput {
  @Field(() => String, { description: '이름. Name of the law, decree or rule.' })
  name!: string

  @Field(() => String, { nullable: true, description: '조문. Article.' })
  article?: string | null

  @Field(() => DateScalar, { nullable: true, description: '시행일. In force from this day on (KST).' })
  effectiveFrom?: string | null

  @Field(() => String, { nullable: true, description: '주소. Where it can be read.' })
  url?: string | null
}

@InputType({
  description: '요건 값. What a requirement is measured by; BAD_USER_INPUT for what is not of its kind.',
})
export class RequirementParametersInput {
  @Field(() => [String], { nullable: true, description: '인증 종류 코드. Any of these counts.' })
  certificationKinds?: string[] | null

  @Field(() => DateScalar, { nullable: true, description: '이 날까지 유효. Certified through this day.' })
  through?: string | null

  @Field(() => Int, {
    nullable: true,
    description: '앞으로 며칠. Certified through so many days from today.',
  })
  daysAhead?: number | null

  @Field(() => Int, { nullable: true, description: '몇 건. How many are needed.' })
  count?: number | null

  @Field(() => Int, { nullable: true, description: '최근 몇 년. Of how many years.' })
  years?: number | null

  @Field(() => Boolean, { nullable: true, description: '확인된 것만. Whether only confirmed claims count.' })
  confirmed?: boolean | null
}

@InputType({ description: '요건. One thing an enterprise must show.' })
export class RequirementInput {
  @Field(() => ID, {
    nullable: true,
    description: '요건 식별자. Of the requirement it continues; null: a new one.',
  })
  key?: string | null

  @Field(() => RequirementKindEnum, { description: '종류. How it is shown to be met.' })
  kind!: RequirementKind

  @Field(() => String, { description: '문장. As the enterprise reads it.' })
  text!: string

  @Field(() => String, { nullable: true, description: '안내. At most 2,000 characters.' })
  guidance?: string | null

  @Field(() => RequirementLawInput, { nullable: true, description: '근거. What it rests on.' })
  law?: RequirementLawInput | null

  @Field(() => RequirementParametersInput, { nullable: true, description: '값. What it is measured by.' })
  parameters?: RequirementParametersInput | null

  @Field(() => Boolean, { defaultValue: true, description: '필수. Whether nobody is approved without it.' })
  isRequired!: boolean

  @Field(() => Int, { defaultValue: 0, description: '점수. 0 to 100.' })
  weight!: number
}

@InputType({ description: '기준. A version of what enterprises are vetted by, as a whole.' })
export class RequirementSetInput {
  @Field(() => String, { description: '제목. 1 to 120 characters.' })
  title!: string

  @Field(() => PurposeEnum, { description: '쓰임. What for.' })
  purpose!: Purpose

  @Field(() => String, {
    nullable: true,
    description: '인증 종류 코드. With the purpose CERTIFICATION only.',
  })
  kind?: string | null

  @Field(() => DateScalar, {
    nullable: true,
    description: '신청 마감일. Last day for applications; null: open.',
  })
  openUntil?: string | null

  @Field(() => Boolean, { defaultValue: false, description: '2인 승인. Whether two people must approve.' })
  needsTwo!: boolean

  @Field(() => Int, { defaultValue: 14, description: '심사 기한. Days the centre has; 1 to 365.' })
  reviewDays!: number

  @Field(() => Int, { defaultValue: 7, description: '보완 기한. Days the enterprise has; 1 to 365.' })
  returnDays!: number

  @Field(() => [RequirementInput], { description: '요건 목록. In order; at most 60.' })
  requirements!: RequirementInput[]
}

/** What was given, with null where nothing was. */
export const setInputOf = ({ kind, openUntil, requirements, ...rest }: RequirementSetInput): SetInput => ({
  ...rest,
  kindCode: kind ?? null,
  openUntil: openUntil ?? null,
  requirements: requirements.map(requirementOf),
})

const requirementOf = ({
  key,
  kind,
  text,
  guidance,
  law,
  parameters,
  isRequired,
  weight,
}: RequirementInput): Checked => ({
  key: key ?? null,
  kind,
  text,
  guidance: guidance ?? null,
  law: law
    ? {
        name: law.name,
        article: law.article ?? null,
        effectiveFrom: law.effectiveFrom ?? null,
        url: law.url ?? null,
      }
    : null,
  parameters: parametersOf(parameters ?? {}),
  isRequired,
  weight,
})

/** Only what was said. */
function parametersOf({
  certificationKinds,
  through,
  daysAhead,
  count,
  years,
  confirmed,
}: RequirementParametersInput): Parameters {
  return {
    ...(certificationKinds != null && { kinds: certificationKinds }),
    ...(through != null && { through }),
    ...(daysAhead != null && { daysAhead }),
    ...(count != null && { count }),
    ...(years != null && { years }),
    ...(confirmed != null && { confirmed }),
  }
}
