import type { Context } from '../../platform/context.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import { record } from '../audit/record.ts'
import { codeForLetter } from '../accounts/invite.ts'
import { bodiesOf, Undeliverable, type Post } from './letter.ts'
import { withdrawals } from './notice-rules.ts'

/** After each failure so many minutes of patience; after the last one it is given up. */
const patienceMinutes = [1, 5, 15, 60, 240, 720]

interface Waiting {
  id: string
  kind: string
  personId: string
  email: string
  center: string | null
  subject: string
  body: string
  path: string
  attempts: number
}

interface Outside {
  post: Post
  /** Where the pages are, for whoever reads the mail. */
  pagesUrl: string
  onFailure: (failure: { notice: string; code: string; attempts: number; isGivenUp: boolean }) => void
}

/**
 * Sends the next notice that is due; false without one. Its row stays locked until the outcome is written, and other
 * senders step over it, so no two send the same. Dying between the server's yes and the commit leaves it waiting, and
 * it is sent once more, under the same Message-ID: mail can be made to come twice by that, and by nothing else.
 */
export function sendNext(ctx: Context, outside: Outside): Promise<boolean> {
  return ctx.em.transactional(async em => {
    const within = { ...ctx, em }
    const notice = await claim(within)
    if (notice === null) return false
    const path = await pathOf(within, notice)
    if (path === null) return withdraw(within, notice)
    const failure = await tryToSend({ ...notice, path }, outside)
    await (failure === null ? markSent(within, notice) : markFailed(within, notice, failure, outside))
    return true
  })
}

/** Of what has been undone nothing leaves, even when the follower of the ledger has not come to it yet. */
const claim = ({ em, now }: Context) =>
  readInside<Waiting | null>(
    em,
    `select (select row_to_json(w)::text from (
       select n.id, n.kind, n.person_id as "personId", p.email, (select c.name from center c where c.id = n.center_id) as center,
         n.subject, n.body, n.path, n.attempts
       from notice n join person p on p.id = n.person_id
       where n.state in ('queued', 'failed') and n.next_try_at <= $1::timestamptz and not exists (
         select 1 from ledger u where u.subject_type = n.subject_type and u.subject_id = n.subject_id and u.id > n.ledger_id
           and (u.name, n.kind) in (select * from unnest($2::text[], $3::text[])))
       order by n.next_try_at, n.id limit 1 for update of n skip locked
     ) w) as json`,
    [now, ...undoing],
  )

const pairs = withdrawals.flatMap(({ event, kinds }) => kinds.map(kind => ({ event, kind })))
const undoing = [pairs.map(({ event }) => event), pairs.map(({ kind }) => kind)]

/** An invitation opens with a code that no row holds; null when it has been accepted by now, or has ended. */
async function pathOf(ctx: Context, { kind, personId, path }: Waiting): Promise<string | null> {
  if (kind !== 'account.invite') return path
  const code = await codeForLetter(ctx, personId)
  return code && `/invitation#${code}`
}

async function withdraw(ctx: Context, { id, kind }: Waiting): Promise<true> {
  await ctx.em.execute(`update notice set state = 'withdrawn' where id = ?`, [id])
  record(ctx, 'notice.withdrawn', { type: 'notice', id }, { kind })
  return true
}

async function tryToSend(notice: Waiting, { post, pagesUrl }: Outside): Promise<Undeliverable | null> {
  const { id, email: to, subject, body, path, center } = notice
  try {
    await post.send({ id, to, subject, ...bodiesOf(body, `${pagesUrl}${path}`, center ?? '판로') })
    return null
  } catch (error) {
    if (error instanceof Undeliverable) return error
    throw error
  }
}

async function markSent(ctx: Context, { id, kind, attempts }: Waiting) {
  await ctx.em.execute(
    `update notice set state = 'sent', sent_at = ?, attempts = ?, failure = null where id = ?`,
    [ctx.now, attempts + 1, id],
  )
  record(ctx, 'notice.sent', { type: 'notice', id }, { kind })
}

async function markFailed(
  ctx: Context,
  { id, kind, attempts }: Waiting,
  { code, isForGood }: Undeliverable,
  { onFailure }: Outside,
) {
  const minutes = isForGood ? undefined : patienceMinutes[attempts]
  const isGivenUp = minutes === undefined
  const nextTry = new Date(ctx.now.getTime() + (minutes ?? 0) * 60_000)
  await ctx.em.execute(
    `update notice set state = ?, attempts = ?, failure = ?, next_try_at = ? where id = ?`,
    [isGivenUp ? 'given_up' : 'failed', attempts + 1, code, nextTry, id],
  )
  if (isGivenUp) record(ctx, 'notice.given_up', { type: 'notice', id }, { kind, code })
  onFailure({ notice: id, code, attempts: attempts + 1, isGivenUp })
}
