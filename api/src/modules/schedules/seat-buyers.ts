import type { Day } from '../../platform/day.ts'
import type { Buyer, Company, ResultFacts } from './read-result.ts'

/** A meeting, and which officer of the department sits in it. */
export interface Seated {
  slot: string
  day: Day
  /** Which slot of its day: 1 for the first. */
  round: number
  buyer: Buyer
  company: Company
  type: ResultFacts['meetings'][number]['type']
}

/**
 * A timetable seats departments; lists seat officers. Whoever was wished for, or wished, sits there; nobody sits in two
 * meetings of one slot as long as the department has as many officers that day as meetings.
 */
export function seatBuyers({ slots, buyers, companies, meetings }: ResultFacts): Seated[] {
  const company = new Map(companies.map(one => [one.participation, one]))
  const ofDepartment = Map.groupBy(buyers, ({ participation }) => participation)
  const inSlot = Map.groupBy(meetings, ({ slot }) => slot)
  const load = new Map<Buyer, number>()
  const round = new Map<Day, number>()
  return slots.flatMap(({ id, day }) => {
    const number = (round.get(day) ?? 0) + 1
    round.set(day, number)
    const seated: Seated[] = []
    for (const [department, there] of Map.groupBy(inSlot.get(id) ?? [], meeting => meeting.department)) {
      const coming = (ofDepartment.get(department) ?? []).filter(
        ({ onDay }) => onDay === null || onDay === day,
      )
      const free = new Set(coming)
      const wanted = there
        .flatMap(meeting => {
          const who = company.get(meeting.enterprise)
          return who ? coming.map(buyer => ({ meeting, who, buyer, bond: bondOf(buyer, who) })) : []
        })
        .toSorted((a, b) => b.bond - a.bond || (load.get(a.buyer) ?? 0) - (load.get(b.buyer) ?? 0))
      const open = new Set(there)
      for (const isStrict of [true, false])
        for (const { meeting, who, buyer } of wanted) {
          if (!open.has(meeting) || (isStrict && !free.has(buyer))) continue
          open.delete(meeting)
          free.delete(buyer)
          load.set(buyer, (load.get(buyer) ?? 0) + 1)
          seated.push({ slot: id, day, round: number, buyer, company: who, type: meeting.type })
        }
    }
    return seated
  })
}

/** 2 where both have named each other. */
const bondOf = (buyer: Buyer, company: Company) =>
  Number(buyer.wished.some(one => one === company.number || one === company.knownAs)) +
  Number(buyer.number !== null && company.wished.includes(buyer.number))
