import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Ctx, ID, Info, Int, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { keyOf } from '../../platform/global-id.ts'
import { readOne } from '../../platform/read/read.ts'
import { requireRole } from '../accounts/require-role.ts'
import { addContact, changeContact, removeContact, revealContact } from './change-contacts.ts'
import { ContactChangesInput, ContactInput, ContactType, RevealedContactType } from './contact.graphql.ts'
import { deskTags, EnterpriseDeskType } from './desk.graphql.ts'
import { contactShape, enterpriseDeskShape } from './desk.shape.ts'
import { version } from './profile-mutations.graphql.ts'

const which = { description: '연락처. Which contact.' }

@Resolver()
export class ContactMutations {
  @Mutation(() => ContactType, { description: '연락처 추가. A person to reach, for what and until when.' })
  async addContact(
    @Arg('enterpriseId', () => ID, { description: '기업. Of the desk or of the enterprise.' })
    enterpriseId: string,
    @Arg('contact', () => ContactInput, { description: '연락처. The new contact.' }) contact: ContactInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'enterprise', 'staff', 'lead')
    const id = await addContact(ctx, keyOf(deskTags, enterpriseId, 'enterpriseId'), contact)
    return readOne(ctx, info, contactShape, id)
  }

  @Mutation(() => ContactType, { description: '연락처 수정. CONFLICT tells both values, masked.' })
  async changeContact(
    @Arg('id', () => ID, which) id: string,
    @Arg('expectedVersion', () => Int, version) expectedVersion: number,
    @Arg('changes', () => ContactChangesInput, { description: '변경. What to change.' })
    changes: ContactChangesInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'enterprise', 'staff', 'lead')
    const key = keyOf('contact', id)
    await changeContact(ctx, key, expectedVersion, changes)
    return readOne(ctx, info, contactShape, key)
  }

  @Mutation(() => EnterpriseDeskType, { description: '연락처 삭제. Returns the desk it stood at.' })
  async removeContact(
    @Arg('id', () => ID, which) id: string,
    @Arg('expectedVersion', () => Int, version) expectedVersion: number,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'enterprise', 'staff', 'lead')
    const enterpriseId = await removeContact(ctx, keyOf('contact', id), expectedVersion)
    return readOne(ctx, info, enterpriseDeskShape, enterpriseId)
  }

  @Mutation(() => RevealedContactType, {
    description:
      '연락처 열람. The values behind the masks. The reason (10 characters or more) is kept in the ledger with who asked.',
  })
  revealContact(
    @Arg('id', () => ID, which) id: string,
    @Arg('reason', () => String, { description: '이유. What it is needed for; kept in the ledger.' })
    reason: string,
    @Ctx() ctx: Context,
  ) {
    requireRole(ctx, 'enterprise', 'staff', 'lead')
    return revealContact(ctx, keyOf('contact', id), reason)
  }
}
