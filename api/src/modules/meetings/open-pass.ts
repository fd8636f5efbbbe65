import type { Actor, Context } from '../../platform/context.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import { Refusal } from '../../platform/refusal.ts'
import { visitor } from '../../platform/context.ts'
import { passHash } from './issue-passes.ts'
import type { PassKind } from './pass.entity.ts'

export interface OpenedPass {
  id: string
  kind: PassKind
  eventId: string
  participationId: string
  attendeeId: string | null
  dayId: string | null
  validUntil: string
  /** As the database is to see whoever holds it: the participant, and nothing of the centre. */
  actor: Actor
}

interface Found extends Omit<OpenedPass, 'actor'> {
  revokedAt: string | null
  enterpriseId: string | null
  departmentId: string | null
}

/** What a token opens, while it does; one that never was looks like one that was mistyped. */
export async function openPass({ em, now }: Context, token: string, kind: PassKind): Promise<OpenedPass> {
  const found = await readInside<Found | null>(em, passSql, [passHash(token)])
  if (found?.kind !== kind)
    throw new Refusal(
      'NOT_FOUND',
      'This link or code opens nothing; ask the support centre for a new one.',
      'token',
    )
  const { enterpriseId, departmentId, revokedAt, ...pass } = found
  const isOver = Date.parse(pass.validUntil) <= now.getTime()
  if (isOver || revokedAt !== null)
    throw new Refusal(
      'WRONG_STATE',
      `This link or code was good until ${pass.validUntil}; ask the support centre for a new one.`,
      'token',
      undefined,
      { validUntil: pass.validUntil, isRevoked: revokedAt !== null },
    )
  return {
    ...pass,
    actor: {
      ...visitor,
      enterpriseIds: enterpriseId === null ? [] : [enterpriseId],
      departmentIds: departmentId === null ? [] : [departmentId],
    },
  }
}

const passSql = `select to_json((select json_build_object('id', t.id, 'kind', t.kind, 'eventId', t.event_id,
  'participationId', t.participation_id, 'attendeeId', t.attendee_id, 'dayId', t.day_id,
  'validUntil', t.valid_until, 'revokedAt', t.revoked_at, 'enterpriseId', t.enterprise_id,
  'departmentId', t.department_id) from pass_of($1) t))::text as json`
