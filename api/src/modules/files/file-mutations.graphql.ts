import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Ctx, Field, ID, Info, InputType, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { keyOf } from '../../platform/global-id.ts'
import { readOne } from '../../platform/read/read.ts'
import { DateScalar } from '../../platform/scalars.ts'
import { Evidence } from '../credentials/credential.graphql.ts'
import { evidenceShape } from '../credentials/credential.shape.ts'
import { addEvidence, removeEvidence } from './change-evidence.ts'
import { EvidenceFileType } from './evidence-file.graphql.ts'
import { evidenceFileShape } from './evidence-file.shape.ts'
import { removeEvidenceFile } from './remove-file.ts'
import { stateReadingReason } from './state-reason.ts'

@InputType({ description: '증빙. A document that bears something out.' })
export class EvidenceInput {
  @Field(() => ID, { description: '파일. Id of an uploaded file, `file_…`.' })
  fileId!: string

  @Field(() => String, { description: '발급처. Who issued it.' })
  issuer!: string

  @Field(() => String, { nullable: true, description: '문서번호. Number of the document.' })
  number?: string | null

  @Field(() => DateScalar, { nullable: true, description: '발급일. Day of issue (KST).' })
  issuedOn?: string | null
}

const whichFile = { description: '파일. Which file.' }

@Resolver()
export class FileMutations {
  @Mutation(() => Evidence, {
    description: '증빙 추가. Bears a claim, a certification or a product out with an uploaded file.',
  })
  async addEvidence(
    @Arg('to', () => ID, {
      description: '대상. A credential, a certification, one that is only stated, or a product.',
    })
    to: string,
    @Arg('input', () => EvidenceInput, { description: '증빙. The document.' }) input: EvidenceInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { fileId, issuer, number = null, issuedOn = null } = input
    const values = { fileId: keyOf('file', fileId, 'input.fileId'), issuer, number, issuedOn }
    return readOne(ctx, info, evidenceShape, await addEvidence(ctx, to, values))
  }

  @Mutation(() => Boolean, {
    description:
      '증빙 빼기. WRONG_STATE for an enterprise once the claim has been confirmed; the file stays.',
  })
  removeEvidence(
    @Arg('id', () => ID, { description: '증빙. Which piece of evidence.' }) id: string,
    @Ctx() ctx: Context,
  ) {
    return removeEvidence(ctx, keyOf('evidence', id))
  }

  @Mutation(() => Boolean, {
    description: '파일 지우기. By the enterprise; WRONG_STATE while an application or a claim rests on it.',
  })
  removeEvidenceFile(@Arg('id', () => ID, whichFile) id: string, @Ctx() ctx: Context) {
    return removeEvidenceFile(ctx, keyOf('file', id))
  }

  @Mutation(() => EvidenceFileType, {
    description:
      '열람 이유 적기. Why personal data of others are read, in ten characters or more; holds for half an hour.',
  })
  async stateReadingReason(
    @Arg('id', () => ID, whichFile) id: string,
    @Arg('reason', () => String, { description: '이유. Stands in the ledger.' }) reason: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const key = await stateReadingReason(ctx, keyOf('file', id), reason)
    return readOne(ctx, info, evidenceFileShape, key)
  }
}
