import type { Context } from '../../platform/context.ts'
import type { EventName } from './event-names.ts'
import { record, type Subject } from './record.ts'
import { staleSave, type Tell, type Difference, type Versioned } from './stale-save.ts'

export interface Save {
  /** Locked for update, so that its version is what the save is held against. */
  row: Versioned
  expectedVersion: number
  /** The fields as they are stored; `patch` may name only these. */
  stored: object
  /** The fields to be saved; undefined leaves one as it is. */
  patch: object
  event: EventName
  subject: Subject
  /** What the ledger row says besides. */
  detail?: Record<string, unknown>
  /** Why, in the words of whoever saves. */
  reason?: string
  /** How a value may be told: personal data only masked. */
  tell?: Tell
}

const asItIs = (_field: string, value: unknown) => value

/**
 * 저장 — writes what differs and its ledger row, from and to of each field; refuses a save that is based on an older
 * version, with both values. False when nothing differs. To be called in a transaction that holds the row.
 */
export async function saveChanges(ctx: Context, save: Save): Promise<boolean> {
  const { row, expectedVersion, stored, event, subject, detail, tell = asItIs } = save
  const differing = differences(save)
  if (row.version !== expectedVersion)
    throw await staleSave(ctx, { row, subject, expectedVersion, differing, tell })
  if (differing.length === 0) return false
  Object.assign(stored, Object.fromEntries(differing.map(({ field, yours }) => [field, yours])))
  row.updatedAt = ctx.now
  const changes = Object.fromEntries(
    differing.map(({ field, yours, stored: from }) => [
      field,
      { from: tell(field, from), to: tell(field, yours) },
    ]),
  )
  record(
    ctx,
    event,
    subject,
    { ...detail, of: row.id, version: row.version + 1, changes },
    save.reason ?? null,
  )
  return true
}

function differences({ stored, patch }: Pick<Save, 'stored' | 'patch'>): Difference[] {
  return Object.entries(patch).flatMap(([field, yours]: [string, unknown]) => {
    if (yours === undefined) return []
    const value: unknown = Reflect.get(stored, field) ?? null
    return isSame(value, yours) ? [] : [{ field, yours, stored: value }]
  })
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
