import type { Readable } from 'node:stream'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { checkQuota, checkUpload, named, type Announced } from './check-upload.ts'
import { tooLarge } from './file-problem.ts'
import type { FileRoom } from './file-settings.ts'
import { keepFile } from './keep-file.ts'
import { writeBody } from './store/write-body.ts'

/** 파일 올리기 — takes a file in one go. Whatever goes wrong, nothing of it stays. */
export async function receiveFile(
  ctx: Context,
  room: FileRoom,
  announced: Announced,
  body: () => Readable,
): Promise<string> {
  const accepted = await checkUpload(ctx, announced)
  await inScope(ctx, inside => checkQuota(inside, accepted.enterpriseId, 1, room))
  const id = newId()
  try {
    await writeBody(room.store, body(), {
      id,
      offset: 0,
      most: room.largestBytes,
      tooMuch: () => tooLarge(room.largestBytes),
    })
    return await keepFile(ctx, room, { ...accepted, id })
  } catch (error) {
    await room.store.dropIncoming(id)
    throw error instanceof Refusal ? named(accepted.name, error) : error
  }
}
