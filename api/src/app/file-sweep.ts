import type { MikroORM } from '@mikro-orm/postgresql'
import type { Logger } from 'pino'
import type { FileStore } from '../modules/files/store/file-store.ts'
import { sweepFiles } from '../modules/files/sweep-files.ts'
import { repeat, type Repeating } from './search/repeat.ts'
import { systemContext } from './system-context.ts'

interface Options {
  orm: MikroORM
  log: Logger
  clock: () => Date
  store: FileStore
}

/** Takes away what of the files nothing refers to any more: at the start, and every hour. */
export const startFileSweep = ({ orm, log, clock, store }: Options): Repeating =>
  repeat({
    pass: async () => {
      const swept = await sweepFiles(systemContext(orm, clock()), store)
      if (swept > 0) log.info({ swept }, 'files that nothing refers to are gone')
      return false
    },
    pauseMs: 3_600_000,
    onFailure: (err, failures) => log.error({ err, failures }, 'the files could not be tidied up'),
  })
