import type { MikroORM } from '@mikro-orm/postgresql'
import type { Logger } from 'pino'
import { Person } from '../modules/accounts/person.entity.ts'
import { pickUpRun } from '../modules/schedules/pick-up-run.ts'
import { dayInSeoul } from '../platform/day.ts'
import { repeat, type Repeating } from './search/repeat.ts'

interface Options {
  orm: MikroORM
  log: Logger
  clock: () => Date
}

const pauseMs = 200

/** Times the meetings of rounds as staff have asked, whether or not they still watch; any process may. */
export function startTimetableWork({ orm, log, clock }: Options): Repeating {
  const pass = () =>
    pickUpRun(orm.em.fork(), async (em, { requestedById, centerId }) => {
      const now = clock()
      const person = await em.findOneOrFail(Person, { id: requestedById ?? '' })
      const of = { centerId, enterpriseIds: [], departmentIds: [] }
      return { em, actor: { personId: person.id, role: person.role, ...of }, now, today: dayInSeoul(now) }
    })
  return repeat({
    pass,
    pauseMs,
    onFailure: (err, failures) => log.error({ err, failures }, 'a timetable could not be made; it says so'),
  })
}
