import type { Context } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { record } from '../audit/record.ts'
import { EvidenceFile } from './evidence-file.entity.ts'

/** How long a stated reason holds. */
const reasonMinutes = 30
/** A viewer fetches a document piece by piece: pieces of one reading are one reading. */
const readingMinutes = 10

/**
 * 파일 읽기 — lets somebody read a file, and writes down that they did. Personal data of others take a reason, stated
 * before (`stateReadingReason`); what one may not see and what never was look the same.
 */
export function openFile(ctx: Context, id: string, isPiece: boolean): Promise<EvidenceFile> {
  return inScope(ctx, async inside => {
    const file = await findFile(inside, id)
    const reason = needsReason(inside, file) ? await statedReason(inside, id) : null
    if (!(isPiece && (await lastOf(inside, 'file.read', id, readingMinutes))))
      record(inside, 'file.read', { type: 'file', id }, { sha256: file.sha256 }, reason)
    await inside.em.flush()
    return file
  })
}

export const findFile = ({ em }: Context, id: string, field = 'id'): Promise<EvidenceFile> =>
  em.findOneOrFail(
    EvidenceFile,
    { id, state: 'kept' },
    { failHandler: () => new Refusal('NOT_FOUND', 'There is no such file.', field) },
  )

/** For whoever puts it to use: it is the enterprise's, and is not removed until that is done. */
export async function findUsableFile(
  ctx: Context,
  id: string,
  enterpriseId: string,
  field = 'fileId',
): Promise<EvidenceFile> {
  const held = await ctx.em.execute<object[]>(
    `select 1 from evidence_file where id = ? and enterprise_id = ? and state = 'kept' for share`,
    [id, enterpriseId],
  )
  if (held.length === 0) throw new Refusal('NOT_FOUND', 'The enterprise has no such file.', field)
  return findFile(ctx, id, field)
}

/** An enterprise's own people need no reason to read what is theirs. */
export const needsReason = ({ actor }: Context, { hasPersonalData, enterpriseId }: EvidenceFile): boolean =>
  hasPersonalData && !actor.enterpriseIds.includes(enterpriseId)

async function statedReason(ctx: Context, id: string): Promise<string> {
  const stated = await lastOf(ctx, 'file.reason_stated', id, reasonMinutes)
  if (stated?.reason) return stated.reason
  throw new Refusal(
    'FORBIDDEN',
    '개인정보가 든 파일입니다. 열람 이유를 먼저 적어 주세요. (stateReadingReason)',
    'reason',
  )
}

async function lastOf({ em, actor, now }: Context, name: string, id: string, minutes: number) {
  const [row] = await em.execute<{ reason: string | null }[]>(
    `select reason from ledger where subject_type = 'file' and subject_id = ? and name = ? and actor_id = ? and at > ?
     order by id desc limit 1`,
    [id, name, actor.personId, new Date(now.getTime() - minutes * 60_000)],
  )
  return row
}
