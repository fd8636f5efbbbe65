import type { GraphQLResolveInfo } from 'graphql'
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  Info,
  InputType,
  Int,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
  Root,
} from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { countRows, readConnection } from '../../platform/page/connection.ts'
import { PageArgs, PageInfo } from '../../platform/page/page.graphql.ts'
import { pageOf } from '../../platform/page/page.ts'
import { Conditions } from '../../platform/read/conditions.ts'
import { DateScalar } from '../../platform/scalars.ts'
import { EnterpriseDeskType, EnterpriseStateEnum } from '../enterprises/desk.graphql.ts'
import { enterpriseDeskShape } from '../enterprises/desk.shape.ts'
import type { EnterpriseState } from '../enterprises/enterprise.states.ts'
import { ReviewType } from '../vetting/review.graphql.ts'
import {
  deskOrder,
  narrowDesks,
  type DeskFilter,
  type DeskSort,
  type Keeper,
  type Reviewed,
} from './desk-list.ts'

const KeeperEnum = { OWN: 'own', NOBODY: 'nobody' } as const satisfies Record<string, Keeper>
registerEnumType(KeeperEnum, {
  name: 'Keeper',
  description: '관할. Who keeps an enterprise.',
  valuesConfig: {
    OWN: { description: '우리 센터. The centre of who asks.' },
    NOBODY: { description: '미지정. No centre yet.' },
  },
})

const ReviewedEnum = { OPEN: 'open', CLOSED: 'closed', NEVER: 'never' } as const satisfies Record<
  string,
  Reviewed
>
registerEnumType(ReviewedEnum, {
  name: 'Reviewed',
  description: '심사 여부. Whether the centre has cases of an enterprise.',
  valuesConfig: {
    OPEN: { description: '심사 중. One is open.' },
    CLOSED: { description: '심사함. There were some, and none is open.' },
    NEVER: { description: '심사 없음. There never was one.' },
  },
})

const DeskSortEnum = {
  NAME: 'name',
  NEWEST: 'newest',
  UPDATED: 'updated',
  EXPIRY: 'expiry',
  REVIEWED: 'reviewed',
} as const satisfies Record<string, DeskSort>
registerEnumType(DeskSortEnum, {
  name: 'EnterpriseDeskSort',
  description: '정렬. In which order.',
  valuesConfig: {
    NAME: { description: '기업명. By name.' },
    NEWEST: { description: '최근 등록. The latest entered first.' },
    UPDATED: { description: '최근 수정. The latest changed first.' },
    EXPIRY: { description: '만료일. What ends first; without an end last.' },
    REVIEWED: { description: '최근 심사. The longest ago first; never last.' },
  },
})

@InputType({ description: '기업 목록 조건. What must hold; everything given must.' })
export class EnterpriseDeskFilter implements DeskFilter {
  @Field(() => String, {
    nullable: true,
    description:
      '낱말. In the name, an earlier name, its initials (초성) or the business number; all of them.',
  })
  words?: string | null

  @Field(() => [EnterpriseStateEnum], { nullable: true, description: '상태. Any of these.' })
  states?: EnterpriseState[] | null

  @Field(() => [String], { nullable: true, description: '인증. Counts today as any of these codes.' })
  certifications?: string[] | null

  @Field(() => Int, {
    nullable: true,
    description: '만료 임박. Something that counts today ends within so many days.',
  })
  expiresWithin?: number | null

  @Field(() => String, { nullable: true, description: '지역. Code as in `regions`, and all within it.' })
  region?: string | null

  @Field(() => KeeperEnum, { nullable: true, description: '관할. Who keeps it.' })
  keeper?: Keeper | null

  @Field(() => ReviewedEnum, { nullable: true, description: '심사 여부. Whether there are cases of it.' })
  reviewed?: Reviewed | null
}

@ObjectType({ simpleResolvers: true, description: '기업 한 곳. An enterprise in a list, with its cursor.' })
export class EnterpriseDeskEdge {
  @Field(() => EnterpriseDeskType, { description: '기업. As the staff see it.' })
  node!: EnterpriseDeskType

  @Field(() => String, { description: '커서. Where the list goes on after it.' })
  cursor!: string
}

@ObjectType({ simpleResolvers: true, description: '기업 목록. A page of enterprises for the staff (Relay).' })
export class EnterpriseDeskConnection {
  @Field(() => [EnterpriseDeskEdge], { description: '항목. The enterprises of the page.' })
  edges!: EnterpriseDeskEdge[]

  @Field(() => PageInfo, { description: '쪽 정보. Where the page stands.' })
  pageInfo!: PageInfo

  /** What was asked, for the count. */
  filter!: DeskFilter
}

@Resolver(() => EnterpriseDeskConnection)
export class EnterpriseDeskLists {
  @FieldResolver(() => Int, { description: '전체 수. How many enterprises there are; exact.' })
  totalCount(@Root() { filter }: EnterpriseDeskConnection, @Ctx() ctx: Context) {
    const conditions = new Conditions()
    narrowDesks(conditions, filter, ctx)
    return countRows(ctx, enterpriseDeskShape, conditions)
  }

  @Query(() => EnterpriseDeskConnection, {
    description:
      '직원용 기업 목록. What the centre of who asks keeps, and what no centre keeps yet; empty for everybody else.',
  })
  async enterpriseDesks(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => EnterpriseDeskFilter, { nullable: true, description: '조건. What must hold.' })
    filter: EnterpriseDeskFilter | null | undefined,
    @Arg('sort', () => DeskSortEnum, { defaultValue: 'name', description: '정렬. In which order.' })
    sort: DeskSort,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    const asked = filter ?? {}
    const connection = await readConnection(ctx, info, {
      shape: enterpriseDeskShape,
      order: deskOrder(sort, ctx.today),
      page: pageOf(page),
      where: conditions => narrowDesks(conditions, asked, ctx),
    })
    return { ...connection, filter: asked }
  }
}

@Resolver(() => EnterpriseDeskType)
export class EnterpriseDeskColumns {
  @FieldResolver(() => DateScalar, {
    nullable: true,
    description: '가장 이른 만료일. Of what counts today; null: nothing that counts has an end.',
  })
  nextExpiry(@Root() row: { nextExpiry: string | null }) {
    return row.nextExpiry
  }

  @FieldResolver(() => Boolean, { description: '관할 여부. Whether some centre keeps it.' })
  hasCenter(@Root() row: { hasCenter: boolean }) {
    return row.hasCenter
  }

  @FieldResolver(() => ReviewType, {
    nullable: true,
    description: '최근 심사. The latest case at the centre of who asks; null for everybody else.',
  })
  lastReview(@Root() row: { lastReview: object | null }) {
    return row.lastReview
  }
}
