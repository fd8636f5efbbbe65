import type { EntityManager } from '@mikro-orm/postgresql'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { lineOfText, lineOrNothing } from '../../platform/line-of-text.ts'
import { Refusal } from '../../platform/refusal.ts'
import { Category } from '../categories/category.entity.ts'
import { CertificationKind } from '../certifications/certification.entity.ts'
import { Region } from '../regions/region.entity.ts'
import { EventQuota, ParticipantGroup, type QuotaSort } from './event.entity.ts'
import { changeSection, type SeenEvent } from './find-event.ts'
import { assertCount, keptOf } from './set-rounds.ts'

export interface QuotaValues {
  what: QuotaSort
  /** Code, or key of a group. */
  value: string | null
  minimum: number | null
  maximum: number | null
}

/** 정원 조건 저장 — as a whole. */
export const setQuotas = (ctx: Context, seen: SeenEvent, quotas: readonly QuotaValues[]) =>
  changeSection(ctx, 'event.quotas_set', seen, async (ctx, event) => {
    assertCount(quotas.length, 100, 'quotas')
    for (const [index, quota] of quotas.entries()) {
      assertBounds(quota, `quotas.${index}`)
      await assertKnown(ctx.em, event.id, quota, `quotas.${index}.value`)
      const isDouble = quotas.some(
        (other, at) => at < index && other.what === quota.what && other.value === quota.value,
      )
      if (isDouble)
        throw new Refusal('BAD_USER_INPUT', 'The same sort stands there twice.', `quotas.${index}.value`)
    }
    await ctx.em.nativeDelete(EventQuota, { eventId: event.id })
    for (const quota of quotas) ctx.em.create(EventQuota, { id: newId(), eventId: event.id, ...quota })
    return { quotas: quotas.length }
  })

export interface GroupValues {
  /** Of the group it continues; null: a new one. */
  id: string | null
  name: string
  note: string | null
}

/** 참여그룹 저장 — as a whole; who was in a group that goes is in none. */
export const setGroups = (ctx: Context, seen: SeenEvent, groups: readonly GroupValues[]) =>
  changeSection(ctx, 'event.groups_set', seen, async (ctx, event) => {
    assertCount(groups.length, 100, 'groups')
    const values = groups.map(({ id, name, note }, index) => ({
      id,
      name: lineOfText(name, `groups.${index}.name`, 80),
      note: lineOrNothing(note, `groups.${index}.note`, 300) ?? null,
    }))
    const double = values.findIndex(({ name }, index) => values.findIndex(each => each.name === name) < index)
    if (double >= 0)
      throw new Refusal('BAD_USER_INPUT', 'Two groups have the same name.', `groups.${double}.name`)
    const stored = await ctx.em.find(ParticipantGroup, { eventId: event.id })
    const kept = values.flatMap(({ id }) => (id === null ? [] : [keptOf(stored, id, 'groups')]))
    const gone = stored.filter(group => !kept.includes(group)).map(({ id }) => id)
    await ctx.em.nativeDelete(EventQuota, { eventId: event.id, what: 'group', value: { $in: gone } })
    await ctx.em.nativeDelete(ParticipantGroup, { id: { $in: gone } })
    // Two may swap their names, and no two share one even in passing.
    for (const group of kept) group.name = `${group.id} ${group.name}`
    await ctx.em.flush()
    for (const { id, ...rest } of values) {
      const group = kept.find(each => each.id === id)
      if (group) Object.assign(group, rest)
      else ctx.em.create(ParticipantGroup, { id: newId(), eventId: event.id, ...rest })
    }
    return { groups: values.length, removed: gone.length }
  })

function assertBounds({ minimum, maximum }: QuotaValues, at: string) {
  if (minimum === null && maximum === null)
    throw new Refusal('BAD_USER_INPUT', 'Say at least how many, at most how many, or both.', `${at}.minimum`)
  for (const [name, value] of Object.entries({ minimum, maximum }))
    if (value !== null && (value < 0 || value > 10_000))
      throw new Refusal('BAD_USER_INPUT', `\`${name}\` is ${value}; expected 0 to 10000.`, `${at}.${name}`)
  if (minimum !== null && maximum !== null && maximum < minimum)
    throw new Refusal('BAD_USER_INPUT', 'At most is less than at least.', `${at}.maximum`)
}

async function assertKnown(em: EntityManager, eventId: string, { what, value }: QuotaValues, field: string) {
  const takesNone = what === 'returning' || what === 'new'
  if (takesNone !== (value === null))
    throw new Refusal(
      'BAD_USER_INPUT',
      takesNone ? 'This sort has no value.' : 'Say which: a code, or a group.',
      field,
    )
  if (value === null) return
  if (await isKnown(em, eventId, what, value)) return
  throw new Refusal('BAD_USER_INPUT', `There is no ${what} of that code.`, field)
}

async function isKnown(em: EntityManager, eventId: string, what: QuotaSort, value: string): Promise<boolean> {
  if (what === 'group') return (await em.count(ParticipantGroup, { id: value, eventId })) > 0
  if (what === 'sector') return (await em.count(Category, { code: value })) > 0
  if (what === 'kind') return (await em.count(CertificationKind, { code: value })) > 0
  return (await em.count(Region, { code: value })) > 0
}
