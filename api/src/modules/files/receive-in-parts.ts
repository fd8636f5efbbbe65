import type { Readable } from 'node:stream'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { checkQuota, checkUpload, named, type Announced } from './check-upload.ts'
import { FileUpload } from './evidence-file.entity.ts'
import { kindOfName } from './file-kinds.ts'
import { fileProblem, isEmpty, tooLarge, wrongType } from './file-problem.ts'
import type { FileRoom } from './file-settings.ts'
import { keepFile } from './keep-file.ts'
import { writeBody } from './store/write-body.ts'

const mostUnderWay = 20

export interface Progress {
  id: string
  offset: number
  size: number
  isComplete: boolean
}

/** 나누어 올리기 — begins an upload that goes on after a dropped connection. */
export async function beginUpload(
  ctx: Context,
  room: FileRoom,
  announced: Announced,
  size: number,
): Promise<Progress> {
  const { enterpriseId, name, hasPersonalData } = await checkUpload(ctx, announced)
  if (size === 0) throw named(name, isEmpty())
  if (size > room.largestBytes) throw named(name, tooLarge(room.largestBytes))
  const id = newId()
  await inScope(ctx, async inside => {
    const { em, actor, now } = inside
    await checkQuota(inside, enterpriseId, size, room)
    if ((await em.count(FileUpload, { enterpriseId })) >= mostUnderWay)
      throw fileProblem(
        'count',
        `한 번에 ${mostUnderWay}개까지 올릴 수 있습니다. 올리던 파일을 마저 올려 주세요.`,
      )
    em.create(FileUpload, {
      id,
      enterpriseId,
      name,
      size,
      hasPersonalData,
      byId: actor.personId ?? '',
      createdAt: now,
    })
  })
  return { id, offset: 0, size, isComplete: false }
}

/** How far an upload has come: whoever was cut off goes on from there. */
export async function uploadProgress(ctx: Context, { store }: FileRoom, id: string): Promise<Progress> {
  const { size } = await findUpload(ctx, id)
  return { id, size, offset: await store.received(id), isComplete: false }
}

/** The next bytes, from where the file has come to. With the last of them the file is judged and kept. */
export async function receivePart(
  ctx: Context,
  room: FileRoom,
  { id, offset }: { id: string; offset: number },
  body: () => Readable,
): Promise<Progress> {
  const upload = await findUpload(ctx, id)
  const { name, size } = upload
  const received = await room.store.received(id)
  if (offset > received)
    throw new Refusal(
      'CONFLICT',
      `Of this file ${received} bytes have come; go on from there.`,
      'offset',
      undefined,
      {
        offset: received,
      },
    )
  const at = await writeBody(room.store, body(), {
    ...{ id, offset, most: size },
    tooMuch: () =>
      named(name, fileProblem('size', '처음 알린 크기보다 큽니다. 파일을 다시 골라 올려 주세요.')),
  })
  if (at < size) return { id, offset: at, size, isComplete: false }
  await complete(ctx, room, upload)
  return { id, offset: size, size, isComplete: true }
}

/** A file that is refused was sent for nothing: it has to be mended first, so nothing of it stays. */
async function complete(ctx: Context, room: FileRoom, upload: FileUpload): Promise<void> {
  const { id, enterpriseId, name, hasPersonalData } = upload
  const kind = kindOfName(name)
  try {
    if (kind === undefined) throw wrongType()
    await keepFile(ctx, room, { id, enterpriseId, name, kind, hasPersonalData }, async ({ em }) => {
      // Two who send the last part at once: the second finds that it has been done.
      if ((await em.nativeDelete(FileUpload, { id })) === 0)
        throw new Refusal('CONFLICT', 'The file has been received already.', 'id')
    })
  } catch (error) {
    if (!(error instanceof Refusal) || error.field !== 'file') throw error
    await inScope(ctx, ({ em }) => em.nativeDelete(FileUpload, { id }))
    await room.store.dropIncoming(id)
    throw named(name, error)
  }
}

const findUpload = (ctx: Context, id: string): Promise<FileUpload> =>
  inScope(ctx, ({ em }) =>
    em.findOneOrFail(
      FileUpload,
      { id },
      { failHandler: () => new Refusal('NOT_FOUND', 'There is no such upload of yours.', 'id') },
    ),
  )
