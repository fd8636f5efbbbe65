import { Refusal } from '../../platform/refusal.ts'
import type { RoundPlan } from './round-plan.ts'

/** Where a meeting is held, as far as it takes something from others. */
interface Held {
  slot: string
  place: string | null
  enterprise: string
  department: string | null
}

interface Coming extends Held {
  id: string
  match: string
  place: string
  department: string
}

export interface Seated extends Coming {
  /** Which of the meetings that the place holds at once. */
  placeSeat: number
  /** Which of its people each participant sends. */
  seats: { participation: string; seat: number }[]
}

/** The first free seat of each place and each participant; the database refuses a seat that is taken twice. */
export function freeSeats(
  { parties, round }: RoundPlan,
  staying: readonly (Held & { seat: number })[],
  coming: readonly Coming[],
): Seated[] {
  const placeSeats = new Taken()
  const partySeats = new Taken()
  for (const { slot, place, seat, enterprise, department } of staying) {
    if (place !== null) placeSeats.take(`${slot} ${place}`, seat)
    for (const party of [enterprise, department])
      if (party !== null) partySeats.takeFirst(`${slot} ${party}`, Infinity)
  }
  return coming.map(meeting => {
    const { slot, place, enterprise, department } = meeting
    const capacity = Math.max(0, ...(round.places.find(({ id }) => id === place)?.capacity ?? []))
    return {
      ...meeting,
      placeSeat: placeSeats.takeFirst(`${slot} ${place}`, capacity),
      seats: [enterprise, department].map(participation => ({
        participation,
        seat: partySeats.takeFirst(
          `${slot} ${participation}`,
          parties.find(({ id }) => id === participation)?.seats ?? 1,
        ),
      })),
    }
  })
}

class Taken {
  readonly #seats = new Map<string, Set<number>>()

  take(key: string, seat: number): void {
    this.#of(key).add(seat)
  }

  takeFirst(key: string, count: number): number {
    const taken = this.#of(key)
    let seat = 0
    while (taken.has(seat)) seat++
    if (seat >= count)
      throw new Refusal(
        'CONFLICT',
        '그사이 같은 시간에 다른 상담이 들어왔습니다. 시간표를 다시 짜 주세요.',
        'id',
      )
    taken.add(seat)
    return seat
  }

  #of(key: string): Set<number> {
    const known = this.#seats.get(key) ?? new Set()
    this.#seats.set(key, known)
    return known
  }
}
