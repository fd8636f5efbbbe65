import type { Context } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { requireRole } from '../accounts/require-role.ts'
import { Enterprise } from '../enterprises/enterprise.entity.ts'
import { kindOfName, type FileKind } from './file-kinds.ts'
import { fileNameOf } from './file-name.ts'
import { fileProblem, wrongType } from './file-problem.ts'
import type { FileLimits } from './file-settings.ts'

/** What whoever sends a file says of it. */
export interface Announced {
  /** Key of the enterprise; null: the one that the person acts for. */
  enterpriseId: string | null
  name: Buffer
  hasPersonalData: boolean
}

export interface Accepted {
  enterpriseId: string
  name: string
  kind: FileKind
  hasPersonalData: boolean
}

/** Who may bring a file in for which enterprise, and whether its name is one that we take; before the first byte. */
export async function checkUpload(ctx: Context, announced: Announced): Promise<Accepted> {
  requireRole(ctx, 'enterprise', 'staff', 'lead')
  const enterpriseId = await findEnterprise(ctx, announced.enterpriseId)
  const name = fileNameOf(announced.name)
  const kind = kindOfName(name)
  if (kind === undefined) throw named(name, wrongType())
  return { enterpriseId, name, kind, hasPersonalData: announced.hasPersonalData }
}

async function findEnterprise({ em, actor }: Context, given: string | null): Promise<string> {
  const [only, ...others] = actor.enterpriseIds
  const id = given ?? (others.length === 0 ? only : undefined)
  if (id === undefined)
    throw new Refusal('BAD_USER_INPUT', 'Say in `enterprise` whose file it is.', 'enterprise')
  if (actor.enterpriseIds.includes(id)) return id
  const kept = actor.centerId === null ? null : await em.findOne(Enterprise, { id, centerId: actor.centerId })
  if (kept) return kept.id
  throw new Refusal('NOT_FOUND', 'There is no such enterprise of yours.', 'enterprise')
}

/** In a transaction that holds the enterprise: how many files it has, and how much they weigh, those under way included. */
export async function checkQuota(
  { em }: Context,
  enterpriseId: string,
  size: number,
  { quotaBytes, mostFiles }: FileLimits,
  except: string | null = null,
): Promise<void> {
  await em.execute('select 1 from enterprise where id = ? for no key update', [enterpriseId])
  const [row] = await em.execute<{ files: string; bytes: string }[]>(
    `select count(*) as files, coalesce(sum(size), 0) as bytes from (
       select size from evidence_file where enterprise_id = ? and state = 'kept'
       union all
       select size from file_upload where enterprise_id = ? and id is distinct from ?::uuid) f`,
    [enterpriseId, enterpriseId, except],
  )
  if (Number(row?.files) >= mostFiles)
    throw fileProblem('count', `한 기업은 파일을 ${mostFiles}개까지 둡니다. 쓰지 않는 파일을 지워 주세요.`)
  if (Number(row?.bytes) + size > quotaBytes)
    throw fileProblem(
      'count',
      `한 기업이 둘 수 있는 ${Math.round(quotaBytes / 1_000_000)}MB를 넘습니다. 쓰지 않는 파일을 지워 주세요.`,
    )
}

/** The same refusal, and whose file it is about. */
export function named(name: string, refusal: Refusal): Refusal {
  const { code, message, field, cause, figures } = refusal
  return new Refusal(code, `‘${name}’을(를) 받지 않았습니다. ${message}`, field, cause, { ...figures, name })
}
