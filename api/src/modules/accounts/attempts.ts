import { createHmac } from 'node:crypto'
import { newId } from '../../platform/id.ts'
import { Refusal } from '../../platform/refusal.ts'
import { record } from '../audit/record.ts'
import type { SessionContext } from './session-context.ts'

/**
 * How many tries within how many minutes. From one place an account is paused early; from everywhere together late, so
 * that somebody who knows an address cannot keep its owner out.
 */
export const attemptLimits = {
  minutes: 10,
  password: { here: 10, account: 100, network: 300 },
  code: { here: 5, account: 20, network: 100 },
  source: 'OWASP ASVS 5.0, 6.3.1, and screens.md 4.5: locked after 10 tries, for 10 minutes',
  asOf: '2026-11-21',
} as const

type Factor = 'password' | 'code'

/** 시도 — one try of a password or a code, counted before it is judged. */
export interface Attempt {
  id: string
  factor: Factor
  account: string
  network: string
  triesLeft: number
}

interface Counts {
  here: number
  account: number
  network: number
  oldest: string | null
}

const none: Counts = { here: 0, account: 0, network: 0, oldest: null }

/** Tries come in one after the other, so that a flood of them waits for itself and not for every connection there is. */
let turn: Promise<unknown> = Promise.resolve()

/** Counts a try before it is judged, so that tries at the same moment count each other; refuses one too many. */
export function beginAttempt(ctx: SessionContext, factor: Factor, who: string): Promise<Attempt> {
  const counted = turn.then(() => countTry(ctx, factor, who))
  turn = counted.catch(() => {})
  return counted
}

async function countTry(ctx: SessionContext, factor: Factor, who: string): Promise<Attempt> {
  const em = ctx.em.fork()
  const [row] = await em.execute<{ key: string }[]>('select key from attempt_key')
  if (row === undefined) throw new Error('The key of Migration013SignIn is not there')
  const keyed = (text: string) => createHmac('sha256', row.key).update(text).digest('hex')
  const account = keyed(`${factor} ${who}`)
  const network = keyed(placeOf(ctx.network))
  const since = new Date(ctx.now.getTime() - attemptLimits.minutes * 60_000)
  const limit = attemptLimits[factor]
  return em.transactional(async em => {
    // Other processes count as well.
    await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [account])
    await em.execute('delete from sign_in_attempt where at <= ?', [since])
    const [counts = none] = await em.execute<Counts[]>(count, [account, network])
    const { here, oldest } = counts
    if (here >= limit.here || counts.account >= limit.account || counts.network >= limit.network)
      throw tooMany(ctx.now, oldest)
    const id = newId()
    await em.execute(
      `insert into sign_in_attempt (id, at, factor, account, network, outcome) values (?, ?, ?, ?, ?, 'trying')`,
      [id, ctx.now, factor, account, network],
    )
    return { id, factor, account, network, triesLeft: limit.here - here - 1 }
  })
}

/** Tries that have not been right, since the last that was right from the same place. */
const count = `
  with place as (select ?::text as account, ?::text as network)
  select
    count(*) filter (where a.account = p.account and a.network = p.network)::int as here,
    count(*) filter (where a.account = p.account)::int as account,
    count(*) filter (where a.network = p.network)::int as network,
    min(at) filter (where a.account = p.account) as oldest
  from sign_in_attempt a, place p
  where a.outcome <> 'right' and (a.account = p.account or a.network = p.network)
    and not exists (
      select from sign_in_attempt r
      where r.outcome = 'right' and r.account = p.account and r.network = p.network
        and a.account = p.account and r.id > a.id)`

export async function noteRight(ctx: SessionContext, { id }: Attempt): Promise<void> {
  await ctx.em.fork().execute(`update sign_in_attempt set outcome = 'right' where id = ?`, [id])
}

/** Writes down a try that failed, in words that name nobody, and returns the one refusal for every reason. */
export async function noteWrong(ctx: SessionContext, attempt: Attempt): Promise<Refusal> {
  const { id, factor, account, triesLeft } = attempt
  const em = ctx.em.fork()
  await em.execute(`update sign_in_attempt set outcome = 'wrong' where id = ?`, [id])
  record({ ...ctx, em }, 'session.refused', { type: 'account', id: asUuid(account) }, { factor, triesLeft })
  await em.flush()
  const refusal = new Refusal(
    'SIGN_IN_REFUSED',
    'The address and the password, or the code, do not belong together.',
  )
  refusal.figures = { triesLeft }
  return refusal
}

function tooMany(now: Date, oldest: string | null): Refusal {
  const endsAt = (oldest === null ? now : new Date(oldest)).getTime() + attemptLimits.minutes * 60_000
  const retryAfter = Math.max(1, Math.ceil((endsAt - now.getTime()) / 1000))
  const refusal = new Refusal('TOO_MANY_TRIES', 'Too many tries; try again in ten minutes.')
  refusal.figures = { retryAfter }
  return refusal
}

/** A whole network of IPv6 (/64) is one place: its owner has as many addresses as he likes. */
const placeOf = (address: string) =>
  address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address

/** The ledger names what it is about by a UUID. */
const asUuid = (hex: string) =>
  hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
