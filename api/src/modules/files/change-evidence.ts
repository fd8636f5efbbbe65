import { LockMode } from '@mikro-orm/core'
import type { Context } from '../../platform/context.ts'
import type { Day } from '../../platform/day.ts'
import { parseGlobalId } from '../../platform/global-id.ts'
import { isUuid, newId } from '../../platform/id.ts'
import { lineOfText } from '../../platform/line-of-text.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { requireRole } from '../accounts/require-role.ts'
import { record } from '../audit/record.ts'
import { Certification } from '../certifications/certification.entity.ts'
import { Credential, Evidence } from '../credentials/credential.entity.ts'
import { findUsableFile } from './read-file.ts'

export interface EvidenceValues {
  fileId: string
  issuer: string
  number: string | null
  issuedOn: Day | null
}

type Subject = { type: 'credential' | 'certification'; id: string; enterpriseId: string }

/** 증빙 추가 — a document for a claim or a certification, by the enterprise itself or the centre that keeps it. */
export function addEvidence(ctx: Context, to: string, values: EvidenceValues): Promise<string> {
  requireRole(ctx, 'enterprise', 'staff', 'lead')
  return inScope(ctx, async inside => {
    const { type, id, enterpriseId } = await findSubject(inside, to)
    const file = await findUsableFile(inside, values.fileId, enterpriseId)
    const evidence = inside.em.create(Evidence, {
      id: newId(),
      ...(type === 'credential' ? { credential: id } : { certification: id }),
      issuer: lineOfText(values.issuer, 'issuer'),
      number: values.number === null ? null : lineOfText(values.number, 'number'),
      issuedOn: values.issuedOn,
      fileId: file.id,
    })
    record(inside, `${type}.evidence_added`, { type, id }, { evidence: evidence.id, file: file.id })
    return evidence.id
  })
}

/** 증빙 빼기 — the file stays. Of what somebody has confirmed by it, only the centre can take it away. */
export function removeEvidence(ctx: Context, id: string): Promise<boolean> {
  requireRole(ctx, 'enterprise', 'staff', 'lead')
  return inScope(ctx, async inside => {
    const { em, actor } = inside
    const gone = () => new Refusal('NOT_FOUND', 'There is no such evidence.', 'id')
    const evidence = await em.findOneOrFail(Evidence, { id }, { failHandler: gone })
    const key = evidence.credential?.id ?? evidence.certification?.id ?? ''
    const type = evidence.credential ? 'credential' : 'certification'
    await requireOurs(inside, type, key, gone)
    if (actor.role === 'enterprise' && (await isConfirmed(inside, key)))
      throw new Refusal('WRONG_STATE', '확인이 끝난 증빙입니다. 빼려면 지원센터에 알려 주세요.', 'id')
    em.remove(evidence)
    record(inside, `${type}.evidence_removed`, { type, id: key }, { evidence: id })
    return true
  })
}

async function findSubject(ctx: Context, to: string): Promise<Subject> {
  const { tag, key } = parseGlobalId(to) ?? { tag: '', key: '' }
  if ((tag !== 'credential' && tag !== 'certification') || !isUuid(key))
    throw new Refusal('BAD_USER_INPUT', '`to` is the id of a credential or a certification.', 'to')
  return requireOurs(ctx, tag, key, () => new Refusal('NOT_FOUND', 'There is no such thing of yours.', 'to'))
}

/** The enterprise's own, or of one that the centre keeps; anybody else's looks like what never was. */
async function requireOurs(
  { em, actor }: Context,
  type: Subject['type'],
  id: string,
  gone: () => Refusal,
): Promise<Subject> {
  const held = { populate: ['enterprise'], lockMode: LockMode.PESSIMISTIC_READ, failHandler: gone } as const
  const found =
    type === 'credential'
      ? await em.findOneOrFail(Credential, { id }, held)
      : await em.findOneOrFail(Certification, { id }, held)
  const { id: enterpriseId, centerId } = found.enterprise.getEntity()
  const isOurs =
    actor.enterpriseIds.includes(enterpriseId) || (actor.centerId !== null && centerId === actor.centerId)
  if (!isOurs) throw gone()
  return { type, id, enterpriseId }
}

/** Certifications are confirmed by the lists that name them. */
async function isConfirmed({ em }: Context, credentialId: string): Promise<boolean> {
  const [latest] = await em.execute<{ result: string }[]>(
    `select result from verification where credential_id = ? order by verified_on desc, id desc limit 1`,
    [credentialId],
  )
  return latest?.result === 'confirmed'
}
