import type { MikroORM } from '@mikro-orm/postgresql'
import type { Logger } from 'pino'
import { expireInvitations } from '../modules/curation/expire-invitations.ts'
import { repeat, type Repeating } from './search/repeat.ts'
import { systemContext } from './system-context.ts'

interface Options {
  orm: MikroORM
  log: Logger
  clock: () => Date
}

const pauseMs = 2_000

/** Ends invitations that nobody has answered in time; any process may. */
export const startInvitationWork = ({ orm, log, clock }: Options): Repeating =>
  repeat({
    pass: async () => {
      await expireInvitations(systemContext(orm, clock()))
      return false
    },
    pauseMs,
    onFailure: (err, failures) =>
      log.error({ err, failures }, 'invitations could not be looked through; tried again'),
  })
