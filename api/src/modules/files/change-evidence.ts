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
import { CertificationClaim } from '../certifications/certification-claim.entity.ts'
import { Certification } from '../certifications/certification.entity.ts'
import { Credential, Evidence } from '../credentials/credential.entity.ts'
import { Product } from '../products/product.entity.ts'
import { findUsableFile } from './read-file.ts'

export interface EvidenceValues {
  fileId: string
  issuer: string
  number: string | null
  issuedOn: Day | null
}

const subjectTypes = ['credential', 'certification', 'certificationclaim', 'product'] as const
type SubjectType = (typeof subjectTypes)[number]
type Subject = { type: SubjectType; id: string; enterpriseId: string }

/** How the ledger tells of it: a certificate that is only stated is the enterprise's word. */
const toldAs = ({ type, id, enterpriseId }: Subject) =>
  type === 'certificationclaim' ? { type: 'enterprise', id: enterpriseId } : { type, id }

const eventsOf = (type: SubjectType) => (type === 'certificationclaim' ? 'certification' : type)

const columnOf = {
  credential: 'credential',
  certification: 'certification',
  certificationclaim: 'claim',
  product: 'product',
} as const

/** 증빙 추가 — a document for a claim, a certification or a product, by the enterprise itself or the centre that keeps it. */
export function addEvidence(ctx: Context, to: string, values: EvidenceValues): Promise<string> {
  requireRole(ctx, 'enterprise', 'staff', 'lead')
  return inScope(ctx, async inside => {
    const subject = await findSubject(inside, to)
    const { type, id, enterpriseId } = subject
    const file = await findUsableFile(inside, values.fileId, enterpriseId)
    const evidence = inside.em.create(Evidence, {
      id: newId(),
      [columnOf[type]]: id,
      issuer: lineOfText(values.issuer, 'issuer'),
      number: values.number === null ? null : lineOfText(values.number, 'number'),
      issuedOn: values.issuedOn,
      fileId: file.id,
    })
    const detail = { evidence: evidence.id, file: file.id, to: id }
    record(inside, `${eventsOf(type)}.evidence_added`, toldAs(subject), detail)
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
    const { type, key } = restsOn(evidence)
    const subject = await requireOurs(inside, type, key, gone)
    // Nobody states anything of a certification itself: what it rests on has been confirmed with it.
    const isSettled = type === 'certification' || (type === 'credential' && (await isConfirmed(inside, key)))
    if (actor.role === 'enterprise' && isSettled)
      throw new Refusal('WRONG_STATE', '확인이 끝난 증빙입니다. 빼려면 지원센터에 알려 주세요.', 'id')
    em.remove(evidence)
    record(inside, `${eventsOf(type)}.evidence_removed`, toldAs(subject), { evidence: id, of: key })
    return true
  })
}

async function findSubject(ctx: Context, to: string): Promise<Subject> {
  const { tag, key } = parseGlobalId(to) ?? { tag: '', key: '' }
  const type = subjectTypes.find(each => each === tag)
  if (type === undefined || !isUuid(key))
    throw new Refusal('BAD_USER_INPUT', '`to` is the id of a credential, a certification or a product.', 'to')
  return requireOurs(ctx, type, key, () => new Refusal('NOT_FOUND', 'There is no such thing of yours.', 'to'))
}

/** The enterprise's own, or of one that the centre keeps; anybody else's looks like what never was. */
async function requireOurs(
  { em, actor }: Context,
  type: Subject['type'],
  id: string,
  gone: () => Refusal,
): Promise<Subject> {
  const held = { populate: ['enterprise'], lockMode: LockMode.PESSIMISTIC_READ, failHandler: gone } as const
  const found = await findIt()
  const { id: enterpriseId, centerId } = found.enterprise.getEntity()
  const isOurs =
    actor.enterpriseIds.includes(enterpriseId) || (actor.centerId !== null && centerId === actor.centerId)
  if (!isOurs) throw gone()
  return { type, id, enterpriseId }

  function findIt() {
    if (type === 'credential') return em.findOneOrFail(Credential, { id, withdrawnAt: null }, held)
    if (type === 'certification') return em.findOneOrFail(Certification, { id }, held)
    if (type === 'product') return em.findOneOrFail(Product, { id }, held)
    return em.findOneOrFail(CertificationClaim, { id, state: 'claimed' }, held)
  }
}

function restsOn({ credential, certification, claim, product }: Evidence): {
  type: SubjectType
  key: string
} {
  if (credential) return { type: 'credential', key: credential.id }
  if (certification) return { type: 'certification', key: certification.id }
  if (product) return { type: 'product', key: product.id }
  return { type: 'certificationclaim', key: claim?.id ?? '' }
}

/** Certifications are confirmed by the lists that name them. */
async function isConfirmed({ em }: Context, credentialId: string): Promise<boolean> {
  const [latest] = await em.execute<{ result: string }[]>(
    `select v.result from verification v join credential c on c.id = v.credential_id and c.version = v.claim_version
     where c.id = ? order by v.verified_on desc, v.id desc limit 1`,
    [credentialId],
  )
  return latest?.result === 'confirmed'
}
