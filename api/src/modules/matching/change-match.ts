import { LockMode } from '@mikro-orm/core'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { lineOfText } from '../../platform/line-of-text.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { requireRole } from '../accounts/require-role.ts'
import { record } from '../audit/record.ts'
import { lockEvent } from './lock-event.ts'
import { Match } from './match.entity.ts'

/** 고정 — it stays chosen whatever is proposed; or may go again. Returns the event. */
export function pinMatch(ctx: Context, id: string, isPinned: boolean): Promise<string> {
  return change(ctx, id, (ctx, match) => {
    if (isPinned && match.state !== 'chosen')
      throw new Refusal('WRONG_STATE', '제외한 상담은 고정할 수 없습니다. 먼저 다시 넣어 주세요.', 'id')
    match.isPinned = isPinned
    record(ctx, isPinned ? 'match.pinned' : 'match.unpinned', subject(match))
  })
}

/** 제외 — by hand, with a reason; it stays left out whatever is proposed. Returns the event. */
export function leaveOutMatch(ctx: Context, id: string, said: string): Promise<string> {
  const reason = lineOfText(said, 'reason')
  return change(ctx, id, (ctx, match) => {
    Object.assign(match, {
      state: 'left_out',
      isPinned: false,
      leftOutCode: 'by_hand',
      leftOutPartyId: null,
      leftOutReason: reason,
    })
    record(ctx, 'match.left_out', subject(match), {}, reason)
  })
}

/** 다시 넣기 — chosen by hand, and pinned so that it stays. Returns the event. */
export function chooseMatch(ctx: Context, id: string): Promise<string> {
  return change(ctx, id, async (ctx, match) => {
    await assertNotRefused(ctx, match.enterpriseId, match.departmentId)
    match.roundId ??= await commonRound(ctx, match.eventId, match.enterpriseId, match.departmentId)
    Object.assign(match, {
      state: 'chosen',
      isPinned: true,
      leftOutCode: null,
      leftOutReason: null,
      leftOutPartyId: null,
    })
    record(ctx, 'match.chosen', subject(match))
  })
}

/** 직접 추가 — a pair that nobody proposed. Returns the event. */
export function addMatch(ctx: Context, enterpriseId: string, departmentId: string): Promise<string> {
  requireRole(ctx, 'staff', 'lead')
  return inScope(ctx, async ctx => {
    const pair = await readInside<{ eventId: string; centerId: string } | null>(ctx.em, pairSql, [
      enterpriseId,
      departmentId,
    ])
    if (pair === null)
      throw new Refusal('NOT_FOUND', 'These two are not confirmed participants of one event.', 'enterprise')
    await lockEvent(ctx, pair.eventId)
    const known = await ctx.em.findOne(Match, { eventId: pair.eventId, enterpriseId, departmentId })
    if (known)
      throw new Refusal(
        'CONFLICT',
        '이 두 참여자의 매칭이 이미 있습니다. 목록에서 찾아 주세요.',
        'enterprise',
      )
    await assertNotRefused(ctx, enterpriseId, departmentId)
    const match = ctx.em.create(Match, {
      id: newId(),
      ...pair,
      enterpriseId,
      departmentId,
      roundId: await commonRound(ctx, pair.eventId, enterpriseId, departmentId),
      type: 'staff',
      because: [{ type: 'staff', text: '센터가 정함', weight: 0, rule: null }],
      weight: 0,
      state: 'chosen',
      isPinned: true,
      leftOutCode: null,
      leftOutReason: null,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })
    record(ctx, 'match.added', subject(match))
    return pair.eventId
  })
}

const subject = ({ id }: Match) => ({ type: 'match', id })

const pairSql = `
  select json_build_object('eventId', a.event_id, 'centerId', a.center_id)::text as json
  from participation a join participation b on b.event_id = a.event_id and b.side = 'department' and b.state = 'confirmed'
  where a.id = $1::uuid and b.id = $2::uuid and a.side = 'enterprise' and a.state = 'confirmed'
    and a.center_id = scope_center()`

function change(
  ctx: Context,
  id: string,
  make: (ctx: Context, match: Match) => void | Promise<void>,
): Promise<string> {
  requireRole(ctx, 'staff', 'lead')
  return inScope(ctx, async ctx => {
    const match = await ctx.em.findOneOrFail(
      Match,
      { id, centerId: ctx.actor.centerId ?? '' },
      {
        lockMode: LockMode.PESSIMISTIC_WRITE,
        failHandler: () => new Refusal('NOT_FOUND', 'There is no such match.', 'id'),
      },
    )
    await make(ctx, match)
    match.updatedAt = ctx.now
    return match.eventId
  })
}

/** Whoever does not want to meet somebody is asked first. */
async function assertNotRefused({ em }: Context, enterprise: string, department: string): Promise<void> {
  const isRefused = await readInside<boolean>(
    em,
    `select exists (select 1 from wish w where w.choice = 'no' and (w.from_id, w.to_id)
       in (($1::uuid, $2::uuid), ($2::uuid, $1::uuid)))::text as json`,
    [enterprise, department],
  )
  if (isRefused)
    throw new Refusal(
      'WRONG_STATE',
      '한쪽이 만나지 않음을 골랐습니다. 먼저 그쪽에 묻고 희망을 바꿔 주세요.',
      'enterprise',
    )
}

async function commonRound(
  { em }: Context,
  event: string,
  one: string,
  other: string,
): Promise<string | null> {
  const round = await readInside<string | null>(
    em,
    `select to_json(r.id)::text as json from event_round r where r.event_id = $1::uuid
       and not exists (select 1 from unnest(array[$2::uuid, $3::uuid]) p(id)
         where exists (select 1 from participation_round x where x.participation_id = p.id)
           and not exists (select 1 from participation_round x where x.participation_id = p.id and x.round_id = r.id))
     order by r.number limit 1`,
    [event, one, other],
  )
  if (round === null)
    throw new Refusal('WRONG_STATE', '두 참여자가 함께 참여하는 회차가 없습니다.', 'enterprise')
  return round
}
