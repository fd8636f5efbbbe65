import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Ctx, Field, ID, Info, InputType, Int, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { keyOf } from '../../platform/global-id.ts'
import { readOne } from '../../platform/read/read.ts'
import { applyImport, cancelImport, mapColumns, startDryRun } from './change-import.ts'
import { importShape } from './import-run.shape.ts'
import { ImportGone, ImportType } from './import.graphql.ts'
import { centerOf } from './receive-list.ts'
import { undoImport } from './undo/undo-import.ts'

@InputType({ description: '열 맞추기. What a column of the file is taken for.' })
class ImportColumnInput {
  @Field(() => String, { description: '열. Its letters, e.g. C.' })
  column!: string

  @Field(() => String, {
    nullable: true,
    description: '맞출 칸. Key of a target; null leaves the column out.',
  })
  to?: string | null
}

const which = { description: '가져오기. Which one.' }

@Resolver()
export class ImportMutations {
  @Mutation(() => ImportType, {
    description:
      '열 맞추기. Says where the header is and what the columns mean; the preview begins anew. Columns that are not named are left out.',
  })
  async setImportMapping(
    @Arg('id', () => ID, which) id: string,
    @Arg('headerRow', () => Int, { nullable: true, description: '제목 줄. Null leaves it where it is.' })
    headerRow: number | null | undefined,
    @Arg('mapping', () => [ImportColumnInput], {
      nullable: true,
      description: '열 맞추기. Null guesses anew, below a header row that has moved.',
    })
    mapping: ImportColumnInput[] | null | undefined,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    centerOf(ctx)
    const choices = mapping?.map(({ column, to }) => ({ column, to: to ?? null })) ?? null
    const run = await mapColumns(ctx, keyOf('import', id), headerRow ?? null, choices)
    return readOne(ctx, info, importShape, run.id)
  }

  @Mutation(() => ImportType, {
    description: '미리 보기. Begins to work out what the list would do; goes on when nobody watches.',
  })
  async startDryRun(
    @Arg('id', () => ID, which) id: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    centerOf(ctx)
    const run = await startDryRun(ctx, keyOf('import', id))
    return readOne(ctx, info, importShape, run.id)
  }

  @Mutation(() => ImportType, {
    description:
      '적용. Begins to apply just what was previewed, all of it or nothing. CONFLICT when `expected` is not the last preview; MOVED when what stands has changed since.',
  })
  async applyImport(
    @Arg('id', () => ID, which) id: string,
    @Arg('expected', () => String, {
      description: '미리 보기 해시. `diff.hash` of the preview that was seen.',
    })
    expected: string,
    @Arg('gone', () => ImportGone, {
      defaultValue: 'review',
      description: '사라진 기업. What becomes of those whom the list no longer names.',
    })
    gone: 'review' | 'leave',
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    centerOf(ctx)
    const run = await applyImport(ctx, keyOf('import', id), expected, gone)
    return readOne(ctx, info, importShape, run.id)
  }

  @Mutation(() => ImportType, { description: '취소. Gives up an import that has not been applied.' })
  async cancelImport(
    @Arg('id', () => ID, which) id: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    centerOf(ctx)
    const run = await cancelImport(ctx, keyOf('import', id))
    return readOne(ctx, info, importShape, run.id)
  }

  @Mutation(() => ImportType, {
    description:
      '되돌리기. Takes back everything that an import did, as an import of its own, which is returned. CONFLICT when rows have been changed since: `undoBlockers` names them.',
  })
  async undoImport(
    @Arg('id', () => ID, which) id: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    centerOf(ctx)
    return readOne(ctx, info, importShape, await undoImport(ctx, keyOf('import', id)))
  }
}
