import { createHash, randomBytes } from 'node:crypto'
import type { Context } from '../../platform/context.ts'
import { addDays } from '../../platform/day.ts'
import { newId } from '../../platform/id.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { requireRole } from '../accounts/require-role.ts'
import { record } from '../audit/record.ts'
import { masked } from '../enterprises/mask.ts'
import { partyNameSql } from './meeting-name.ts'
import { EventPass, type PassKind } from './pass.entity.ts'

export interface IssuedPass {
  participationKey: string
  side: 'enterprise' | 'department'
  name: string
  attendeeKey: string | null
  /** Masked. */
  attendee: string | null
  /** Told this once; only its hash is kept. */
  token: string
  validUntil: Date
}

interface Asked {
  eventId: string
  kind: PassKind
  /** Null: of all days. */
  dayId: string | null
  /** Null: of everybody who takes part. */
  participationIds: readonly string[] | null
}

/** How long outcomes may be written after the day: what was agreed is often known a few days later. */
const lateDays = 7

/** What a token is known by; a leaked table opens nothing. */
export const passHash = (token: string): string => createHash('sha256').update(token).digest('hex')

/**
 * 체크인·기록 링크 발급 — a token for each participant; where people are named who come for it, for each of them.
 * Those given before stay good; a lost one is revoked.
 */
export function issuePasses(ctx: Context, asked: Asked): Promise<IssuedPass[]> {
  requireRole(ctx, 'staff', 'lead')
  return inScope(ctx, async ctx => {
    const { lastDay, parties } = await whoTakesPart(ctx, asked)
    if (lastDay === null)
      throw new Refusal('NOT_FOUND', 'There is no such event, or no such day of it.', 'eventId')
    const { kind, eventId, dayId } = asked
    const lastOn = kind === 'entry' ? addDays(lastDay, lateDays) : lastDay
    const validUntil = new Date(`${addDays(lastOn, 1)}T00:00:00+09:00`)
    const issued = parties.map(party => {
      const token = randomBytes(32).toString('base64url')
      const { participationKey: participationId, attendeeKey: officerId } = party
      const made = { participationId, officerId, createdAt: ctx.now, validUntil }
      ctx.em.create(EventPass, { id: newId(), tokenHash: passHash(token), kind, eventId, dayId, ...made })
      const attendee = party.attendee === null ? null : masked.name(party.attendee)
      return { ...party, attendee, token, validUntil }
    })
    record(
      ctx,
      'event_pass.issued',
      { type: 'event', id: eventId },
      { kind, day: dayId, passes: issued.length },
    )
    return issued
  })
}

/** 끊기 — every pass of a participant: what was lost opens nothing any more. */
export function revokePasses(ctx: Context, participationId: string): Promise<number> {
  requireRole(ctx, 'staff', 'lead')
  return inScope(ctx, async ctx => {
    const eventId = await eventOf(ctx, participationId)
    if (eventId === null) throw new Refusal('NOT_FOUND', 'There is no such participant.', 'participationId')
    const revoked = await ctx.em.nativeUpdate(
      EventPass,
      { participationId, revokedAt: null },
      { revokedAt: ctx.now },
    )
    record(ctx, 'event_pass.revoked', { type: 'event', id: eventId }, { participationId, passes: revoked })
    return revoked
  })
}

const eventOf = ({ em, actor }: Context, participationId: string) =>
  readInside<string | null>(
    em,
    `select to_json((select p.event_id from participation p where p.id = $1 and p.center_id = $2))::text as json`,
    [participationId, actor.centerId],
  )

interface Parties {
  lastDay: string | null
  parties: Omit<IssuedPass, 'token' | 'validUntil'>[]
}

const whoTakesPart = ({ em, actor }: Context, { eventId, dayId, participationIds }: Asked) =>
  readInside<Parties>(
    em,
    `select json_build_object(
       'lastDay', (select max(d.on_date) from event_day d join event e on e.id = d.event_id
         where e.id = $1 and e.center_id = $2 and ($3::uuid is null or d.id = $3)),
       'parties', (select coalesce(json_agg(json_build_object('participationKey', p.id, 'side', p.side, 'name',
           ${partyNameSql('p.id')}, 'attendeeKey', o.id, 'attendee', o.name)
           order by p.side desc, ${partyNameSql('p.id')}, o.name, o.id), '[]')
         from participation p left join participation_officer po on po.participation_id = p.id
           left join officer o on o.id = po.officer_id where p.event_id = $1 and p.center_id = $2 and p.state = 'confirmed'
           and ($4::uuid[] is null or p.id = any($4))))::text as json`,
    [eventId, actor.centerId, dayId, participationIds],
  )
