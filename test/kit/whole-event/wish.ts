import { change, together, type Desk } from './desk.ts'
import type { RoundOfPeople } from './people.ts'

const meetings = 192

interface Side {
  /** Of the enterprise or department. */
  party: string
  participation: string
  round: number
  token: string
}

/**
 * 희망 — in each round 192 pairs say of each other that they must meet, enterprises by themselves and departments by
 * way of the staff; that is as many as there are slots times rooms.
 */
export async function wishForEachOther(
  desk: Desk,
  event: string,
  people: readonly RoundOfPeople[],
): Promise<void> {
  const known = await participationsOf(desk, event)
  const wishes = new Map<Side, Side[]>()
  const say = (from: Side, to: Side) => wishes.set(from, [...(wishes.get(from) ?? []), to])
  for (const [round, { enterprises, departments }] of people.entries()) {
    const sideOf = ({ id, token }: { id: string; token: string }): Side => ({
      ...{ party: id, participation: known.get(id) ?? '', round, token },
    })
    const ours = enterprises.map(sideOf)
    const theirs = departments.map(sideOf)
    for (let number = 0; number < meetings; number++) {
      const one = ours[number % ours.length]
      const other = theirs[(number * 5 + Math.floor(number / ours.length)) % theirs.length]
      if (!one || !other) throw new Error(`Round ${round + 1} has nobody to meet`)
      say(one, other)
      say(other, one)
    }
  }
  await together([...wishes], ([{ participation, token }, to]) =>
    change(
      { ...desk, token },
      `setWishes(from: "${participation}", wishes: $wishes)`,
      '{ counterparts { id } }',
      {
        'wishes: [WishInput!]!': to.map(({ participation }) => ({ to: participation, choice: 'MUST' })),
      },
    ),
  )
}

/** The participation of each enterprise and department, all by their public ids. */
async function participationsOf({ sql }: Desk, event: string): Promise<Map<string, string>> {
  const rows = await sql.run<{ party: string; participation: string }>(
    `select side || '_' || replace(coalesce(enterprise_id, department_id)::text, '-', '') as party,
       'participation_' || replace(id::text, '-', '') as participation
     from participation where replace(event_id::text, '-', '') = $1`,
    [event.replace('event_', '')],
  )
  return new Map(rows.map(({ party, participation }) => [party, participation]))
}
