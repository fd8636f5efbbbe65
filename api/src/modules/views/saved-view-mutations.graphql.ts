import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Ctx, Field, ID, Info, InputType, Int, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { globalId, keyOf } from '../../platform/global-id.ts'
import { readOne } from '../../platform/read/read.ts'
import { requireRole } from '../accounts/require-role.ts'
import { removeView, saveView, shareView, updateView } from './change-view.ts'
import type { Density, StaffList } from './saved-view.entity.ts'
import { DensityEnum, SavedViewType, StaffListEnum, ViewConditionInput } from './saved-view.graphql.ts'
import { savedViewShape } from './saved-view.shape.ts'

const columnsOptions = { nullable: true, description: '열. In their order; null: as the list has them.' }
const sortOptions = { nullable: true, description: '정렬. Name of a column, `-` before it for descending.' }
const densityOptions = { nullable: true, description: '줄 간격. Null: as the person has it elsewhere.' }

@InputType({ description: '저장할 보기. How a list is to be looked at.' })
export class ViewInput {
  @Field(() => String, { description: '이름. 1 to 60 characters, once in a list.' })
  name!: string

  @Field(() => [ViewConditionInput], { description: '조건. What must hold; an empty list: everything.' })
  filter!: ViewConditionInput[]

  @Field(() => [String], columnsOptions)
  columns?: string[] | null

  @Field(() => String, sortOptions)
  sort?: string | null

  @Field(() => DensityEnum, densityOptions)
  density?: Density | null
}

@InputType({ description: '보기 수정. What is left out stays as it is.' })
export class ViewChanges {
  @Field(() => String, { nullable: true, description: '이름. 1 to 60 characters, once in a list.' })
  name?: string | null

  @Field(() => [ViewConditionInput], { nullable: true, description: '조건. All of them, anew.' })
  filter?: ViewConditionInput[] | null

  @Field(() => [String], columnsOptions)
  columns?: string[] | null

  @Field(() => String, sortOptions)
  sort?: string | null

  @Field(() => DensityEnum, densityOptions)
  density?: Density | null
}

const whichOne = { description: '보기. Which one.' }
const seenVersion = { description: '본 판. The `version` that was seen; CONFLICT when it has changed since.' }

@Resolver()
export class SavedViewMutations {
  @Mutation(() => SavedViewType, {
    description: '보기 저장. Keeps how a list is looked at, for oneself at first. At most 50 of a list.',
  })
  async saveView(
    @Arg('list', () => StaffListEnum, { description: '목록. Of which list.' }) list: StaffList,
    @Arg('view', () => ViewInput, { description: '보기. How it is looked at.' }) view: ViewInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { name, filter, columns = null, sort = null, density = null } = view
    const id = await saveView(ctx, list, { name, filter, columns, sort, density })
    return readOne(ctx, info, savedViewShape, id)
  }

  @Mutation(() => SavedViewType, {
    description: '보기 수정. By who made it; a view of the centre also by the lead.',
  })
  async updateView(
    @Arg('id', () => ID, whichOne) id: string,
    @Arg('expectedVersion', () => Int, seenVersion) expectedVersion: number,
    @Arg('view', () => ViewChanges, { description: '바꿀 내용. What is left out stays as it is.' })
    view: ViewChanges,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'staff', 'lead')
    const key = keyOf('savedview', id)
    const { name, filter, ...rest } = view
    await updateView(ctx, key, expectedVersion, {
      ...(name != null && { name }),
      ...(filter != null && { filter }),
      ...rest,
    })
    return readOne(ctx, info, savedViewShape, key)
  }

  @Mutation(() => SavedViewType, {
    description: '함께 보기. Who made a view lets the whole centre see it, or keeps it to themselves again.',
  })
  async shareView(
    @Arg('id', () => ID, whichOne) id: string,
    @Arg('expectedVersion', () => Int, seenVersion) expectedVersion: number,
    @Arg('isShared', () => Boolean, { description: '함께. Whether the centre sees it.' }) isShared: boolean,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'staff', 'lead')
    const key = keyOf('savedview', id)
    await shareView(ctx, key, expectedVersion, isShared)
    return readOne(ctx, info, savedViewShape, key)
  }

  @Mutation(() => ID, {
    description: '보기 삭제. By who made it, or the lead. Returns the id of what is gone.',
  })
  async removeView(@Arg('id', () => ID, whichOne) id: string, @Ctx() ctx: Context) {
    requireRole(ctx, 'staff', 'lead')
    const key = keyOf('savedview', id)
    await removeView(ctx, key)
    return globalId('savedview', key)
  }
}
