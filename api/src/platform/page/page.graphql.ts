import { ArgsType, Field, Int, ObjectType } from 'type-graphql'

@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: '앞에서부터 몇 건. How many from the front, 1 to 100. Either this or `last`.',
  })
  first?: number | null

  @Field(() => String, {
    nullable: true,
    description: '이 커서 다음부터. A cursor of this very list: what comes after it.',
  })
  after?: string | null

  @Field(() => Int, {
    nullable: true,
    description: '뒤에서부터 몇 건. How many from the end, 1 to 100. Either this or `first`.',
  })
  last?: number | null

  @Field(() => String, {
    nullable: true,
    description: '이 커서 앞까지. A cursor of this very list: what comes before it.',
  })
  before?: string | null
}

@ObjectType({ simpleResolvers: true, description: '쪽 정보. Where a page stands in its list (Relay).' })
export class PageInfo {
  @Field(() => Boolean, { description: '다음 쪽 있음. Whether a next page has anything.' })
  hasNextPage!: boolean

  @Field(() => Boolean, { description: '이전 쪽 있음. Whether a previous page has anything.' })
  hasPreviousPage!: boolean

  @Field(() => String, {
    nullable: true,
    description: '첫 커서. Cursor of the first edge; null on an empty page.',
  })
  startCursor!: string | null

  @Field(() => String, {
    nullable: true,
    description: '끝 커서. Cursor of the last edge; null on an empty page.',
  })
  endCursor!: string | null
}
