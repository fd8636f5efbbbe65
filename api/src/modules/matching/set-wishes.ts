import type { Context } from '../../platform/context.ts'
import { insertRows } from '../../platform/insert-rows.ts'
import { lineOrNothing } from '../../platform/line-of-text.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { requireRole } from '../accounts/require-role.ts'
import { record } from '../audit/record.ts'
import type { WishChoice } from './wish-choices.ts'

export interface Wished {
  to: string
  /** Null takes it back. */
  choice: WishChoice | null
  note: string | null | undefined
}

const mostAtOnce = 500
const longestNote = 200

/** 희망 — what a participant says of meeting others; saying the same again changes nothing. */
export function setWishes(ctx: Context, from: string, wished: readonly Wished[]): Promise<void> {
  requireRole(ctx, 'enterprise', 'buyer', 'staff', 'lead')
  if (wished.length > mostAtOnce)
    throw new Refusal('BAD_USER_INPUT', `At most ${mostAtOnce} wishes are set at once.`, 'wishes')
  const lines = wished.map(wish => ({
    ...wish,
    note: lineOrNothing(wish.note, 'wishes.note', longestNote) ?? null,
  }))
  return inScope(ctx, async ctx => {
    const own = await wisher(ctx, from)
    assertOpen(ctx, own)
    await assertCounterparts(ctx, own, lines)
    await write(ctx, own, lines)
    const count = (choice: string | null) => lines.filter(wish => wish.choice === choice).length
    const counts = { must: count('must'), want: count('want'), no: count('no'), none: count(null) }
    record(ctx, 'wish.set', { type: 'participation', id: from }, counts)
  })
}

interface Wisher {
  id: string
  eventId: string
  side: 'enterprise' | 'department'
  state: string
  eventState: string
  wishesUntil: string | null
}

/** One's own, or any of the centre for its staff; whatever else there may be is not there. */
async function wisher({ em, actor }: Context, id: string): Promise<Wisher> {
  const isStaff = actor.role === 'staff' || actor.role === 'lead'
  const mine = isStaff ? 'p.center_id = scope_center()' : 'p.id in (select own_participations())'
  const found = await readInside<Wisher | null>(
    em,
    `select json_build_object('id', p.id, 'eventId', p.event_id, 'side', p.side,
       'state', case when p.center_id = scope_center() then p.state else coalesce(p.told_state, p.state) end,
       'eventState', e.state, 'wishesUntil', e.wishes_until)::text as json
     from participation p join event e on e.id = p.event_id where p.id = $1::uuid and ${mine} for share of p`,
    [id],
  )
  if (found === null) throw new Refusal('NOT_FOUND', 'There is no such participant.', 'from')
  return found
}

function assertOpen({ now, actor }: Context, { state, eventState, wishesUntil }: Wisher): void {
  if (state !== 'confirmed')
    throw new Refusal('WRONG_STATE', '참여가 확정된 뒤에 만나고 싶은 상대를 고를 수 있습니다.', 'from')
  if (!['open', 'curating', 'confirmed'].includes(eventState))
    throw new Refusal('WRONG_STATE', '이 행사에서는 지금 희망을 받지 않습니다.', 'from')
  const isStaff = actor.role === 'staff' || actor.role === 'lead'
  // Staff take down what is said to them on the telephone after the deadline as well.
  if (!isStaff && wishesUntil !== null && new Date(wishesUntil) < now)
    throw new Refusal(
      'WRONG_STATE',
      '희망을 고르는 기간이 끝났습니다. 바꾸려면 센터에 연락해 주세요.',
      'from',
    )
}

async function assertCounterparts({ em }: Context, own: Wisher, wished: readonly Wished[]): Promise<void> {
  const found = await readInside<string[]>(
    em,
    `select coalesce(json_agg(p.id), '[]')::text as json from participation p
     where p.event_id = $1::uuid and p.side <> $2 and p.state = 'confirmed' and p.id = any($3::uuid[])`,
    [own.eventId, own.side, wished.map(({ to }) => to)],
  )
  const known = new Set(found)
  if (new Set(wished.map(({ to }) => to)).size < wished.length)
    throw new Refusal('BAD_USER_INPUT', 'One counterpart is named twice.', 'wishes.to')
  if (wished.some(({ to }) => !known.has(to)))
    throw new Refusal('NOT_FOUND', 'One of these is no confirmed counterpart in this event.', 'wishes.to')
}

async function write(ctx: Context, own: Wisher, wished: readonly (Wished & { note: string | null })[]) {
  const gone = wished.filter(({ choice }) => choice === null).map(({ to }) => to)
  await ctx.em.execute('delete from wish where from_id = ? and to_id = any(?::uuid[])', [
    own.id,
    `{${gone.join(',')}}`,
  ])
  const rows = wished.flatMap(({ to, choice, note }) =>
    choice === null
      ? []
      : {
          from_id: own.id,
          to_id: to,
          event_id: own.eventId,
          choice,
          note,
          said_by_id: ctx.actor.personId,
          said_at: ctx.now,
        },
  )
  const onConflict = `on conflict (from_id, to_id) do update set choice = excluded.choice, note = excluded.note,
    said_by_id = excluded.said_by_id, said_at = excluded.said_at
    where (wish.choice, wish.note) is distinct from (excluded.choice, excluded.note)`
  await insertRows(ctx.em, 'wish', rows, { onConflict })
}
