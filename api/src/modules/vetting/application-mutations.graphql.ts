import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Ctx, Field, ID, Info, InputType, Int, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { keyOf } from '../../platform/global-id.ts'
import { readOne } from '../../platform/read/read.ts'
import { requireRole } from '../accounts/require-role.ts'
import { ApplicationType } from './application.graphql.ts'
import { applicationShape } from './application.shape.ts'
import {
  answerRequirement,
  attachEvidence,
  detachEvidence,
  startApplication,
  submitApplication,
} from './apply.ts'

@InputType({ description: '답. What is not given stays as it was.' })
export class AnswerInput {
  @Field(() => String, { nullable: true, description: '답. In words; null or empty takes it back.' })
  text?: string | null

  @Field(() => Boolean, { nullable: true, description: '확약. Whether the enterprise declares it.' })
  isAttested?: boolean | null

  @Field(() => String, { nullable: true, description: '회신. To the note of the centre on this item.' })
  reply?: string | null
}

const which = { description: '신청. Which application.' }
const seen = {
  description: '본 판. `version` as it was read; CONFLICT with `changes` when somebody was faster.',
}
const item = { description: '항목 번호. Which item.' }
const file = { description: '파일. Id of an uploaded file, `file_…`.' }

@Resolver()
export class ApplicationMutations {
  @Mutation(() => ApplicationType, {
    description: '신청 시작. A draft by criteria that are in force and open. CONFLICT when one is under way.',
  })
  async startApplication(
    @Arg('enterpriseId', () => ID, { description: '기업. For which enterprise of yours.' })
    enterpriseId: string,
    @Arg('requirementSetId', () => ID, { description: '기준. One of `openRequirementSets`.' }) setId: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'enterprise')
    const enterprise = keyOf('enterprise', enterpriseId, 'enterpriseId')
    const set = keyOf('requirementset', setId, 'requirementSetId')
    return readOne(ctx, info, applicationShape, await startApplication(ctx, enterprise, set))
  }

  @Mutation(() => ApplicationType, {
    description: '항목 답하기. While it is a draft or returned. Acting on an item answers the note on it.',
  })
  async answerRequirement(
    @Arg('id', () => ID, which) id: string,
    @Arg('number', () => Int, item) number: number,
    @Arg('answer', () => AnswerInput, { description: '답. What to say.' }) answer: AnswerInput,
    @Arg('expectedVersion', () => Int, seen) expectedVersion: number,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'enterprise')
    const { text, isAttested, reply } = answer
    const key = await answerRequirement(
      ctx,
      { id: keyOf('application', id), expectedVersion },
      {
        number,
        text,
        isAttested,
        reply,
      },
    )
    return readOne(ctx, info, applicationShape, key)
  }

  @Mutation(() => ApplicationType, { description: '증빙 첨부. Attaches an uploaded file to an item.' })
  async attachEvidence(
    @Arg('id', () => ID, which) id: string,
    @Arg('number', () => Int, item) number: number,
    @Arg('fileId', () => ID, file) fileId: string,
    @Arg('expectedVersion', () => Int, seen) expectedVersion: number,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'enterprise')
    const application = { id: keyOf('application', id), expectedVersion }
    const key = await attachEvidence(ctx, application, number, keyOf('file', fileId, 'fileId'))
    return readOne(ctx, info, applicationShape, key)
  }

  @Mutation(() => ApplicationType, { description: '증빙 빼기. Takes a file off an item; the file is kept.' })
  async detachEvidence(
    @Arg('id', () => ID, which) id: string,
    @Arg('number', () => Int, item) number: number,
    @Arg('fileId', () => ID, file) fileId: string,
    @Arg('expectedVersion', () => Int, seen) expectedVersion: number,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'enterprise')
    const application = { id: keyOf('application', id), expectedVersion }
    const key = await detachEvidence(ctx, application, number, keyOf('file', fileId, 'fileId'))
    return readOne(ctx, info, applicationShape, key)
  }

  @Mutation(() => ApplicationType, {
    description: '제출. Hands it in; WRONG_STATE names the items or notes that are still open.',
  })
  async submitApplication(
    @Arg('id', () => ID, which) id: string,
    @Arg('expectedVersion', () => Int, seen) expectedVersion: number,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'enterprise')
    const key = await submitApplication(ctx, { id: keyOf('application', id), expectedVersion })
    return readOne(ctx, info, applicationShape, key)
  }
}
