import { Field, FieldResolver, InputType, Int, ObjectType, Resolver, Root } from 'type-graphql'
import { Node } from '../../platform/node.graphql.ts'
import { DateScalar } from '../../platform/scalars.ts'
import { masked } from '../enterprises/mask.ts'

@ObjectType('Officer', {
  implements: Node,
  simpleResolvers: true,
  description: '담당자. A person in a department; personal data, masked here and seen only by its centre.',
})
export class OfficerType extends Node {
  @Field(() => Int, { description: '버전. To be sent with a change.' })
  version!: number

  @Field(() => String, { description: '이름(가림). Masked, e.g. 홍*동; `revealOfficer` gives the value.' })
  name!: string

  @Field(() => String, { nullable: true, description: '직위. What the person is there.' })
  title!: string | null

  @Field(() => String, { nullable: true, description: '전화번호(가림). Masked, e.g. 02-****-1234.' })
  phone!: string | null

  @Field(() => String, { nullable: true, description: '전자우편(가림). Masked, e.g. a***@p***.kr.' })
  email!: string | null

  @Field(() => String, { description: '수집 목적. What it is kept for.' })
  purpose!: string

  @Field(() => DateScalar, { description: '보유 기한. Last day on which it is kept.' })
  keepUntil!: string

  @Field(() => Boolean, { description: '보유 기한 지남. Whether it should have been removed.' })
  isOverdue!: boolean

  @Field(() => Boolean, { description: '계정 연결. Whether somebody signs in as this officer.' })
  hasAccount!: boolean
}

@Resolver(() => OfficerType)
export class OfficerMasks {
  @FieldResolver(() => String)
  name(@Root() { name }: OfficerType): string {
    return masked.name(name)
  }

  @FieldResolver(() => String, { nullable: true })
  phone(@Root() { phone }: OfficerType): string | null {
    return phone && masked.phone(phone)
  }

  @FieldResolver(() => String, { nullable: true })
  email(@Root() { email }: OfficerType): string | null {
    return email && masked.email(email)
  }
}

@ObjectType('RevealedOfficer', {
  simpleResolvers: true,
  description: '열람한 담당자. The values themselves; that they were read, and why, is on record.',
})
export class RevealedOfficerType {
  @Field(() => String, { description: '이름. As it is kept.' })
  name!: string

  @Field(() => String, { nullable: true, description: '전화번호. As it is kept.' })
  phone!: string | null

  @Field(() => String, { nullable: true, description: '전자우편. As it is kept.' })
  email!: string | null
}

@InputType({ description: '새 담당자. A person in a department, for what and until when.' })
export class OfficerInput {
  @Field(() => String, { description: '이름. At most 50 characters.' })
  name!: string

  @Field(() => String, { nullable: true, description: '직위. At most 50 characters.' })
  title?: string | null

  @Field(() => String, { nullable: true, description: '전화번호. Digits and hyphens.' })
  phone?: string | null

  @Field(() => String, { nullable: true, description: '전자우편. One address.' })
  email?: string | null

  @Field(() => String, { description: '수집 목적. What it is kept for, as the person was told.' })
  purpose!: string

  @Field(() => DateScalar, { description: '보유 기한. Last day, at most five years away.' })
  keepUntil!: string
}

@InputType({ description: '담당자 변경. What is left out stays as it is; null clears it.' })
export class OfficerChangesInput {
  @Field(() => String, { nullable: true, description: '이름. Never null.' })
  name?: string

  @Field(() => String, { nullable: true, description: '직위. At most 50 characters.' })
  title?: string | null

  @Field(() => String, { nullable: true, description: '전화번호. Digits and hyphens.' })
  phone?: string | null

  @Field(() => String, { nullable: true, description: '전자우편. One address.' })
  email?: string | null

  @Field(() => String, { nullable: true, description: '수집 목적. Never null.' })
  purpose?: string

  @Field(() => DateScalar, { nullable: true, description: '보유 기한. Never null.' })
  keepUntil?: string
}
