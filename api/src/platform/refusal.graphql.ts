import { Field, ObjectType, Query, registerEnumType, Resolver } from 'type-graphql'
import { refusalCodes } from './refusal.ts'

/** `{ NOT_FOUND: 'NOT_FOUND', … }`, as a GraphQL enum wants it. */
const codes = Object.fromEntries(Object.keys(refusalCodes).map(code => [code, code]))
registerEnumType(codes, {
  name: 'RefusalCode',
  description: '거절 코드. Stands in `errors[].extensions.code` of every refusal.',
  valuesConfig: Object.fromEntries(
    Object.entries(refusalCodes).map(([code, { meaning }]) => [code, { description: meaning }]),
  ),
})

@ObjectType({
  simpleResolvers: true,
  description: '거절 설명. What a refusal code means and what to do about it.',
})
export class RefusalCodeInfo {
  @Field(() => codes, { description: '코드. As in `errors[].extensions.code`.' })
  code!: string

  @Field(() => String, { description: '뜻. Why the API says no.' })
  meaning!: string

  @Field(() => String, { description: '할 일. What the caller can do.' })
  whatToDo!: string
}

@Resolver()
export class RefusalQueries {
  @Query(() => [RefusalCodeInfo], { description: '거절 코드 목록. Every reason this API says no.' })
  refusalCodes(): { code: string; meaning: string; whatToDo: string }[] {
    return Object.entries(refusalCodes).map(([code, info]) => ({ code, ...info }))
  }
}
