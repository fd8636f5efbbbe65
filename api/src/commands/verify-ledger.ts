import { verifyLedger } from '../modules/audit/seal.ts'
import { readJson } from '../platform/read/read.ts'
import { connect } from '../app/database.ts'
import type { Env } from '../app/env.ts'

/**
 * `pnpm audit:verify [head]`: recomputes the seals of the ledger. A chain whose end was cut off is whole in
 * itself, so the head that was printed at an earlier time, and kept elsewhere, is asked for as well.
 */
export async function run({ databaseUrl }: Env & { databaseUrl: string }, [head]: string[]): Promise<number> {
  const orm = await connect(databaseUrl)
  try {
    const em = orm.em.fork()
    const verdict = await verifyLedger(em)
    if (!verdict.isIntact && verdict.isUnsealed)
      return fail(
        `The ledger has been changed: ledger id ${verdict.ledgerId ?? 'missing'} was put in before seal ${verdict.position}, and has none.`,
      )
    if (!verdict.isIntact)
      return fail(
        `The ledger has been changed: seal ${verdict.position} does not fit its row (ledger id ${verdict.ledgerId ?? 'missing'}).`,
      )
    const hashes = await readJson<Seals>(em, sealsOf, [verdict.sealed, head ?? null])
    if (head !== undefined && !hashes.knowsGiven)
      return fail(`The ledger has lost its end or was made anew: no seal is ${head}.`)
    process.stdout.write(
      `${verdict.sealed} rows are sealed and unchanged. Head: ${hashes.head ?? 'none yet'}\n`,
    )
    return 0
  } finally {
    await orm.close()
  }
}

interface Seals {
  head: string | null
  knowsGiven: boolean
}

const sealsOf = `select json_build_object(
  'head', (select hash from ledger_seal where position = $1),
  'knowsGiven', exists (select 1 from ledger_seal where hash = $2))::text as json`

function fail(sentence: string): number {
  process.stdout.write(`${sentence}\n`)
  return 1
}
