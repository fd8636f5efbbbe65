import { randomBytes } from 'node:crypto'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { lineOfText } from '../../platform/line-of-text.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { record } from '../audit/record.ts'
import { Person } from './person.entity.ts'
import type { SessionContext } from './session-context.ts'
import { beginSession, hashOf, type Begun } from './session.ts'
import { newAddress, setPassword, stageOf } from './sign-in.ts'
import { findColleague } from './staff.ts'

/** An invitation is good for so many days. */
const invitationDays = 7

const newCode = () => randomBytes(18).toString('base64url')
const endOf = ({ now }: Context) => new Date(now.getTime() + invitationDays * 86_400_000)

/** 초대 — makes somebody of the lead's own centre known; the code, told once, lets them choose a password. */
export async function inviteStaff(ctx: Context, email: string, name: string, role: 'staff' | 'lead') {
  const { centerId } = ctx.actor
  const address = newAddress(email)
  if (await ctx.em.findOne(Person, { email: address }))
    throw new Refusal('CONFLICT', 'Somebody signs in with this address already.', 'email')
  const code = newCode()
  const id = newId()
  ctx.em.create(Person, {
    id,
    email: address,
    name: lineOfText(name, 'name', 60),
    role,
    centerId,
    createdAt: ctx.now,
    invitationHash: hashOf(code),
    invitationEndsAt: endOf(ctx),
  })
  record(ctx, 'person.invited', { type: 'person', id }, { role, centerId })
  await ctx.em.flush()
  return { code, id }
}

/** 다시 초대 — for who has not come: what went before opens nothing any more, and another letter leaves. */
export function inviteAgain(ctx: Context, id: string) {
  return inScope(ctx, async ctx => {
    const person = await findColleague(ctx, id)
    if (person.invitationEndsAt == null)
      throw new Refusal('WRONG_STATE', 'The colleague has accepted the invitation already.', 'id')
    const code = newCode()
    person.invitationHash = hashOf(code)
    person.letterHash = null
    person.invitationEndsAt = endOf(ctx)
    record(ctx, 'person.invited', { type: 'person', id }, { role: person.role, centerId: person.centerId })
    return { code, id }
  })
}

/**
 * The code of the letter that leaves now, which is kept nowhere else: the notice itself holds none. Null when the
 * invitation has been accepted or has ended.
 */
export async function codeForLetter({ em, now }: Context, personId: string): Promise<string | null> {
  const code = newCode()
  const open = { id: personId, invitationEndsAt: { $gt: now } }
  return (await em.nativeUpdate(Person, open, { letterHash: hashOf(code) })) === 1 ? code : null
}

/** The invited person chooses a password, and is signed in. */
export async function acceptInvitation(ctx: SessionContext, code: string, password: string): Promise<Begun> {
  const hash = hashOf(code)
  const person = await ctx.em.findOne(Person, {
    $or: [{ invitationHash: hash }, { letterHash: hash }],
    invitationEndsAt: { $gt: ctx.now },
    disabledAt: null,
  })
  if (!person) throw new Refusal('NOT_FOUND', 'There is no such invitation, or it has ended.', 'code')
  await setPassword(person, password)
  person.invitationHash = null
  person.letterHash = null
  person.invitationEndsAt = null
  return beginSession(ctx, person, 'password', await stageOf(ctx, person))
}
