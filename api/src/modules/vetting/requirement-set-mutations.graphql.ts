import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Ctx, ID, Info, Int, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { globalId, keyOf } from '../../platform/global-id.ts'
import { readOne } from '../../platform/read/read.ts'
import { DateScalar } from '../../platform/scalars.ts'
import { requireRole } from '../accounts/require-role.ts'
import {
  changeRequirementSet,
  createRequirementSet,
  discardRequirementSet,
  draftNextVersion,
  publishRequirementSet,
} from './change-requirement-set.ts'
import { RequirementSetInput, setInputOf } from './requirement-set-input.graphql.ts'
import { RequirementSetType } from './requirement-set.graphql.ts'
import { requirementSetShape } from './requirement-set.shape.ts'

const tag = 'requirementset'
const which = { description: '기준. Which version.' }
const seen = { description: '본 판. `version` as it was read; CONFLICT when somebody was faster.' }
const input = { description: '기준. The version as a whole.' }

@Resolver()
export class RequirementSetMutations {
  @Mutation(() => RequirementSetType, { description: '기준 작성. Version 1 of a new set, as a draft.' })
  async createRequirementSet(
    @Arg('input', () => RequirementSetInput, input) given: RequirementSetInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readOne(ctx, info, requirementSetShape, await createRequirementSet(ctx, setInputOf(given)))
  }

  @Mutation(() => RequirementSetType, {
    description: '다음 버전 작성. A draft that begins as a copy of this version. CONFLICT when there is one.',
  })
  async draftRequirementSet(
    @Arg('id', () => ID, which) id: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'staff', 'lead')
    return readOne(ctx, info, requirementSetShape, await draftNextVersion(ctx, keyOf(tag, id)))
  }

  @Mutation(() => RequirementSetType, {
    description: '기준 고치기. Replaces a draft as a whole; WRONG_STATE when it is published.',
  })
  async changeRequirementSet(
    @Arg('id', () => ID, which) id: string,
    @Arg('input', () => RequirementSetInput, input) given: RequirementSetInput,
    @Arg('expectedVersion', () => Int, seen) expectedVersion: number,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'staff', 'lead')
    const key = await changeRequirementSet(ctx, keyOf(tag, id), expectedVersion, setInputOf(given))
    return readOne(ctx, info, requirementSetShape, key)
  }

  @Mutation(() => RequirementSetType, {
    description:
      '확정. In force from a day on, today or later; never changes from then on. Cases under way keep their version.',
  })
  async publishRequirementSet(
    @Arg('id', () => ID, which) id: string,
    @Arg('effectiveFrom', () => DateScalar, { description: '시행일 (KST). First day in force.' })
    from: string,
    @Arg('reason', () => String, {
      nullable: true,
      description: '이유. At least 10 characters; kept in the ledger.',
    })
    reason: string | null | undefined,
    @Arg('expectedVersion', () => Int, seen) expectedVersion: number,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'staff', 'lead')
    const key = await publishRequirementSet(ctx, keyOf(tag, id), expectedVersion, {
      from,
      reason: reason ?? null,
    })
    return readOne(ctx, info, requirementSetShape, key)
  }

  @Mutation(() => ID, {
    description: '초안 버리기. Returns the id of what is gone; WRONG_STATE when it is published.',
  })
  async discardRequirementSet(
    @Arg('id', () => ID, which) id: string,
    @Arg('expectedVersion', () => Int, seen) expectedVersion: number,
    @Ctx() ctx: Context,
  ) {
    requireRole(ctx, 'staff', 'lead')
    return globalId(tag, await discardRequirementSet(ctx, keyOf(tag, id), expectedVersion))
  }
}
