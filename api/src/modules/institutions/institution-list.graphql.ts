import type { GraphQLResolveInfo } from 'graphql'
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Info,
  InputType,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { parseGlobalId } from '../../platform/global-id.ts'
import { isUuid } from '../../platform/id.ts'
import { countRows, readConnection } from '../../platform/page/connection.ts'
import type { Order } from '../../platform/page/keyset.ts'
import { PageArgs, PageInfo } from '../../platform/page/page.graphql.ts'
import { pageOf } from '../../platform/page/page.ts'
import { Conditions } from '../../platform/read/conditions.ts'
import { readRows } from '../../platform/read/read.ts'
import { ViewerType } from '../accounts/account.graphql.ts'
import { DepartmentType, InstitutionKindEnum, InstitutionType } from './institution.graphql.ts'
import type { InstitutionKind } from './institution.entity.ts'
import { departmentShape, institutionShape, isCurrent, isOfCenter } from './institution.shape.ts'

@InputType({ description: '기관 조건. What must hold; everything given must.' })
export class InstitutionFilter {
  @Field(() => String, { nullable: true, description: '검색어. In the name of the body or of a department.' })
  query?: string | null

  @Field(() => [InstitutionKindEnum], { nullable: true, description: '종류. Any of these.' })
  kinds?: InstitutionKind[] | null

  @Field(() => String, { nullable: true, description: '지역 코드. A prefix, as in `regions`.' })
  region?: string | null

  @Field(() => Boolean, {
    nullable: true,
    description: '존속. True: those that exist today; false: those that do not; left out: all.',
  })
  isCurrent?: boolean | null
}

@ObjectType({ simpleResolvers: true, description: '기관 한 건. A body in a list, with its cursor.' })
export class InstitutionEdge {
  @Field(() => InstitutionType, { description: '기관. The body.' })
  node!: InstitutionType

  @Field(() => String, { description: '커서. Where the list goes on after it.' })
  cursor!: string
}

@ObjectType({ simpleResolvers: true, description: '기관 목록. A page of bodies by name (Relay).' })
export class InstitutionConnection {
  @Field(() => [InstitutionEdge], { description: '항목. The bodies of the page.' })
  edges!: InstitutionEdge[]

  @Field(() => PageInfo, { description: '쪽 정보. Where the page stands.' })
  pageInfo!: PageInfo

  /** What was asked, for the count. */
  asked!: InstitutionFilter
}

const byName: Order = {
  name: 'institutions',
  key: 't.name',
  type: 'text',
  isNullable: false,
  isDescending: false,
  id: { column: 't.id', type: 'uuid' },
}

@Resolver(() => InstitutionConnection)
export class InstitutionQueries {
  @Query(() => InstitutionConnection, {
    description:
      '기관 목록. Those the centre of who asks keeps, or whose officer asks; empty for everybody else.',
  })
  async institutions(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => InstitutionFilter, { nullable: true, description: '조건. What must hold.' })
    filter: InstitutionFilter | null | undefined,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    const asked = filter ?? {}
    const connection = await readConnection(ctx, info, {
      shape: institutionShape,
      order: byName,
      page: pageOf(page),
      where: conditions => narrow(conditions, asked, ctx),
    })
    return { ...connection, asked }
  }

  @FieldResolver(() => Int, { description: '전체 건수. How many bodies there are; exact.' })
  totalCount(@Root() { asked }: InstitutionConnection, @Ctx() ctx: Context) {
    const conditions = new Conditions()
    narrow(conditions, asked, ctx)
    return countRows(ctx, institutionShape, conditions)
  }

  @Query(() => InstitutionType, {
    nullable: true,
    description: '기관 한 건. Null when there is none, or who asks neither keeps it nor is an officer of it.',
  })
  async institution(
    @Arg('id', () => ID, { description: '기관. Which body.' }) id: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const parsed = parseGlobalId(id)
    if (parsed?.tag !== 'institution' || !isUuid(parsed.key)) return null
    const [row] = await readRows(ctx, info, {
      shape: institutionShape,
      where: conditions => {
        conditions.add(`t.id = ${conditions.value(parsed.key)}::uuid`)
        conditions.add(isAtHand)
      },
    })
    return row ?? null
  }
}

@Resolver(() => ViewerType)
export class ViewerDepartments {
  @FieldResolver(() => [DepartmentType], {
    description: '내 부서. Departments the person is an officer of; empty for everybody else.',
  })
  departments(@Root() _viewer: ViewerType, @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo) {
    return readRows(ctx, info, {
      shape: departmentShape,
      where: conditions => conditions.add('t.id = any(scope_departments())'),
      orderBy: 't.name, t.id',
    })
  }
}

const isAtHand = `(${isOfCenter('t')} or exists (
  select from department d where d.institution_id = t.id and d.id = any(scope_departments())))`

function narrow(conditions: Conditions, filter: InstitutionFilter, { today }: Pick<Context, 'today'>) {
  conditions.add(isAtHand)
  const { query, kinds, region } = filter
  for (const word of (query ?? '').normalize('NFC').split(/\s+/).filter(Boolean).slice(0, 8)) {
    const pattern = conditions.value(`%${word.replaceAll(/[\\%_]/g, '\\$&')}%`)
    conditions.add(`(t.name ilike ${pattern} or exists (
      select from department d where d.institution_id = t.id and d.name ilike ${pattern}))`)
  }
  if (kinds?.length) conditions.add(`t.kind = any(${conditions.value(kinds)}::text[])`)
  if (region) conditions.add(`t.region_code like ${conditions.value(`${region.replaceAll(/\D/g, '')}%`)}`)
  if (filter.isCurrent != null) {
    const current = isCurrent('t', `${conditions.value(today)}::date`)
    conditions.add(filter.isCurrent ? current : `not ${current}`)
  }
}
