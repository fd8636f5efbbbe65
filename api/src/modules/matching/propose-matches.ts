import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { insertRows } from '../../platform/insert-rows.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { requireRole } from '../accounts/require-role.ts'
import { record } from '../audit/record.ts'
import { inThread } from '../timetable/board/in-thread.ts'
import type { Choice } from '../timetable/board/choose.ts'
import { candidatesOf, pairsOf, type PairOf } from './candidates.ts'
import { lockEvent } from './lock-event.ts'
import { readMatchFacts, type MatchFacts } from './match-facts.ts'
import type { LeftOutCode, MatchType } from './match.entity.ts'
import { boardOf } from './read-round.ts'
import { sayLeftOut } from './say-left-out.ts'

/** Filled up with by itself: what somebody wishes, and what a plan asks for. */
export const usualTypes: readonly MatchType[] = ['mutual', 'buyer', 'enterprise', 'item', 'category']

/**
 * 매칭 제안 — chooses which pairs are to meet, wishes of both sides first, as long as a timetable can keep all of
 * them; says of every other pair why not. What staff have pinned, added or left out stays as it is.
 */
export function proposeMatches(ctx: Context, eventId: string, types: readonly MatchType[]): Promise<void> {
  requireRole(ctx, 'staff', 'lead')
  return inScope(ctx, async ctx => {
    await lockEvent(ctx, eventId)
    const facts = await readMatchFacts(ctx, eventId)
    assertReady(facts)
    const pairs = pairsOf(facts, new Set(types))
    const open = pairs.filter(({ verdict }) => verdict === null || verdict === 'firm')
    const choice = await inThread('choose', {
      boards: facts.rounds.map(round => boardOf(round, facts.parties)),
      mosts: facts.parties.map(({ most }) => most),
      candidates: candidatesOf(facts, open),
    })
    const rows = [
      ...open.map((pair, number) => rowOf(ctx, facts, pair, outcomeOf(facts, choice, number))),
      ...pairs
        .filter(pair => !open.includes(pair))
        .map(pair => rowOf(ctx, facts, pair, settledOutcome(pair))),
    ]
    await dropOthers(ctx, eventId, rows)
    await insertRows(ctx.em, 'match', rows, { onConflict })
    const chosen = rows.filter(({ state }) => state === 'chosen').length
    record(ctx, 'match.proposed', { type: 'event', id: eventId }, { chosen, leftOut: rows.length - chosen })
  })
}

/** Pairs nothing speaks for any more; one that stands in a timetable stays, and says that it is over. */
async function dropOthers({ em }: Context, eventId: string, rows: readonly { id: string }[]): Promise<void> {
  const others = `event_id = ? and id <> all(?::uuid[])`
  const values = [eventId, `{${rows.map(({ id }) => id).join(',')}}`]
  const inUse = `(exists (select 1 from meeting x where x.match_id = match.id)
    or exists (select 1 from timetable_place x where x.match_id = match.id))`
  await em.execute(`delete from match where ${others} and not ${inUse}`, values)
  await em.execute(
    `update match set state = 'left_out', left_out_code = 'gone', left_out_reason = ?, left_out_party_id = null, is_pinned = false where ${others}`,
    [sayLeftOut('gone', null, nobody), ...values],
  )
}

const nobody = { enterprise: '', department: '', nameOf: () => '', mostOf: () => null }

const onConflict = `on conflict (event_id, enterprise_id, department_id) do update set
  round_id = excluded.round_id, type = excluded.type, because = excluded.because, weight = excluded.weight,
  state = excluded.state, left_out_code = excluded.left_out_code, left_out_reason = excluded.left_out_reason,
  left_out_party_id = excluded.left_out_party_id,
  version = match.version + 1, updated_at = excluded.updated_at`

function assertReady({ event, rounds, parties }: MatchFacts): void {
  if (event.state === 'held' || event.state === 'cancelled')
    throw new Refusal('WRONG_STATE', '끝났거나 취소된 행사의 매칭은 바꿀 수 없습니다.', 'event')
  if (rounds.every(({ slots }) => slots.length === 0))
    throw new Refusal(
      'WRONG_STATE',
      '시간 칸이 없습니다. 행사 설정에서 날짜와 시간 칸을 먼저 정해 주세요.',
      'event',
    )
  if (rounds.every(({ places }) => places.length === 0))
    throw new Refusal('WRONG_STATE', '상담 자리가 없습니다. 행사 설정에서 장소를 먼저 정해 주세요.', 'event')
  for (const side of ['enterprise', 'department'] as const)
    if (!parties.some(party => party.side === side))
      throw new Refusal(
        'WRONG_STATE',
        `확정된 ${side === 'enterprise' ? '기업' : '부서'}이 없습니다. 참여를 먼저 확정해 주세요.`,
        'event',
      )
}

interface Outcome {
  round: string | null
  code: LeftOutCode | null
  reason: string | null
  /** Whose cap or time it is. */
  party: string | null
}

function outcomeOf(facts: MatchFacts, { boards, hindrances }: Choice, number: number) {
  return (pair: PairOf): Outcome => {
    const board = boards[number] ?? null
    if (board !== null)
      return { round: facts.rounds[board]?.id ?? null, code: null, reason: null, party: null }
    const hindrance = hindrances[number] ?? null
    const code = hindrance?.kind ?? 'together'
    const party = hindrance && 'party' in hindrance ? (facts.parties[hindrance.party]?.id ?? null) : null
    return { round: null, code, reason: sayLeftOut(code, hindrance, toldOf(facts, pair)), party }
  }
}

const settledOutcome =
  ({ known, verdict }: PairOf) =>
  (): Outcome => {
    const code = verdict === null || verdict === 'firm' ? 'by_hand' : verdict
    const said = code === 'by_hand' ? known?.leftOutReason : null
    return { round: null, code, reason: said ?? sayLeftOut(code, null, nobody), party: null }
  }

const toldOf = ({ parties }: MatchFacts, { enterprise, department }: PairOf) => ({
  enterprise: parties.find(({ id }) => id === enterprise)?.name ?? '',
  department: parties.find(({ id }) => id === department)?.name ?? '',
  nameOf: (party: number) => parties[party]?.name ?? '',
  mostOf: (party: number) => parties[party]?.most ?? null,
})

function rowOf(ctx: Context, { event }: MatchFacts, pair: PairOf, outcome: (pair: PairOf) => Outcome) {
  const { round, code, reason, party } = outcome(pair)
  return {
    id: pair.known?.id ?? newId(),
    event_id: event.id,
    round_id: round,
    center_id: event.centerId,
    enterprise_id: pair.enterprise,
    department_id: pair.department,
    type: pair.explained.type,
    because: pair.explained.because,
    weight: pair.explained.weight,
    state: code === null ? 'chosen' : 'left_out',
    is_pinned: pair.known?.isPinned ?? false,
    left_out_code: code,
    left_out_reason: reason,
    left_out_party_id: party,
    version: 1,
    created_at: ctx.now,
    updated_at: ctx.now,
  }
}
