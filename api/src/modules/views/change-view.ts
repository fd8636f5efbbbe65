import { LockMode } from '@mikro-orm/core'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { Person } from '../accounts/person.entity.ts'
import { personOf, requireRole } from '../accounts/require-role.ts'
import { record } from '../audit/record.ts'
import { saveChanges } from '../audit/save-changes.ts'
import { checkedView, type ViewValues } from './checked-view.ts'
import { SavedView, type StaffList } from './saved-view.entity.ts'

const mostOwn = 50
const mostShared = 100

/** 보기 저장 — for oneself at first. Returns its key. */
export function saveView(ctx: Context, list: StaffList, values: ViewValues): Promise<string> {
  requireRole(ctx, 'staff', 'lead')
  const { name = '', ...checked } = checkedView(values)
  const personId = personOf(ctx)
  return inScope(ctx, async ctx => {
    // One at a time for each person, so that neither the limit nor a double click slips through.
    await ctx.em.findOneOrFail(Person, { id: personId }, { lockMode: LockMode.PESSIMISTIC_WRITE })
    const own = await ctx.em.find(SavedView, { personId, list })
    if (own.length >= mostOwn)
      throw new Refusal('WRONG_STATE', `You keep ${mostOwn} views of this list already; remove one first.`)
    assertFree(own, name, 'You have')
    const id = newId()
    const made = { createdAt: ctx.now, updatedAt: ctx.now, filter: [], ...checked }
    ctx.em.create(SavedView, { id, personId, centerId: centerOf(ctx), list, name, ...made })
    record(ctx, 'view.saved', { type: 'saved_view', id }, { list, version: 1 })
    return id
  })
}

/** 보기 수정 — one's own; a view of the team also by the lead. */
export function updateView(
  ctx: Context,
  id: string,
  expectedVersion: number,
  changes: Partial<ViewValues>,
): Promise<void> {
  requireRole(ctx, 'staff', 'lead')
  const checked = checkedView(changes)
  return inScope(ctx, async ctx => {
    const view = await lockView(ctx, id)
    const { name } = checked
    if (name !== undefined) await assertNameIsFree(ctx, view, name, view.isShared)
    await saveChanges(ctx, { ...saving(view), expectedVersion, patch: checked, event: 'view.changed' })
  })
}

/** 함께 보기 — every colleague of the centre reads it from then on, or no longer. */
export function shareView(
  ctx: Context,
  id: string,
  expectedVersion: number,
  isShared: boolean,
): Promise<void> {
  requireRole(ctx, 'staff', 'lead')
  return inScope(ctx, async ctx => {
    const view = await lockView(ctx, id)
    if (view.personId !== ctx.actor.personId)
      throw new Refusal(
        'FORBIDDEN',
        'Only who made a view can share it, or keep it to themselves again.',
        'id',
      )
    if (isShared) await assertTeamHasRoom(ctx, view)
    const event = isShared ? 'view.shared' : 'view.unshared'
    await saveChanges(ctx, { ...saving(view), expectedVersion, patch: { isShared }, event })
  })
}

async function assertTeamHasRoom(ctx: Context, view: SavedView) {
  const shared = await ctx.em.count(SavedView, { centerId: view.centerId, list: view.list, isShared: true })
  if (shared >= mostShared)
    throw new Refusal('WRONG_STATE', `The centre shares ${mostShared} views of this list already.`)
  await assertNameIsFree(ctx, view, view.name, true)
}

const saving = (view: SavedView) => ({
  row: view,
  stored: view,
  subject: { type: 'saved_view', id: view.id },
  detail: { list: view.list },
})

export function removeView(ctx: Context, id: string): Promise<void> {
  requireRole(ctx, 'staff', 'lead')
  return inScope(ctx, async ctx => {
    const view = await lockView(ctx, id)
    ctx.em.remove(view)
    record(ctx, 'view.removed', { type: 'saved_view', id }, { list: view.list })
  })
}

/** What a colleague keeps to themselves and what never was look the same. */
async function lockView(ctx: Context, id: string): Promise<SavedView> {
  const view = await ctx.em.findOneOrFail(
    SavedView,
    { id, centerId: centerOf(ctx), $or: [{ personId: personOf(ctx) }, { isShared: true }] },
    {
      lockMode: LockMode.PESSIMISTIC_WRITE,
      failHandler: () => new Refusal('NOT_FOUND', 'There is no such view.', 'id'),
    },
  )
  if (view.personId !== ctx.actor.personId && ctx.actor.role !== 'lead')
    throw new Refusal('FORBIDDEN', 'A view of the team is changed by who made it, or by the lead.', 'id')
  return view
}

/** Among the views of whoever made it, and when the team sees it, among those of the team. */
async function assertNameIsFree({ em }: Context, view: SavedView, name: string, isTeams: boolean) {
  const { id, list, personId, centerId } = view
  const others = { list, id: { $ne: id } }
  assertFree(await em.find(SavedView, { ...others, personId }), name, 'You have')
  if (isTeams)
    assertFree(await em.find(SavedView, { ...others, centerId, isShared: true }), name, 'The centre has')
}

function assertFree(views: readonly SavedView[], name: string, whose: string) {
  if (views.some(view => view.name.toLowerCase() === name.toLowerCase()))
    throw new Refusal('CONFLICT', `${whose} a view "${name}" of this list already.`, 'view.name')
}

function centerOf({ actor }: Context): string {
  if (actor.centerId === null) throw new Refusal('FORBIDDEN', 'You belong to no centre.')
  return actor.centerId
}
