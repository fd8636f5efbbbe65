import type { Sql } from '../sql.ts'

/** An event of the demo as it was before anybody had matched anything; whoever met has wished for it. */
export async function wishedAnew(sql: Sql, title: string): Promise<string> {
  const [event] = await sql.run<{ id: string }>(
    `update event set state = 'confirmed' where title = $1 returning id`,
    [title],
  )
  const id = event?.id ?? ''
  await sql.run(
    `insert into wish (from_id, to_id, event_id, choice, said_at)
     select enterprise_id, department_id, event_id, 'want', now() from match where event_id = $1
     on conflict do nothing`,
    [id],
  )
  for (const table of ['meeting', 'timetable_run', 'match'])
    await sql.run(`delete from ${table} where event_id = $1`, [id])
  return id
}
