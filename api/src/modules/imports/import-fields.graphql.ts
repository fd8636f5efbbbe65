import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, Info, Int, Query, Resolver, Root, ID } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { keyOf } from '../../platform/global-id.ts'
import { readConnection, countRows } from '../../platform/page/connection.ts'
import type { Order } from '../../platform/page/keyset.ts'
import { PageArgs } from '../../platform/page/page.graphql.ts'
import { pageOf } from '../../platform/page/page.ts'
import { Conditions } from '../../platform/read/conditions.ts'
import { readRows, asksFor } from '../../platform/read/read.ts'
import { requireRole } from '../accounts/require-role.ts'
import { factsOf } from './find-import.ts'
import { formats, isImportKind } from './formats.ts'
import {
  ImportDiff,
  ImportErrorConnection,
  ImportRow,
  ImportRowConnection,
  ImportRowKind,
  type ImportRowKindValue,
} from './import-diff.graphql.ts'
import type { ImportRun } from './import-run.entity.ts'
import { importErrorShape, importRowShape, importShape, ofCenter } from './import-run.shape.ts'
import { ImportConnection, ImportType } from './import.graphql.ts'
import { allowedSteps } from './import.states.ts'
import { targetsOf } from './inspect.ts'
import type { LineCounts } from './lines.ts'
import { readUndoBlockers } from './undo/blockers.ts'

const newestFirst: Order = {
  name: 'imports',
  key: 't.created_at',
  type: 'timestamptz',
  isNullable: false,
  isDescending: true,
  id: { column: 't.id', type: 'uuid' },
}

const inOrderOfFile: Order = {
  name: 'importRows',
  key: 't.id',
  type: 'bigint',
  isNullable: false,
  isDescending: false,
  id: { column: 't.id::text', type: 'text' },
}

@Resolver()
export class ImportQueries {
  @Query(() => ImportType, {
    nullable: true,
    description: '가져오기. One of the own centre, for its staff; null when there is none.',
  })
  async import(
    @Arg('id', () => ID, { description: '가져오기. Which one.' }) id: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'staff', 'lead')
    const key = keyOf('import', id)
    const [run] = await readRows(ctx, info, {
      shape: importShape,
      where: conditions => {
        ofCenter(ctx, conditions, 't')
        conditions.add(`t.id = ${conditions.value(key)}::uuid`)
      },
    })
    return run ?? null
  }

  @Query(() => ImportConnection, {
    description: '가져오기 목록. Those of the own centre, for its staff, the newest first.',
  })
  async imports(@Args(() => PageArgs) args: PageArgs, @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo) {
    requireRole(ctx, 'staff', 'lead')
    const where = (conditions: Conditions) => ofCenter(ctx, conditions, 't')
    const connection = await readConnection(ctx, info, {
      ...{ shape: importShape, order: newestFirst, page: pageOf(args), where },
    })
    if (!asksFor(info, 'totalCount')) return connection
    const conditions = new Conditions()
    where(conditions)
    return { ...connection, totalCount: await countRows(ctx, importShape, conditions) }
  }
}

@Resolver(() => ImportType)
export class ImportFields {
  @FieldResolver(() => String)
  title(@Root() { title }: { title: string }): string {
    return isImportKind(title) ? formats[title].title : title
  }

  @FieldResolver()
  targets(@Root() { targets }: { targets: string }): object[] {
    return isImportKind(targets) ? targetsOf(targets) : []
  }

  @FieldResolver()
  allowedActions(@Root() row: { allowedActions: StoredFacts }, @Ctx() { now }: Context): object[] {
    const { expiresAt, ...facts } = row.allowedActions
    return allowedSteps(
      factsOf({ ...facts, expiresAt: expiresAt === null ? null : new Date(expiresAt) }, now),
    )
  }

  @FieldResolver(() => ImportErrorConnection)
  errors(
    @Root() row: { errors: string },
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return readConnection(ctx, info, {
      ...{ shape: importErrorShape, order: inOrderOfFile, page: pageOf(args) },
      where: conditions =>
        conditions.add(`t.run_id = ${conditions.value(row.errors)}::uuid and t.verdict = 'refused'`),
    })
  }

  @FieldResolver(() => [ImportRow])
  undoBlockers(
    @Root() row: { undoBlockers: string },
    @Arg('first', () => Int, { defaultValue: 50, description: '몇 건. 1 to 100.' }) first: number,
    @Ctx() ctx: Context,
  ): Promise<object[]> {
    return readUndoBlockers(ctx, row.undoBlockers, pageOf({ first }).size)
  }
}

type StoredFacts = Pick<ImportRun, 'kind' | 'state' | 'header' | 'lines' | 'undoesId'> & {
  expiresAt: string | null
}

@Resolver(() => ImportDiff)
export class ImportDiffFields {
  @FieldResolver()
  counts(@Root() { counts }: { counts: LineCounts }): object {
    const { created, refused, gone, ...others } = counts
    return { ...others, new: created, errors: refused, onlyOurs: gone }
  }

  @FieldResolver(() => ImportRowConnection)
  rows(
    @Root() { runId }: { runId: string },
    @Arg('kind', () => ImportRowKind, { description: '종류. Rows that do what.' }) kind: ImportRowKindValue,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return readConnection(ctx, info, {
      ...{ shape: importRowShape, order: inOrderOfFile, page: pageOf(args) },
      where: conditions => {
        conditions.add(`t.run_id = ${conditions.value(runId)}::uuid`)
        conditions.add(kind === 'moved' ? 't.is_moved' : `t.verdict = ${conditions.value(kind)}`)
      },
    })
  }
}
