import type { TestApp } from '../app.ts'
import { read } from '../ask.ts'
import { newPerson } from '../person.ts'
import type { Sql } from '../sql.ts'

/** Where the whole event is played. */
export interface Stage {
  app: Pick<TestApp, 'url'>
  /** For people and what the demo knows of them; what happens goes by the door. */
  sql: Sql
  /** What the application takes for now. */
  clock: { now: Date }
}

/** Staff at work on a day. */
export interface Desk extends Stage {
  token: string
}

/** A morning on which staff sign in: sessions do not last from April to October. */
export async function morningOf(stage: Stage, day: string): Promise<Desk> {
  stage.clock.now = new Date(`${day}T09:00:00+09:00`)
  const [center] = await stage.sql.run<{ id: string }>('select center_id as id from event where title = $1', [
    model,
  ])
  const { token } = await newPerson(stage.sql, { role: 'staff', centerId: center?.id ?? null })
  return { ...stage, token }
}

/** The consultation of the demo whose people take part once more. */
export const model = '2021 가온시 온라인 구매상담회'

/** Says that a step begins, does it, and perhaps says how long it took. */
export type Timed = <T>(step: string, work: () => Promise<T>) => Promise<T>

/** One mutation in the name of the staff. */
export async function change<T>(
  { app, token }: Pick<Desk, 'app' | 'token'>,
  call: string,
  fields: string,
  variables: Record<string, unknown> = {},
): Promise<T> {
  const names = Object.keys(variables)
  const head = names.length === 0 ? '' : `(${names.map(name => `$${name}`).join(', ')})`
  return (
    await read<{ it: T }>(app, `mutation ${head} { it: ${call} ${fields} }`, {
      token,
      variables: Object.fromEntries(
        Object.entries(variables).map(([name, value]) => [name.split(':')[0], value]),
      ),
    })
  ).it
}

/** As many people do something at once as a busy day brings. */
export async function together<One>(
  list: readonly One[],
  work: (one: One, number: number) => Promise<unknown>,
): Promise<void> {
  const rest = [...list.entries()]
  const hand = async () => {
    for (let next = rest.shift(); next !== undefined; next = rest.shift()) await work(next[1], next[0])
  }
  await Promise.all(Array.from({ length: 8 }, hand))
}
