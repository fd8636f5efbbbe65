import {
  Arg,
  Field,
  FieldResolver,
  Info,
  InputType,
  ID,
  Int,
  ObjectType,
  registerEnumType,
  Resolver,
  Root,
} from 'type-graphql'
import type { GraphQLResolveInfo } from 'graphql'
import { Node } from '../../platform/node.graphql.ts'
import { readField } from '../../platform/read/read-field.ts'
import { DateScalar } from '../../platform/scalars.ts'
import { RegionType } from '../regions/region.graphql.ts'
import type { InstitutionKind } from './institution.entity.ts'
import { OfficerType } from './officer.graphql.ts'

export const InstitutionKindEnum = {
  HEAD_OFFICE: 'head_office',
  DISTRICT: 'district',
  INVESTED: 'invested',
  EDUCATION_OFFICE: 'education_office',
  SCHOOL: 'school',
  PUBLIC_ENTERPRISE: 'public_enterprise',
  POLICE_FIRE: 'police_fire',
  OTHER: 'other',
} as const satisfies Record<string, InstitutionKind>
registerEnumType(InstitutionKindEnum, {
  name: 'InstitutionKind',
  description: '기관 종류. What kind of public body.',
  valuesConfig: {
    HEAD_OFFICE: { description: '본청. The head office of a city or province.' },
    DISTRICT: { description: '자치구·시군. A district or town.' },
    INVESTED: { description: '투자·출연기관. Invested in or funded by a city or province.' },
    EDUCATION_OFFICE: { description: '교육청. An office of education.' },
    SCHOOL: { description: '학교. A school.' },
    PUBLIC_ENTERPRISE: { description: '공기업. A public enterprise.' },
    POLICE_FIRE: { description: '경찰·소방. Police or fire service.' },
    OTHER: { description: '기타. Any other.' },
  },
})

export const InstitutionActionEnum = {
  CHANGE: 'change',
  ADD_DEPARTMENT: 'add_department',
  END: 'end',
  SUCCEED: 'succeed',
} as const
registerEnumType(InstitutionActionEnum, {
  name: 'InstitutionAction',
  description: '기관에 할 수 있는 일. What staff do with an institution.',
  valuesConfig: {
    CHANGE: { description: '고치기. `changeInstitution`.' },
    ADD_DEPARTMENT: { description: '부서 추가. `addDepartment`.' },
    END: { description: '폐지. `endInstitution`.' },
    SUCCEED: { description: '분리·통합. `succeedInstitution`.' },
  },
})

@ObjectType({
  simpleResolvers: true,
  description: '기관 승계. Which body took over from which; one may become several, and several one.',
})
export class InstitutionSuccession {
  @Field(() => DateScalar, { description: '승계일. First day of the new body (KST).' })
  effectiveOn!: string

  @Field(() => InstitutionType, { description: '기관. The body at the other end.' })
  institution!: object
}

@ObjectType('Institution', {
  implements: Node,
  simpleResolvers: true,
  description: '기관. A public body that buys, in the days of its life.',
})
export class InstitutionType extends Node {
  @Field(() => Int, { description: '버전. To be sent with a change.' })
  version!: number

  @Field(() => InstitutionKindEnum, { description: '종류. What kind of body.' })
  kind!: InstitutionKind

  @Field(() => String, { description: '이름. Name of the body.' })
  name!: string

  @Field(() => RegionType, { nullable: true, description: '지역. Where it is; null: not stated.' })
  region!: RegionType | null

  @Field(() => InstitutionType, { nullable: true, description: '상위 기관. The body above it.' })
  parent!: InstitutionType | null

  @Field(() => DateScalar, { nullable: true, description: '존속 시작일. Null: since ever.' })
  validFrom!: string | null

  @Field(() => DateScalar, { nullable: true, description: '존속 마지막 날. Inclusive; null: no end.' })
  validUntil!: string | null

  @Field(() => Boolean, { description: '존속 여부. Whether it exists today (KST).' })
  isCurrent!: boolean

  @Field(() => [InstitutionSuccession], { description: '이전 기관. What it has taken over from.' })
  predecessors!: InstitutionSuccession[]

  @Field(() => [InstitutionSuccession], { description: '이후 기관. What has taken over from it.' })
  successors!: InstitutionSuccession[]

  @Field(() => [InstitutionActionEnum], {
    description: '할 수 있는 일. What who asks may do with it now; empty for everybody but its centre.',
  })
  allowedActions!: string[]
}

@ObjectType('Department', {
  implements: Node,
  simpleResolvers: true,
  description: '부서. Where in a body somebody buys.',
})
export class DepartmentType extends Node {
  @Field(() => Int, { description: '버전. To be sent with a change.' })
  version!: number

  @Field(() => String, { description: '이름. Name of the department.' })
  name!: string

  @Field(() => DateScalar, { nullable: true, description: '존속 시작일. Null: since ever.' })
  validFrom!: string | null

  @Field(() => DateScalar, { nullable: true, description: '존속 마지막 날. Inclusive; null: no end.' })
  validUntil!: string | null

  @Field(() => Boolean, { description: '존속 여부. Whether it exists today (KST).' })
  isCurrent!: boolean

  @Field(() => Boolean, { description: '내 부서. Whether who asks is an officer of it.' })
  isOwn!: boolean

  @Field(() => InstitutionType, { description: '기관. The body it belongs to.' })
  institution!: InstitutionType

  @Field(() => [OfficerType], {
    description: '담당자. Masked; seen by the staff of its centre, and by each officer the own entry.',
  })
  officers!: OfficerType[]
}

@Resolver(() => InstitutionType)
export class InstitutionDepartments {
  @FieldResolver(() => [DepartmentType], { description: '부서 목록. Its departments, by name.' })
  departments(
    @Root() row: object,
    @Arg('all', () => Boolean, {
      defaultValue: false,
      description: '없어진 부서도. Those that are no more, or not yet, as well.',
    })
    _all: boolean,
    @Info() info: GraphQLResolveInfo,
  ): object[] {
    return readField(row, info)
  }
}

@InputType({ description: '새 기관. A public body.' })
export class InstitutionInput {
  @Field(() => String, { description: '이름. At most 100 characters.' })
  name!: string

  @Field(() => InstitutionKindEnum, { description: '종류. What kind of body.' })
  kind!: InstitutionKind

  @Field(() => String, { nullable: true, description: '지역 코드. As in `regions`.' })
  region?: string | null

  @Field(() => ID, { nullable: true, description: '상위 기관. The body above it.' })
  parent?: string | null

  @Field(() => DateScalar, { nullable: true, description: '존속 시작일. Left out: since ever.' })
  validFrom?: string | null

  @Field(() => DateScalar, { nullable: true, description: '존속 마지막 날. Left out: no end.' })
  validUntil?: string | null
}

@InputType({ description: '기관 변경. What is left out stays as it is; null clears it.' })
export class InstitutionChangesInput {
  @Field(() => String, { nullable: true, description: '이름. Never null.' })
  name?: string

  @Field(() => InstitutionKindEnum, { nullable: true, description: '종류. Never null.' })
  kind?: InstitutionKind

  @Field(() => String, { nullable: true, description: '지역 코드. As in `regions`.' })
  region?: string | null

  @Field(() => ID, { nullable: true, description: '상위 기관. The body above it.' })
  parent?: string | null

  @Field(() => DateScalar, { nullable: true, description: '존속 시작일. Null: since ever.' })
  validFrom?: string | null

  @Field(() => DateScalar, { nullable: true, description: '존속 마지막 날. Null: no end.' })
  validUntil?: string | null
}

@InputType({
  description: '승계 기관. A body that takes over: one that exists (`id`), or a new one (`name`).',
})
export class SuccessorInput {
  @Field(() => ID, { nullable: true, description: '기관. One that exists already.' })
  id?: string | null

  @Field(() => String, { nullable: true, description: '이름. Of a new one; kind and region are taken over.' })
  name?: string | null

  @Field(() => String, { nullable: true, description: '지역 코드. Of a new one, where it differs.' })
  region?: string | null

  @Field(() => [ID], {
    defaultValue: [],
    description: '이어받는 부서. Departments that go on there, under the same name.',
  })
  departments!: string[]
}
