import { Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { formats } from './formats.ts'

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
    }))
  }
}
