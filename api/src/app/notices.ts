import path from 'node:path'
import type { MikroORM } from '@mikro-orm/postgresql'
import type { Logger } from 'pino'
import { placeOf } from '../modules/audit/place.ts'
import { readLedger } from '../modules/audit/read-ledger.ts'
import { warnOfEndings } from '../modules/notices/expiring.ts'
import type { Post } from '../modules/notices/letter.ts'
import { sendNext } from '../modules/notices/send-notices.ts'
import { storeNotices } from '../modules/notices/store-notices.ts'
import type { Env } from './env.ts'
import { folderPost } from './post/folder-post.ts'
import { smtpPost } from './post/smtp-post.ts'
import { repeat, type Repeating } from './search/repeat.ts'
import { systemContext } from './system-context.ts'

interface Options {
  orm: MikroORM
  env: Pick<Env, 'dataDir' | 'mail' | 'port' | 'publicUrl'>
  log: Logger
  clock: () => Date
}

const name = 'notices'
const stretch = 500
const warnEveryMs = 60_000

/**
 * 알림 — follows the ledger into the outbox, sends what is due, and looks for certificates that end soon. Any process
 * may do it, and several at a time: the place in the ledger moves in one transaction with the notices, and a notice
 * that is being sent is locked.
 */
export async function startNotices(options: Options): Promise<Repeating> {
  const { orm, clock } = options
  // On the very first start the place is the end of the ledger: taken before anybody can add to it.
  await placeOf(systemContext(orm, clock()).em, name)
  const work = [following(options), sending(options), warning(options)]
  return { stop: async () => void (await Promise.all(work.map(each => each.stop()))) }
}

const following = ({ orm, log, clock }: Options) =>
  repeat({
    pass: async () => {
      const ctx = systemContext(orm, clock())
      const from = await placeOf(ctx.em, name)
      const entries = await readLedger(ctx.em, from, stretch)
      const last = entries.at(-1)
      if (!last) return false
      await storeNotices(ctx, entries, { name, from, to: { tx: last.tx, id: last.id } })
      return entries.length === stretch
    },
    onFailure: (err, failures) =>
      log.error({ err, failures }, 'notices could not be made; the same changes are tried again'),
  })

function sending({ orm, env, log, clock }: Options) {
  const outside = {
    post: postOf(env),
    pagesUrl: (env.publicUrl ?? `http://localhost:${env.port}`).replace(/\/$/, ''),
    onFailure: (failure: object) => log.warn(failure, 'a notice did not get through'),
  }
  return repeat({
    pass: () => sendNext(systemContext(orm, clock()), outside),
    onFailure: (err, failures) => log.error({ err, failures }, 'notices could not be sent; tried again'),
  })
}

const warning = ({ orm, log, clock }: Options) =>
  repeat({
    pass: async () => {
      await warnOfEndings(systemContext(orm, clock()))
      return false
    },
    pauseMs: warnEveryMs,
    onFailure: (err, failures) =>
      log.error({ err, failures }, 'expiries could not be looked for; tried again'),
  })

const postOf = ({ dataDir, mail }: Options['env']): Post =>
  mail?.smtpUrl
    ? smtpPost(mail.smtpUrl, mail.from)
    : folderPost(path.join(dataDir, 'mail'), mail?.from ?? 'panro@localhost')
