import { warnOfEndings } from '../modules/notices/expiring.ts'
import { watchExpiry } from '../modules/vetting/expiry.ts'
import type { Context } from '../platform/context.ts'

/**
 * What the calendar has brought about while nothing ran: done before anybody is answered, so that the first one to
 * look sees the desk of today. Safe to repeat, and repeated while the system runs.
 */
export async function catchUp(ctx: Context): Promise<void> {
  await watchExpiry(ctx)
  await warnOfEndings(ctx)
}
