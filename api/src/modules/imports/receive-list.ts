import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { keyOf } from '../../platform/global-id.ts'
import { lineOfText } from '../../platform/line-of-text.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { requireRole } from '../accounts/require-role.ts'
import { record } from '../audit/record.ts'
import { Event } from '../events/event.entity.ts'
import { aboutOf, formats, isImportKind, type ImportKind } from './formats.ts'
import { keepFile } from './import-files.ts'
import { ImportRun } from './import-run.entity.ts'
import { inspect } from './inspect.ts'
import { planOptions, type SaidOptions } from './list-options.ts'
import { asMappedBefore } from './remembered-mapping.ts'
import { fileRefusal } from './table/file-refusal.ts'
import { uploadLimits } from './table/limits.ts'

export interface Upload extends SaidOptions {
  kind: string
  name: string
  /** Public id of the event that a list of participants is of; blank for other lists. */
  event: string
  /** Public id of an import that this file corrects: it is of the same event, or the same year. */
  like: string
}

/**
 * 파일 올리기 — takes a list that staff send, as it comes in, and reads it once to its end: what cannot be read is
 * refused here, and nothing of it is kept. Who asks is judged before the first byte.
 */
export async function receiveList(
  ctx: Context,
  upload: Upload,
  body: () => Readable,
  keepDays: number,
): Promise<{ id: string }> {
  const centerId = centerOf(ctx)
  const { kind, name } = upload
  if (!isImportKind(kind))
    throw new Refusal('BAD_USER_INPUT', `\`kind\` is none of ${Object.keys(formats).join(', ')}.`, 'kind')
  const { options, eventKey } = await besides(ctx, kind, upload)
  const fileName = lineOfText(name.replace(/^.*[\\/]/su, ''), 'name')
  const { bytes, sha256 } = await readBody(body())
  const file = { name: fileName, bytes }
  const { header: guessed, encoding, rows } = await inspect(kind, file)
  if (rows <= 0)
    throw fileRefusal('파일에 자료가 한 줄도 없습니다. 내려받은 파일이 맞는지 열어 확인해 주세요.')
  return inScope(ctx, async inside => {
    const { em, now, actor } = inside
    const header = await asMappedBefore(em, { centerId, kind, file }, guessed)
    const eventId = eventKey === null ? null : await eventOf(inside, eventKey)
    await keepFile(em, { centerId, sha256 }, bytes, now)
    const run = em.create(ImportRun, {
      ...{ id: newId(), centerId, kind, state: 'uploaded' as const, fileName, sha256 },
      ...{ encoding, header, rows, eventId, options },
      ...{ lines: {}, byId: actor.personId, createdAt: now, expiresAt: daysAfter(now, keepDays) },
    })
    record(inside, 'import.uploaded', { type: 'import', id: run.id }, { kind, sha256, rows })
    await em.flush()
    return { id: run.id }
  })
}

/** What has to be known besides the file; a corrected one is about what the other was about. */
async function besides(ctx: Context, kind: ImportKind, { event, like, ...said }: Upload) {
  const given = like === '' ? null : await likeOf(ctx, keyOf('import', like, 'like'))
  if (given !== null) return { options: given.options, eventKey: given.eventId ?? null }
  return {
    options: aboutOf(kind) === 'plans' ? planOptions(said) : {},
    eventKey: aboutOf(kind) === 'event' ? keyOf('event', event, 'event') : null,
  }
}

const likeOf = (ctx: Context, id: string): Promise<ImportRun> =>
  inScope(ctx, ({ em, actor }) =>
    em.findOneOrFail(
      ImportRun,
      { id, centerId: actor.centerId ?? null },
      { failHandler: () => new Refusal('NOT_FOUND', 'There is no such import.', 'like') },
    ),
  )

/** An event of the own centre; another's is none. */
async function eventOf({ em, actor }: Context, id: string): Promise<string> {
  const event = await em.findOne(Event, { id, centerId: actor.centerId ?? '' })
  if (event) return event.id
  throw new Refusal('NOT_FOUND', '그런 행사가 없습니다. 행사를 다시 골라 주세요.', 'event')
}

/** Staff and leads, of the centre that they work for. */
export function centerOf(ctx: Context): string {
  requireRole(ctx, 'staff', 'lead')
  const { centerId } = ctx.actor
  if (centerId === null) throw new Refusal('FORBIDDEN', 'You belong to no centre.')
  return centerId
}

export const daysAfter = (now: Date, days: number) => new Date(now.getTime() + days * 86_400_000)

/** No more is taken than a list may have: whoever sends on is cut off. */
async function readBody(body: Readable): Promise<{ bytes: Buffer; sha256: string }> {
  const hash = createHash('sha256')
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of body) {
    const bytes = Buffer.from(chunk)
    length += bytes.length
    if (length > uploadLimits.fileBytes) {
      throw fileRefusal(
        `파일이 ${uploadLimits.fileBytes / 1_000_000}MB보다 커서 받지 않았습니다. 필요한 시트나 행만 남겨 나누어 올려 주세요.`,
      )
    }
    hash.update(bytes)
    chunks.push(bytes)
  }
  return { bytes: Buffer.concat(chunks), sha256: hash.digest('hex') }
}
