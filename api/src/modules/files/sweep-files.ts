import type { Context } from '../../platform/context.ts'
import { lockContent } from './keep-file.ts'
import { FileUpload } from './evidence-file.entity.ts'
import type { FileStore } from './store/file-store.ts'

const hour = 3_600_000
/** An upload that nobody goes on with is given up after a day. */
const uploadHours = 24
/** So long a removed file can be brought back by hand. */
export const removedDays = 30
/** What is younger may belong to somebody who is about to say so. */
const restMs = hour

/** 정리 — takes away what nothing refers to: uploads given up, parts of none, contents of no file. */
export async function sweepFiles(ctx: Context, store: FileStore): Promise<number> {
  return (await sweepIncoming(ctx, store)) + (await sweepContent(ctx, store))
}

async function sweepIncoming({ em, now }: Context, store: FileStore): Promise<number> {
  await em.nativeDelete(FileUpload, { createdAt: { $lt: new Date(now.getTime() - uploadHours * hour) } })
  const underWay = new Set((await em.find(FileUpload, {}, { fields: ['id'] })).map(({ id }) => id))
  const left = (await store.listIncoming()).filter(
    ({ key, changedAt }) => !underWay.has(key) && isOld(changedAt, now),
  )
  for (const { key } of left) await store.dropIncoming(key)
  return left.length
}

async function sweepContent(ctx: Context, store: FileStore): Promise<number> {
  let swept = 0
  for (const { key: sha256, changedAt } of await store.listContent()) {
    if (isOld(changedAt, ctx.now) && (await sweepOne(ctx, store, sha256))) swept++
  }
  return swept
}

/** Looked at again under the lock: the same content may have come anew since. */
function sweepOne({ em, now }: Context, store: FileStore, sha256: string): Promise<boolean> {
  return em.transactional(async inside => {
    await lockContent(inside, sha256)
    const [row] = await inside.execute<{ needed: boolean }[]>(
      `select exists (select 1 from evidence_file where sha256 = ?
         and (state = 'kept' or removed_at > ?)) as needed`,
      [sha256, new Date(now.getTime() - removedDays * 24 * hour)],
    )
    const changedAt = await store.contentChangedAt(sha256)
    if (row?.needed !== false || changedAt === null || !isOld(changedAt, now)) return false
    await store.dropContent(sha256)
    return true
  })
}

const isOld = (changedAt: Date, now: Date) => now.getTime() - changedAt.getTime() > restMs
