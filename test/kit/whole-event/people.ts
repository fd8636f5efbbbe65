import { publicId } from '../matching.ts'
import { newPerson } from '../person.ts'
import { model, type Desk } from './desk.ts'

interface Applicant {
  /** Public id of the enterprise or department. */
  id: string
  token: string
}

export interface RoundOfPeople {
  enterprises: Applicant[]
  departments: Applicant[]
}

/** Whom the demo's 2021 consultation brought together, round by round; each enterprise with somebody of its own. */
export async function peopleOf({ sql, token }: Desk): Promise<RoundOfPeople[]> {
  const rows = await sql.run<{ number: number; side: 'enterprise' | 'department'; party: string }>(
    `select r.number, p.side, coalesce(p.enterprise_id, p.department_id) as party
     from participation p join event e on e.id = p.event_id
     join participation_round pr on pr.participation_id = p.id join event_round r on r.id = pr.round_id
     where e.title = $1 order by r.number, p.side, party`,
    [model],
  )
  const rounds: RoundOfPeople[] = []
  for (const { number, side, party } of rows) {
    const round = (rounds[number - 1] ??= { enterprises: [], departments: [] })
    if (side === 'department') round.departments.push({ id: publicId('department', party), token })
    else {
      const person = await newPerson(sql, { role: 'enterprise', enterpriseIds: [party] })
      round.enterprises.push({ id: publicId('enterprise', party), token: person.token })
    }
  }
  return rounds
}
