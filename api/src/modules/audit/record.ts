import type { Context } from '../../platform/context.ts'
import type { EventName } from './event-names.ts'
import { LedgerEntry } from './ledger.entity.ts'

/** What a change was done to: an entity with a uuid. */
export interface Subject {
  type: string
  id: string
}

/** Adds the ledger row of a change to the unit of work, so that one flush writes both or neither. */
export function record(
  { em, actor, now }: Context,
  name: EventName,
  subject: Subject,
  detail: Record<string, unknown> = {},
  reason: string | null = null,
): void {
  em.create(LedgerEntry, {
    at: now,
    actorId: actor.personId,
    actorRole: actor.role,
    name,
    subjectType: subject.type,
    subjectId: subject.id,
    detail,
    reason,
  })
}
