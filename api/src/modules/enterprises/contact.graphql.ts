import {
  Field,
  FieldResolver,
  InputType,
  Int,
  ObjectType,
  registerEnumType,
  Resolver,
  Root,
} from 'type-graphql'
import { Node } from '../../platform/node.graphql.ts'
import { DateScalar } from '../../platform/scalars.ts'
import type { ContactDuty } from './enterprise.entity.ts'
import { masked } from './mask.ts'

export const ContactDutyEnum = {
  REPRESENTATIVE: 'representative',
  SALES: 'sales',
  BILLING: 'billing',
} as const satisfies Record<string, ContactDuty>
registerEnumType(ContactDutyEnum, {
  name: 'ContactDuty',
  description: '담당 업무. What a contact of an enterprise does there.',
  valuesConfig: {
    REPRESENTATIVE: { description: '대표. Stands for the enterprise.' },
    SALES: { description: '영업. Sells and consults.' },
    BILLING: { description: '정산. Writes the bills.' },
  },
})

@ObjectType('Contact', {
  implements: Node,
  simpleResolvers: true,
  description:
    '연락처. A person to reach at an enterprise; personal data, masked here and seen only by the enterprise and its centre.',
})
export class ContactType extends Node {
  @Field(() => Int, { description: '버전. To be sent with a change.' })
  version!: number

  @Field(() => ContactDutyEnum, { description: '담당 업무. What the person does.' })
  duty!: ContactDuty

  @Field(() => String, { description: '이름(가림). Masked, e.g. 홍*동; `revealContact` gives the value.' })
  name!: string

  @Field(() => String, { nullable: true, description: '전화번호(가림). Masked, e.g. 010-****-1234.' })
  phone!: string | null

  @Field(() => String, { nullable: true, description: '전자우편(가림). Masked, e.g. a***@p***.kr.' })
  email!: string | null

  @Field(() => String, { description: '수집 목적. What it is kept for.' })
  purpose!: string

  @Field(() => DateScalar, { description: '보유 기한. Last day on which it is kept.' })
  retainUntil!: string
}

@Resolver(() => ContactType)
export class ContactMasks {
  @FieldResolver(() => String)
  name(@Root() { name }: ContactType): string {
    return masked.name(name)
  }

  @FieldResolver(() => String, { nullable: true })
  phone(@Root() { phone }: ContactType): string | null {
    return phone && masked.phone(phone)
  }

  @FieldResolver(() => String, { nullable: true })
  email(@Root() { email }: ContactType): string | null {
    return email && masked.email(email)
  }
}

@ObjectType('RevealedContact', {
  simpleResolvers: true,
  description: '열람한 연락처. The values themselves; that they were read, and why, is on record.',
})
export class RevealedContactType {
  @Field(() => String, { description: '이름. As it is kept.' })
  name!: string

  @Field(() => String, { nullable: true, description: '전화번호. As it is kept.' })
  phone!: string | null

  @Field(() => String, { nullable: true, description: '전자우편. As it is kept.' })
  email!: string | null
}

@InputType({ description: '새 연락처. A person to reach, for what and until when.' })
export class ContactInput {
  @Field(() => ContactDutyEnum, { description: '담당 업무. What the person does.' })
  duty!: ContactDuty

  @Field(() => String, { description: '이름. At most 50 characters.' })
  name!: string

  @Field(() => String, { nullable: true, description: '전화번호. Digits and hyphens.' })
  phone?: string | null

  @Field(() => String, { nullable: true, description: '전자우편. One address.' })
  email?: string | null

  @Field(() => String, { description: '수집 목적. What it is kept for, as the person was told.' })
  purpose!: string

  @Field(() => DateScalar, { description: '보유 기한. Last day, at most five years away.' })
  retainUntil!: string
}

@InputType({ description: '연락처 변경. What is left out stays as it is; null clears it.' })
export class ContactChangesInput {
  @Field(() => ContactDutyEnum, { nullable: true, description: '담당 업무. Never null.' })
  duty?: ContactDuty

  @Field(() => String, { nullable: true, description: '이름. Never null.' })
  name?: string

  @Field(() => String, { nullable: true, description: '전화번호. Digits and hyphens.' })
  phone?: string | null

  @Field(() => String, { nullable: true, description: '전자우편. One address.' })
  email?: string | null

  @Field(() => String, { nullable: true, description: '수집 목적. Never null.' })
  purpose?: string

  @Field(() => DateScalar, { nullable: true, description: '보유 기한. Never null.' })
  retainUntil?: string
}
