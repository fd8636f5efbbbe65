import type { MikroORM } from '@mikro-orm/postgresql'
import { systemActor, type Context } from '../platform/context.ts'
import { dayInSeoul } from '../platform/day.ts'

/** The context of work that no person asked for: start, seed, import command. */
export const systemContext = (orm: MikroORM, now: Date): Context => ({
  em: orm.em.fork(),
  actor: systemActor,
  now,
  today: dayInSeoul(now),
})
