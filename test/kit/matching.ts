import type { Vetting } from './vetting.ts'
import type { TestApp } from './app.ts'
import { addDepartment, addEvent, addParticipation } from './event.ts'
import { read } from './ask.ts'
import { newPerson } from './person.ts'

type Wanted = Partial<Parameters<typeof addEvent>[1]> & { enterprises?: number; departments?: number }

export const publicId = (tag: string, key: string) => `${tag}_${key.replaceAll('-', '')}`

/** An event with confirmed participants on both sides, each with somebody who speaks for it. */
export async function openMatching(app: TestApp, world: Vetting, wanted: Wanted = {}) {
  const { enterprises = 3, departments = 2, ...given } = wanted
  const event = await addEvent(world.sql, { center: world.center, state: 'confirmed', ...given })
  const ours = await Promise.all(
    Array.from({ length: enterprises }, async (_, index) => {
      const { key } = await world.enterprise({
        state: 'published',
        name: `기업 ${String(index + 1).padStart(2, '0')}`,
      })
      const participation = await addParticipation(world.sql, event, 'enterprise', key)
      return { key, participation, id: publicId('participation', participation) }
    }),
  )
  const theirs = await Promise.all(
    Array.from({ length: departments }, async (_, index) => {
      const key = await addDepartment(world.sql, world.center, `부서 ${String(index + 1).padStart(2, '0')}`)
      const participation = await addParticipation(world.sql, event, 'department', key)
      return { key, participation, id: publicId('participation', participation) }
    }),
  )
  return { event, enterprises: ours, departments: theirs, tokenOf: tokenOf(world) }
}

export type Matching = Awaited<ReturnType<typeof openMatching>>

/** Somebody who acts for a participant, signed in. */
const tokenOf =
  ({ sql }: Vetting) =>
  async (side: 'enterprise' | 'department', key: string) =>
    (
      await newPerson(
        sql,
        side === 'enterprise'
          ? { role: 'enterprise', enterpriseIds: [key] }
          : { role: 'buyer', departmentIds: [key] },
      )
    ).token

export const wish = (
  app: TestApp,
  token: string,
  from: string,
  wishes: { to: string; choice: string | null }[],
) =>
  read<{ setWishes: { counterparts: { id: string; choice: string | null }[] } }>(
    app,
    'mutation ($from: ID!, $wishes: [WishInput!]!) { setWishes(from: $from, wishes: $wishes) { counterparts { id choice } } }',
    { token, variables: { from, wishes } },
  )

interface Row {
  id: string
  enterpriseId: string
  departmentId: string
  type: string
  state: string
  weight: number
  isPinned: boolean
  leftOutCode: string | null
  leftOutReason: string | null
  because: { type: string; text: string; weight: number; rule: string | null }[]
}

export const boardFields = `{ eventId chosen leftOut wishesUnmet mutualUnmet totalCount counts { type chosen leftOut }
  parties { id side name wishes meetings }
  matches { id enterpriseId departmentId type state weight isPinned leftOutCode leftOutReason because { type text weight rule } } }`

export interface Board {
  chosen: number
  leftOut: number
  wishesUnmet: number
  mutualUnmet: number
  matches: Row[]
}

export const propose = async (app: TestApp, token: string, event: string, types?: string[]): Promise<Board> =>
  (
    await read<{ proposeMatches: Board }>(
      app,
      `mutation ($event: ID!, $types: [MatchType!]) { proposeMatches(event: $event, types: $types) ${boardFields} }`,
      { token, variables: { event, types: types ?? null } },
    )
  ).proposeMatches
