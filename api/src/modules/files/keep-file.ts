import type { EntityManager } from '@mikro-orm/postgresql'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { inScope } from '../../platform/scope.ts'
import { record } from '../audit/record.ts'
import { checkQuota, type Accepted } from './check-upload.ts'
import { EvidenceFile } from './evidence-file.entity.ts'
import { isEmpty } from './file-problem.ts'
import type { FileRoom } from './file-settings.ts'
import type { Findings } from './inspect/messages.ts'
import { refusalOf } from './store/disk-refusal.ts'

/** Judges what has come in, and keeps it: the row, its ledger row and the name of the content, or none of them. */
export async function keepFile(
  ctx: Context,
  room: FileRoom,
  { id, kind, enterpriseId, name, hasPersonalData }: Accepted & { id: string },
  within: (ctx: Context) => Promise<void> = async () => {},
): Promise<string> {
  const { store, inspection } = room
  if ((await store.received(id)) === 0) throw isEmpty()
  const checked = newId()
  try {
    const inspected = { path: store.incomingPath(id), target: store.incomingPath(checked), kind }
    const findings = await inspection.inspect(inspected).catch(error => {
      throw refusalOf(error)
    })
    await inScope(ctx, inside => write(inside, findings))
  } finally {
    await store.dropIncoming(checked)
  }
  await store.dropIncoming(id)
  return id

  async function write(inside: Context, findings: Findings) {
    const { em, actor, now } = inside
    await within(inside)
    await checkQuota(inside, enterpriseId, findings.size, room, id)
    await lockContent(em, findings.sha256)
    em.create(EvidenceFile, {
      ...{ id, enterpriseId, name, kind, hasPersonalData, ...findings },
      ...{ state: 'kept' as const, uploadedById: actor.personId, createdAt: now },
    })
    const { sha256, size, flags } = findings
    record(inside, 'file.uploaded', { type: 'file', id }, { kind, size, sha256, flags, enterpriseId })
    await em.flush()
    await store.keep(checked, sha256)
  }
}

/** Whoever keeps a content and whoever sweeps it away take turns. */
export const lockContent = (em: EntityManager, sha256: string) =>
  em.execute(`select pg_advisory_xact_lock(hashtextextended(?, 16))`, [sha256])
