import { Ctx, Field, ObjectType, Query, registerEnumType, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { aboutOf, formats, isImportKind } from './formats.ts'

const ImportAbout = { PLANS: 'plans', EVENT: 'event' } as const
registerEnumType(ImportAbout, {
  name: 'ImportAbout',
  description: '무엇에 대한 목록. What the upload has to say besides the file.',
  valuesConfig: {
    PLANS: { description: '구매예정품목. `year`, `unit` (won, thousand, million) and `visibility`.' },
    EVENT: { description: '행사 참여자. `event`.' },
  },
})

@ObjectType('ImportKind', {
  simpleResolvers: true,
  description: '목록 종류. An official list that can be imported.',
})
export class ImportKindType {
  @Field(() => String, { description: '종류. As the upload says it, e.g. social-enterprises.' })
  kind!: string

  @Field(() => String, { description: '이름. Korean name of the list.' })
  title!: string

  @Field(() => Boolean, { description: '표인지. Whether its columns can be mapped.' })
  isTable!: boolean

  @Field(() => Boolean, {
    description:
      '전체 명단인지. Whether it names everybody certified, so that who is missing is asked about.',
  })
  isComplete!: boolean

  @Field(() => ImportAbout, {
    nullable: true,
    description: '무엇에 대한 목록. What has to be said besides the file; null: nothing.',
  })
  about!: 'plans' | 'event' | null
}

@Resolver()
export class ImportKinds {
  @Query(() => [ImportKindType], {
    description:
      '목록 종류. Every official list that staff can upload, in the order they are met; empty for everybody else.',
  })
  importKinds(@Ctx() ctx: Context): ImportKindType[] {
    if (ctx.actor.role !== 'staff' && ctx.actor.role !== 'lead') return []
    return Object.entries(formats).map(([kind, format]) => ({
      kind,
      title: format.title,
      isTable: format.shape === 'table',
      isComplete: 'covers' in format,
      about: isImportKind(kind) ? aboutOf(kind) : null,
    }))
  }
}
