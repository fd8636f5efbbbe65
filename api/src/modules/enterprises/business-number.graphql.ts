import { Arg, Ctx, Field, ObjectType, Query, registerEnumType, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { parseBusinessNumber, type BusinessNumberProblem } from './business-number.ts'
import { Enterprise } from './enterprise.entity.ts'

const BusinessNumberProblemEnum = {
  EMPTY: 'empty',
  LENGTH: 'length',
  CHECKSUM: 'checksum',
  PLACEHOLDER: 'placeholder',
} as const satisfies Record<string, BusinessNumberProblem>
registerEnumType(BusinessNumberProblemEnum, {
  name: 'BusinessNumberProblem',
  description: '사업자등록번호 오류. What is wrong with a number.',
  valuesConfig: {
    EMPTY: { description: '비어 있음. Nothing was given.' },
    LENGTH: { description: '자릿수. It has other than ten digits.' },
    CHECKSUM: { description: '검증번호. One of the digits is wrong.' },
    PLACEHOLDER: { description: '없음 표시. 0000000000 stands for none.' },
  },
})

@ObjectType({ simpleResolvers: true, description: '번호 확인. What can be told of a business number.' })
export class BusinessNumberCheck {
  @Field(() => BusinessNumberProblemEnum, {
    nullable: true,
    description: '오류. Null: the number can be one.',
  })
  problem!: BusinessNumberProblem | null

  @Field(() => String, {
    nullable: true,
    description: '등록된 기업. Its name in the public catalogue; null when it is not there.',
  })
  enterpriseName!: string | null
}

@Resolver()
export class BusinessNumbers {
  @Query(() => BusinessNumberCheck, {
    description: '사업자등록번호 확인. Before joining: whether it is right, and whose it is.',
  })
  async businessNumber(
    @Arg('text', () => String, { description: '사업자등록번호. However it is typed.' }) text: string,
    @Ctx() { em }: Context,
  ): Promise<BusinessNumberCheck> {
    const parsed = parseBusinessNumber(text)
    if ('problem' in parsed) return { problem: parsed.problem, enterpriseName: null }
    const known = { businessNumber: parsed.number, branch: '0000', state: 'published' as const }
    return { problem: null, enterpriseName: (await em.findOne(Enterprise, known))?.name ?? null }
  }
}
