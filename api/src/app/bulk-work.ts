import type { MikroORM } from '@mikro-orm/postgresql'
import type { Logger } from 'pino'
import { Person } from '../modules/accounts/person.entity.ts'
import { pickUpBulk } from '../modules/lists/pick-up-bulk.ts'
import { dayInSeoul } from '../platform/day.ts'
import { repeat, type Repeating } from './search/repeat.ts'

interface Options {
  orm: MikroORM
  log: Logger
  clock: () => Date
}

const pauseMs = 200

/** Rehearses and does what staff have asked for many rows, whether or not they still watch; any process may. */
export function startBulkWork({ orm, log, clock }: Options): Repeating {
  const pass = () =>
    pickUpBulk(orm.em.fork(), async (em, { personId, centerId }) => {
      const now = clock()
      const person = await em.findOneOrFail(Person, { id: personId })
      const actor = { personId, role: person.role, centerId, enterpriseIds: [], departmentIds: [] }
      return { em, actor, now, today: dayInSeoul(now) }
    })
  return repeat({
    pass,
    pauseMs,
    onFailure: (err, failures) => log.error({ err, failures }, 'a bulk run was cut off; it goes on'),
  })
}
