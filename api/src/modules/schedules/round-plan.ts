import { createHash } from 'node:crypto'
import type { Context } from '../../platform/context.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import { Refusal } from '../../platform/refusal.ts'
import { boardOf, partiesSql, roundsSql, type PartyFacts, type RoundFacts } from '../matching/read-round.ts'
import type { Board, Pairing } from '../timetable/board/board.ts'

/** A round as it is to be timetabled, in numbers: parties, slots and places go by their place in these lists. */
export interface RoundPlan {
  event: { id: string; centerId: string; fairness: number }
  round: RoundFacts
  parties: PartyFacts[]
  matches: { id: string; enterprise: string; department: string }[]
  /** Meetings that have begun, or that somebody has missed: their time and place is history. */
  begun: { match: string; slot: string; place: string | null }[]
  /** Walk-ins, who take a place of the round. */
  walkIns: { slot: string; place: string }[]
}

export async function readRoundPlan({ em }: Context, roundId: string): Promise<RoundPlan> {
  const plan = await readInside<(Omit<RoundPlan, 'round'> & { rounds: RoundFacts[] }) | null>(em, planSql, [
    roundId,
  ])
  const round = plan?.rounds.find(({ id }) => id === roundId)
  if (!plan || !round) throw new Refusal('NOT_FOUND', 'There is no such round.', 'round')
  const { event, parties, matches, begun, walkIns } = plan
  return { event, round, parties, matches, begun, walkIns }
}

const planSql = `
  select json_build_object('event', json_build_object('id', ev.id, 'centerId', ev.center_id, 'fairness', ev.fairness),
    'parties', (${partiesSql.replace('$1::uuid', 'ev.id')}), 'rounds', (${roundsSql.replace('$1::uuid', 'ev.id')}),
    'matches', (select coalesce(json_agg(json_build_object('id', m.id, 'enterprise', m.enterprise_id,
        'department', m.department_id) order by m.id), '[]')
      from match m
      join participation a on a.id = m.enterprise_id and a.state = 'confirmed'
      join participation b on b.id = m.department_id and b.state = 'confirmed'
      where m.round_id = $1::uuid and m.state = 'chosen'
        and not exists (select 1 from meeting x where x.match_id = m.id and x.state = 'cancelled'
          and not exists (select 1 from meeting y where y.match_id = m.id and y.state <> 'cancelled'))),
    'begun', (select coalesce(json_agg(json_build_object('match', x.match_id, 'slot', x.slot_id, 'place', x.place_id)), '[]')
      from meeting x where x.round_id = $1::uuid and x.match_id is not null
        and x.state in ('started', 'held', 'no_show') and x.slot_id is not null),
    'walkIns', (select coalesce(json_agg(json_build_object('slot', x.slot_id, 'place', x.place_id)), '[]')
      from meeting x where x.round_id = $1::uuid and x.origin = 'walk_in' and x.state <> 'cancelled'
        and x.slot_id is not null and x.place_id is not null)
  )::text as json
  from event ev join event_round er on er.event_id = ev.id
  where er.id = $1::uuid and ev.center_id = scope_center()`

export interface Pin {
  slot: string
  place: string | null
}

/** The question of a plan, in numbers. */
export interface Question {
  board: Board
  pairings: Pairing[]
  /** Slots of each day. */
  days: number[][]
}

export function questionOf(plan: RoundPlan, pins: ReadonlyMap<string, Pin>): Question {
  const { round, parties, matches } = plan
  const slot = new Map(round.slots.map(({ id }, number) => [id, number]))
  const party = new Map(parties.map(({ id }, number) => [id, number]))
  const begun = new Map(plan.begun.map(({ match, slot, place }) => [match, { slot, place }]))
  const pairings = matches.map(({ id, enterprise, department }): Pairing => {
    const pin = begun.get(id) ?? pins.get(id)
    const between = [party.get(enterprise) ?? -1, party.get(department) ?? -1] as const
    return { between, fixed: pin ? (slot.get(pin.slot) ?? null) : null }
  })
  const days = [...new Set(round.slots.map(({ day }) => day))].map(day =>
    round.slots.flatMap((one, number) => (one.day === day ? [number] : [])),
  )
  return { board: boardOf(withoutWalkIns(plan), parties), pairings, days }
}

/** The places as far as nobody who walked in has them. */
export function withoutWalkIns({ round, walkIns }: Pick<RoundPlan, 'round' | 'walkIns'>): RoundFacts {
  const slot = new Map(round.slots.map(({ id }, number) => [id, number]))
  const places = round.places.map(place => {
    const capacity = [...place.capacity]
    for (const taken of walkIns.filter(one => one.place === place.id)) {
      const number = slot.get(taken.slot)
      if (number !== undefined) capacity[number] = Math.max(0, (capacity[number] ?? 0) - 1)
    }
    return { ...place, capacity }
  })
  return { ...round, places }
}

/** The same question has the same hash, whoever asks it and when. */
export const hashOf = (plan: RoundPlan, pins: ReadonlyMap<string, Pin>): string =>
  createHash('sha256')
    .update(JSON.stringify([plan, [...pins].sort(([a], [b]) => (a < b ? -1 : 1))]))
    .digest('hex')
