import type { GraphQLResolveInfo } from 'graphql'
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Info,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { readRows } from '../../platform/read/read.ts'
import { DateTimeScalar } from '../../platform/scalars.ts'
import { editTemplate, resetTemplate } from './change-template.ts'
import { NoticeKindEnum } from './notice-kind.graphql.ts'
import { noticeKinds, variablesOf, type NoticeKind } from './notice-kinds.ts'
import { previewOf } from './preview.ts'
import { templateShape } from './template.shape.ts'

@ObjectType({ simpleResolvers: true, description: '변수. What can stand between braces in the words.' })
export class NoticeVariable {
  @Field(() => String, { description: '이름. As it stands between the braces.' })
  name!: string

  @Field(() => String, { description: '뜻. What takes its place (Korean).' })
  meaning!: string

  @Field(() => String, { description: '보기 값. Made up, as in previews.' })
  example!: string
}

@ObjectType({
  simpleResolvers: true,
  description: '틀의 판. The words of a centre as they were from then on.',
})
export class NoticeTemplateVersion {
  @Field(() => Int, { description: '판. Counted from 1.' })
  version!: number

  @Field(() => String, { nullable: true, description: '제목. Null: back to the default.' })
  subject!: string | null

  @Field(() => String, { nullable: true, description: '본문. Null: back to the default.' })
  body!: string | null

  @Field(() => DateTimeScalar, { description: '바꾼 일시. From when on.' })
  changedAt!: string

  @Field(() => String, { nullable: true, description: '바꾼 사람. Name of the colleague.' })
  changedBy!: string | null
}

@ObjectType('NoticeTemplate', {
  simpleResolvers: true,
  description: '알림 틀. The words of one kind of notice in the centre of the one who asks.',
})
export class NoticeTemplateType {
  @Field(() => NoticeKindEnum, { description: '알림 종류. Which notices.' })
  kind!: NoticeKind

  @Field(() => Int, { description: '판. For `expectedVersion` of a change; 0: never changed here.' })
  version!: number

  @Field(() => String, { description: '제목. What counts now.' })
  subject!: string

  @Field(() => String, { description: '본문. What counts now.' })
  body!: string

  @Field(() => Boolean, { description: '우리 문구. Whether the centre has words of its own.' })
  isOwn!: boolean

  @Field(() => String, { description: '기본 제목. What a reset brings back.' })
  defaultSubject!: string

  @Field(() => String, { description: '기본 본문. What a reset brings back.' })
  defaultBody!: string

  @Field(() => [NoticeTemplateVersion], {
    description: '바뀐 내역. Every version of the centre, the newest first.',
  })
  history!: NoticeTemplateVersion[]
}

@ObjectType({ simpleResolvers: true, description: '미리 보기. A mail with made-up values.' })
export class NoticePreview {
  @Field(() => String, { description: '제목. As in the inbox.' })
  subject!: string

  @Field(() => String, { description: '글. The plain text of the mail.' })
  text!: string

  @Field(() => String, {
    description: 'HTML 글. The same with a button; to be shown in a frame without scripts.',
  })
  html!: string
}

const which = { description: '알림 종류. Which notices.' }
const subjectOptions = {
  description: '제목. At most 150 characters; the name of the centre comes before it.',
}
const bodyOptions = { description: '본문. At most 5,000 characters, with {link} once.' }
const seen = { description: '본 판. The `version` that was seen; CONFLICT when it has changed since.' }

@Resolver(() => NoticeTemplateType)
export class NoticeTemplates {
  @Query(() => [NoticeTemplateType], {
    description: '알림 틀 목록. Of every kind, as the centre says it; none for who belongs to no centre.',
  })
  noticeTemplates(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<object[]> {
    if (ctx.actor.centerId === null) return Promise.resolve([])
    return readTemplates(ctx, info, Object.keys(noticeKinds))
  }

  @Query(() => NoticePreview, {
    nullable: true,
    description:
      '알림 미리 보기. What a mail in these words looks like; refuses what could not be saved. Null for who belongs to no centre.',
  })
  previewNotice(
    @Arg('kind', () => NoticeKindEnum, which) kind: NoticeKind,
    @Arg('subject', () => String, subjectOptions) subject: string,
    @Arg('body', () => String, bodyOptions) body: string,
    @Ctx() ctx: Context,
  ): NoticePreview | null {
    return ctx.actor.centerId === null ? null : previewOf(kind, { subject, body })
  }

  @FieldResolver(() => String, { description: '이름. What the settings call it (Korean).' })
  label(@Root() { kind }: NoticeTemplateType): string {
    return noticeKinds[kind].label
  }

  @FieldResolver(() => [NoticeVariable], { description: '변수. What the words may say.' })
  variables(@Root() { kind }: NoticeTemplateType): NoticeVariable[] {
    return Object.entries(variablesOf(kind)).map(([name, variable]) => ({ name, ...variable }))
  }

  @Mutation(() => NoticeTemplateType, {
    description:
      '알림 틀 수정. The centre says it in its own words from now on; a variable that is none is refused by name.',
  })
  async editNoticeTemplate(
    @Arg('kind', () => NoticeKindEnum, which) kind: NoticeKind,
    @Arg('expectedVersion', () => Int, seen) expectedVersion: number,
    @Arg('subject', () => String, subjectOptions) subject: string,
    @Arg('body', () => String, bodyOptions) body: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    await editTemplate(ctx, kind, expectedVersion, { subject, body })
    const [template] = await readTemplates(ctx, info, [kind])
    return template
  }

  @Mutation(() => NoticeTemplateType, {
    description: '알림 틀 되돌리기. The default counts again; WRONG_STATE when it does already.',
  })
  async resetNoticeTemplate(
    @Arg('kind', () => NoticeKindEnum, which) kind: NoticeKind,
    @Arg('expectedVersion', () => Int, seen) expectedVersion: number,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    await resetTemplate(ctx, kind, expectedVersion)
    const [template] = await readTemplates(ctx, info, [kind])
    return template
  }
}

/** In the order of the kinds. */
const readTemplates = (ctx: Context, info: GraphQLResolveInfo, kinds: string[]) =>
  readRows(ctx, info, {
    shape: templateShape,
    where: conditions => {
      conditions.add('t.center_id is null')
      conditions.add(`t.kind = any(${conditions.value(kinds)}::text[])`)
    },
    orderBy: `array_position('{${Object.keys(noticeKinds).join(',')}}'::text[], t.kind)`,
  })
