import { LockMode } from '@mikro-orm/core'
import type { Context } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { Department, Institution } from './institution.entity.ts'
import { Officer } from './officer.entity.ts'

/** What the centre of who asks keeps; what it does not keep looks like what never was. */
const kept = ({ actor }: Context, id: string) => ({ id, centerId: actor.centerId })

const locked = (what: string, field: string) => ({
  lockMode: LockMode.PESSIMISTIC_WRITE,
  refresh: true,
  failHandler: () => new Refusal('NOT_FOUND', `There is no such ${what}.`, field),
})

export const lockInstitution = (ctx: Context, id: string, field = 'id') =>
  ctx.em.findOneOrFail(Institution, kept(ctx, id), locked('institution', field))

export const lockDepartment = (ctx: Context, id: string, field = 'id') =>
  ctx.em.findOneOrFail(Department, kept(ctx, id), locked('department', field))

export const lockOfficer = (ctx: Context, id: string) =>
  ctx.em.findOneOrFail(Officer, kept(ctx, id), locked('officer', 'id'))

/** Everything about a body is told as part of its story. */
export const subjectOf = (institutionId: string) => ({ type: 'institution', id: institutionId })

/** From and to of each field of something new. */
export const firstChanges = (
  values: object,
  tell: (field: string, value: unknown) => unknown = (_, value) => value,
) =>
  Object.fromEntries(
    Object.entries(values).map(([field, to]) => [field, { from: null, to: tell(field, to) }]),
  )
