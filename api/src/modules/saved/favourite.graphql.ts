import type { GraphQLResolveInfo } from 'graphql'
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Info,
  Int,
  Mutation,
  ObjectType,
  Resolver,
  Root,
} from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { keyOf } from '../../platform/global-id.ts'
import { Node } from '../../platform/node.graphql.ts'
import { countRows, readConnection } from '../../platform/page/connection.ts'
import type { Order } from '../../platform/page/keyset.ts'
import { pageOf } from '../../platform/page/page.ts'
import { PageInfo } from '../../platform/page/page.graphql.ts'
import { Conditions } from '../../platform/read/conditions.ts'
import { readOne } from '../../platform/read/read.ts'
import { DateTimeScalar } from '../../platform/scalars.ts'
import { ViewerType } from '../accounts/account.graphql.ts'
import { EnterpriseType } from '../enterprises/enterprise.graphql.ts'
import { ProductType } from '../products/product.graphql.ts'
import { addFavourite, removeFavourite } from './change-favourites.ts'
import { favouriteShape, isFavouriteOf } from './favourite.shape.ts'

@ObjectType('Favourite', {
  implements: Node,
  simpleResolvers: true,
  description:
    '관심. A product or an enterprise that the person who asks keeps at hand; nobody else can read this.',
})
export class FavouriteType extends Node {
  @Field(() => ProductType, { nullable: true, description: '상품. Set when a product is kept.' })
  product!: ProductType | null

  @Field(() => EnterpriseType, { nullable: true, description: '기업. Set when an enterprise is kept.' })
  enterprise!: EnterpriseType | null

  @Field(() => DateTimeScalar, { description: '담은 일시. Since when.' })
  addedAt!: string
}

@ObjectType({ simpleResolvers: true, description: '관심 한 건. A favourite in a list, with its cursor.' })
export class FavouriteEdge {
  @Field(() => FavouriteType, { description: '관심. The favourite.' })
  node!: FavouriteType

  @Field(() => String, { description: '커서. Where the list goes on after it.' })
  cursor!: string
}

@ObjectType({
  simpleResolvers: true,
  description: '관심 목록. A page of favourites, the newest first (Relay).',
})
export class FavouriteConnection {
  @Field(() => [FavouriteEdge], { description: '항목. The favourites of the page.' })
  edges!: FavouriteEdge[]

  @Field(() => PageInfo, { description: '쪽 정보. Where the page stands.' })
  pageInfo!: PageInfo

  /** Whose they are, for the count. */
  personId!: string
}

const newest: Order = {
  name: 'favourites',
  key: 't.created_at',
  type: 'timestamptz',
  isNullable: false,
  isDescending: true,
  id: { column: 't.id', type: 'uuid' },
}

const ofPerson = (personId: string, conditions: Conditions) =>
  conditions.add(isFavouriteOf('t', `${conditions.value(personId)}::uuid`))

@Resolver(() => ViewerType)
export class ViewerFavourites {
  @FieldResolver(() => FavouriteConnection, {
    description: '관심 목록. What the person keeps at hand, the newest first.',
  })
  async favourites(
    @Root() viewer: ViewerType,
    @Arg('first', () => Int, { defaultValue: 20, description: '몇 건. 1 to 100.' }) first: number,
    @Arg('after', () => String, {
      nullable: true,
      description: '이 커서 다음부터. A cursor of this very list: what comes after it.',
    })
    after: string | null | undefined,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    const personId = keyOf('person', viewer.id)
    const connection = await readConnection(ctx, info, {
      shape: favouriteShape,
      order: newest,
      page: pageOf({ first, after: after ?? null }),
      where: conditions => ofPerson(personId, conditions),
    })
    return { ...connection, personId }
  }
}

@Resolver(() => FavouriteConnection)
export class Favourites {
  @FieldResolver(() => Int, { description: '전체 건수. How many favourites there are; exact.' })
  totalCount(@Root() { personId }: FavouriteConnection, @Ctx() ctx: Context) {
    const conditions = new Conditions()
    ofPerson(personId, conditions)
    return countRows(ctx, favouriteShape, conditions)
  }

  @Mutation(() => FavouriteType, {
    description: '관심 담기. Keeps a product or an enterprise at hand; doing so twice is doing so once.',
  })
  async addFavourite(
    @Arg('id', () => ID, { description: '상품 또는 기업. Which product or enterprise.' }) id: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readOne(ctx, info, favouriteShape, await addFavourite(ctx, id))
  }

  @Mutation(() => Boolean, {
    description: '관심 빼기. Keeps a product or an enterprise at hand no longer; false when it was not kept.',
  })
  removeFavourite(
    @Arg('id', () => ID, { description: '상품 또는 기업. Which product or enterprise.' }) id: string,
    @Ctx() ctx: Context,
  ) {
    return removeFavourite(ctx, id)
  }
}

const isFavourite = {
  description: '관심 여부. Whether the person who asks keeps it at hand; false for a visitor.',
}

@Resolver(() => ProductType)
export class ProductFavourite {
  @FieldResolver(() => Boolean, isFavourite)
  isFavourite(@Root() row: { isFavourite: boolean }): boolean {
    return row.isFavourite
  }
}

@Resolver(() => EnterpriseType)
export class EnterpriseFavourite {
  @FieldResolver(() => Boolean, isFavourite)
  isFavourite(@Root() row: { isFavourite: boolean }): boolean {
    return row.isFavourite
  }
}
