import type { Readable } from 'node:stream'
import type { Announced } from '../modules/files/check-upload.ts'
import type { EvidenceFile } from '../modules/files/evidence-file.entity.ts'
import type { FileRoom } from '../modules/files/file-settings.ts'
import { openFile } from '../modules/files/read-file.ts'
import { receiveFile } from '../modules/files/receive-file.ts'
import { beginUpload, receivePart, uploadProgress, type Progress } from '../modules/files/receive-in-parts.ts'
import type { Context } from '../platform/context.ts'
import { globalId, keyOf } from '../platform/global-id.ts'
import type { DoorRequest } from './http/graphql-route.ts'

/** What somebody says who sends a file: the enterprise by its public id. */
export interface Announcement extends Omit<Announced, 'enterpriseId'> {
  enterprise: string | null
}

/** What the routes of evidence files lead to. */
export interface FilesDoor {
  receive(request: DoorRequest, announcement: Announcement, body: () => Readable): Promise<{ id: string }>
  begin(request: DoorRequest, announcement: Announcement, size: number): Promise<Progress>
  progress(request: DoorRequest, id: string): Promise<Progress>
  receivePart(request: DoorRequest, id: string, offset: number, body: () => Readable): Promise<Progress>
  /** A file that may be read, and where its bytes lie. */
  open(request: DoorRequest, id: string, isPiece: boolean): Promise<{ file: EvidenceFile; path: string }>
}

interface Options {
  /** Who acts; the one place that knows how a request says so. */
  actingIn: (request: DoorRequest) => Promise<Context>
  room: FileRoom
}

export const filesDoor = ({ actingIn, room }: Options): FilesDoor => ({
  async receive(request, announcement, body) {
    const id = await receiveFile(await actingIn(request), room, announced(announcement), body)
    return { id: globalId('file', id) }
  },
  async begin(request, announcement, size) {
    return withPublicId(await beginUpload(await actingIn(request), room, announced(announcement), size))
  },
  async progress(request, id) {
    return withPublicId(await uploadProgress(await actingIn(request), room, fileKey(id)))
  },
  async receivePart(request, id, offset, body) {
    const part = { id: fileKey(id), offset }
    return withPublicId(await receivePart(await actingIn(request), room, part, body))
  },
  async open(request, id, isPiece) {
    const file = await openFile(await actingIn(request), fileKey(id), isPiece)
    return { file, path: room.store.contentPath(file.sha256) }
  },
})

const fileKey = (id: string) => keyOf('file', id)

const withPublicId = (progress: Progress): Progress => ({ ...progress, id: globalId('file', progress.id) })

const announced = ({ enterprise, ...rest }: Announcement): Announced => ({
  ...rest,
  enterpriseId: enterprise === null ? null : keyOf('enterprise', enterprise, 'enterprise'),
})
