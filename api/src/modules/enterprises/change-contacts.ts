import { LockMode } from '@mikro-orm/core'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { lineOfText } from '../../platform/line-of-text.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { record } from '../audit/record.ts'
import { saveChanges } from '../audit/save-changes.ts'
import { staleSave } from '../audit/stale-save.ts'
import { checkedContact, type ContactChanges, type ContactValues } from './contact-values.ts'
import { EnterpriseContact, type Enterprise } from './enterprise.entity.ts'
import { atDesk, lockDesk } from './find-desk.ts'
import { tellContact } from './mask.ts'

/** 연락처 추가 — for a purpose and until a day. Returns its key. */
export function addContact(ctx: Context, enterpriseId: string, values: ContactValues): Promise<string> {
  const { duty, name, phone = null, email = null, purpose, retainUntil } = values
  const checked = checkedContact(ctx, { duty, name, phone, email, purpose, retainUntil })
  return inScope(ctx, async ctx => {
    const enterprise = await lockDesk(ctx, enterpriseId)
    assertContactsAreKept(ctx, enterprise)
    const id = newId()
    ctx.em.create(EnterpriseContact, {
      duty,
      name,
      purpose,
      retainUntil,
      ...checked,
      id,
      enterprise,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })
    const changes = Object.fromEntries(
      Object.entries({ duty, ...checked }).map(([field, to]) => [
        field,
        { from: null, to: tellContact(field, to) },
      ]),
    )
    record(ctx, 'enterprise.contact_added', subjectOf(enterprise), {
      contact: id,
      of: id,
      version: 1,
      changes,
    })
    return id
  })
}

/** 연락처 수정. */
export function changeContact(
  ctx: Context,
  id: string,
  expectedVersion: number,
  changes: ContactChanges,
): Promise<void> {
  const patch = checkedContact(ctx, changes)
  return inScope(ctx, async ctx => {
    const contact = await lockContact(ctx, id)
    await saveChanges(ctx, {
      row: contact,
      expectedVersion,
      stored: contact,
      patch,
      event: 'enterprise.contact_changed',
      subject: subjectOf(contact.enterprise),
      detail: { contact: id },
      tell: tellContact,
    })
  })
}

/** 연락처 삭제. Returns the key of its enterprise. */
export function removeContact(ctx: Context, id: string, expectedVersion: number): Promise<string> {
  return inScope(ctx, async ctx => {
    const contact = await lockContact(ctx, id)
    const subject = subjectOf(contact.enterprise)
    if (contact.version !== expectedVersion)
      throw await staleSave(ctx, {
        row: contact,
        subject,
        expectedVersion,
        differing: [],
        tell: tellContact,
      })
    ctx.em.remove(contact)
    record(ctx, 'enterprise.contact_removed', subject, { contact: id, duty: contact.duty })
    return contact.enterprise.id
  })
}

export interface RevealedContact {
  name: string
  phone: string | null
  email: string | null
}

const shortestReason = 10

/** 연락처 열람 — the values themselves; who looked, when and why is on record before they are. */
export function revealContact(ctx: Context, id: string, reason: string): Promise<RevealedContact> {
  const why = lineOfText(reason, 'reason', 500)
  if (Array.from(why).length < shortestReason)
    throw new Refusal(
      'BAD_USER_INPUT',
      `\`reason\`: say in at least ${shortestReason} characters what the contact is needed for.`,
      'reason',
    )
  return inScope(ctx, async ctx => {
    const { name, phone, email, enterprise } = await lockContact(ctx, id)
    record(ctx, 'enterprise.contact_revealed', subjectOf(enterprise), { contact: id }, why)
    return { name, phone: phone ?? null, email: email ?? null }
  })
}

const lockContact = (ctx: Context, id: string) =>
  ctx.em.findOneOrFail(
    EnterpriseContact,
    { id, enterprise: atDesk(ctx) },
    {
      lockMode: LockMode.PESSIMISTIC_WRITE,
      lockTableAliases: ['e0'],
      refresh: true,
      failHandler: () => new Refusal('NOT_FOUND', 'There is no such contact.', 'id'),
    },
  )

/** No centre may look after the people of an enterprise that none keeps. */
function assertContactsAreKept({ actor }: Context, { centerId }: Enterprise) {
  if (actor.role !== 'enterprise' && centerId == null)
    throw new Refusal(
      'WRONG_STATE',
      'No centre keeps the enterprise yet; its contacts can be kept once one does.',
      'enterpriseId',
    )
}

const subjectOf = ({ id }: { id: string }) => ({ type: 'enterprise', id })
