import type { MikroORM } from '@mikro-orm/postgresql'
import type { Logger } from 'pino'
import { Person } from '../modules/accounts/person.entity.ts'
import { expireImports } from '../modules/imports/work/expire.ts'
import { pickUpImport, type ContextFor } from '../modules/imports/work/pick-up.ts'
import type { SearchReader } from '../platform/context.ts'
import { dayInSeoul } from '../platform/day.ts'
import { repeat, type Repeating } from './search/repeat.ts'
import { systemContext } from './system-context.ts'

interface Options {
  orm: MikroORM
  log: Logger
  clock: () => Date
  /** What categories are suggested by. */
  search: SearchReader
}

const pauseMs = 300
const expireEveryMs = 60_000

/** Reads and applies the lists that staff have asked for, whether or not they still watch; any process may. */
export function startImportWork({ orm, log, clock, search }: Options): Repeating {
  let expiredAt = -Infinity
  const contextFor: ContextFor = async (em, { byId, centerId }) => {
    const now = clock()
    const person = await em.findOneOrFail(Person, { id: byId ?? '' })
    const actor = {
      personId: person.id,
      role: person.role,
      centerId: centerId ?? null,
      enterpriseIds: [],
      departmentIds: [],
    }
    return { em, actor, now, today: dayInSeoul(now), search }
  }
  const pass = async (): Promise<boolean> => {
    if (performance.now() - expiredAt > expireEveryMs) {
      await expireImports(systemContext(orm, clock()))
      expiredAt = performance.now()
    }
    return pickUpImport(orm.em.fork(), contextFor)
  }
  return repeat({
    pass,
    pauseMs,
    onFailure: (err, failures) => log.error({ err, failures }, 'an import was cut off; it is tried again'),
  })
}
