import type { Context } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { personOf, requireRole } from '../accounts/require-role.ts'
import { record } from '../audit/record.ts'
import { holdEventOfDesk } from './hold-curation.ts'
import { CurationWeights } from './weights.entity.ts'

/** By what applicants are ranked: how many points each part gives at most, and what gives all of them. */
export interface Weights {
  items: number
  itemsFull: number
  capacity: number
  records: number
  recordsFull: number
  recordYears: number
  terms: number
  returner: number
  newcomer: number
  need: number
}

/** Until a centre has weighed for itself. */
export const firstWeights: Weights = {
  items: 10,
  itemsFull: 5,
  capacity: 6,
  records: 8,
  recordsFull: 4,
  recordYears: 3,
  terms: 4,
  returner: 3,
  newcomer: 2,
  need: 5,
}

const limits: Partial<Record<keyof Weights, readonly [number, number]>> = {
  itemsFull: [1, 1_000],
  recordsFull: [1, 100],
  recordYears: [1, 20],
}

/** 순위 비중 조정 — for one event, from now on; points themselves nobody edits. */
export function setWeights(
  ctx: Context,
  eventId: string,
  weights: Partial<Weights>,
  expectedVersion: number,
): Promise<void> {
  requireRole(ctx, 'staff', 'lead')
  return inScope(ctx, async ctx => {
    await holdEventOfDesk(ctx, eventId)
    const latest = await ctx.em.findOne(CurationWeights, { eventId }, { orderBy: { version: 'desc' } })
    const version = latest?.version ?? 0
    if (version !== expectedVersion)
      throw new Refusal(
        'CONFLICT',
        `Somebody else has changed them: you have seen version ${expectedVersion}, they are at ${version} now.`,
        'expectedVersion',
      )
    const before = latest ? weightsOf(latest) : firstWeights
    const after = checked({ ...before, ...weights })
    ctx.em.create(CurationWeights, {
      eventId,
      version: version + 1,
      ...after,
      changedById: personOf(ctx),
      changedAt: ctx.now,
    })
    const changes = names
      .filter(name => before[name] !== after[name])
      .map(name => ({ field: name, from: before[name], to: after[name] }))
    record(ctx, 'curation.weights_set', { type: 'event', id: eventId }, { version: version + 1, changes })
  })
}

const isName = (name: string): name is keyof Weights => name in firstWeights
const names = Object.keys(firstWeights).filter(isName)

const weightsOf = ({
  items,
  itemsFull,
  capacity,
  records,
  recordsFull,
  recordYears,
  ...rest
}: CurationWeights) => ({
  items,
  itemsFull,
  capacity,
  records,
  recordsFull,
  recordYears,
  terms: rest.terms,
  returner: rest.returner,
  newcomer: rest.newcomer,
  need: rest.need,
})

function checked(weights: Weights): Weights {
  for (const name of names) {
    const [least, most] = limits[name] ?? [0, 100]
    if (weights[name] < least || weights[name] > most)
      throw new Refusal(
        'BAD_USER_INPUT',
        `\`${name}\` is ${weights[name]}; expected ${least} to ${most}.`,
        `weights.${name}`,
      )
  }
  return weights
}

/** SQL for the weights of the event whose id is given, as a row of their own names. */
export const weightsSql = (event: string) => `(
  select coalesce(w.version, 0) as version, ${names.map(name => `coalesce(w.${snake(name)}, ${firstWeights[name]}) as ${snake(name)}`).join(', ')}
  from (select 1) one left join lateral (
    select * from curation_weights x where x.event_id = ${event} order by x.version desc limit 1) w on true)`

const snake = (name: string) => name.replaceAll(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)

/** The same as the API tells them. */
export const weightsJson = (event: string) => `(
  select json_build_object('version', x.version, ${names.map(name => `'${name}', x.${snake(name)}`).join(', ')})
  from ${weightsSql(event)} x)`
