import { newId } from '../../platform/id.ts'
import { lineOfText } from '../../platform/line-of-text.ts'
import { Refusal } from '../../platform/refusal.ts'
import { beginAttempt } from '../accounts/attempts.ts'
import { Center } from '../accounts/center.entity.ts'
import { EnterpriseMember, Person } from '../accounts/person.entity.ts'
import type { SessionContext } from '../accounts/session-context.ts'
import { actingAs } from '../accounts/session.ts'
import { newAddress, newHash } from '../accounts/sign-in.ts'
import { record } from '../audit/record.ts'
import { parseBusinessNumber, type BusinessNumberProblem } from './business-number.ts'
import { Enterprise } from './enterprise.entity.ts'
import { MembershipRequest } from './membership.entity.ts'

export interface Registration {
  businessNumber: string
  /** Of a new enterprise only, and so is the centre. */
  name: string | null
  personName: string
  email: string
  password: string
  centerId: string | null
}

/**
 * 기업 가입 신청 — a new enterprise in draft with somebody who acts for it. A number that is known already belongs to
 * somebody: then it is a request to be let in, which the centre of that enterprise decides. Returns whether it is one.
 */
export async function registerEnterprise(ctx: SessionContext, registration: Registration): Promise<boolean> {
  const { email, password } = registration
  const address = newAddress(email)
  // Whether a number is known can be learned here, so asking is counted as signing in is.
  await beginAttempt(ctx, 'password', address)
  const number = businessNumberOf(registration.businessNumber)
  const personName = lineOfText(registration.personName, 'personName', 60)
  const passwordHash = await newHash(password, { email: address, name: personName })
  const enterprise = await ctx.em.findOne(Enterprise, { businessNumber: number, branch: '0000' })
  const fresh = enterprise ? null : await newEnterprise(ctx, registration)
  return ctx.em.transactional(async em => {
    const known = await em.findOne(Person, { email: address })
    // Whoever asks gets the same answer at the same price; only the person whose address it is learns of it.
    if (known) {
      record({ ...ctx, em }, 'person.registered_again', { type: 'person', id: known.id })
      return enterprise !== null
    }
    const person = em.create(Person, {
      id: newId(),
      email: address,
      name: personName,
      role: 'enterprise',
      createdAt: ctx.now,
      passwordHash,
    })
    const acting = actingAs({ ...ctx, em }, person)
    record(acting, 'person.registered', { type: 'person', id: person.id }, { role: person.role })
    if (enterprise) ask(acting, person, enterprise)
    if (fresh) await create(acting, person, number, fresh.name, fresh.centerId)
    return enterprise !== null
  })
}

/** What an enterprise that nobody knows yet has to say of itself. */
async function newEnterprise(ctx: SessionContext, { name, centerId }: Registration) {
  const center = centerId === null ? null : await ctx.em.findOne(Center, { id: centerId })
  const line = lineOfText(name ?? '', 'name')
  if (center) return { name: line, centerId: center.id }
  throw new Refusal('BAD_USER_INPUT', 'There is no such centre; `centers` lists them.', 'centerId')
}

async function create(ctx: SessionContext, person: Person, number: string, name: string, centerId: string) {
  const { em, now } = ctx
  const id = newId()
  const dates = { createdAt: now, updatedAt: now }
  em.create(Enterprise, { id, businessNumber: number, name, centerId, source: 'registration', ...dates })
  record(ctx, 'enterprise.registered', { type: 'enterprise', id }, { centerId })
  // Both must be there before what ties them together.
  await em.flush()
  em.create(EnterpriseMember, { personId: person.id, enterpriseId: id })
}

function ask(ctx: SessionContext, person: Person, enterprise: Enterprise) {
  const id = newId()
  ctx.em.create(MembershipRequest, { id, person, enterprise, createdAt: ctx.now })
  record(ctx, 'membership.asked', { type: 'membership_request', id }, { enterprise: enterprise.id })
}

const problems: Record<BusinessNumberProblem, string> = {
  empty: '`businessNumber` is empty.',
  length: '`businessNumber` must have ten digits.',
  checksum:
    '`businessNumber` is not right: one of the ten digits may be wrong; compare it with the certificate.',
  placeholder: '0000000000 stands for “none” and belongs to nobody.',
}

function businessNumberOf(text: string): string {
  const parsed = parseBusinessNumber(text)
  if ('number' in parsed) return parsed.number
  throw new Refusal('BAD_USER_INPUT', problems[parsed.problem], 'businessNumber')
}
