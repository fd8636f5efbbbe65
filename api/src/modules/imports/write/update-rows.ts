import { CompiledQuery } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { Refusal } from '../../../platform/refusal.ts'

const rowsPerStatement = 5_000
const keys = { category: 'code', enterprise: 'id', certification: 'id', product: 'id' } as const

/**
 * Sets every given column of the rows that the key names, in the transaction of `em`. A row that somebody has
 * changed since it was read is not written over: then nothing of the whole is written.
 */
export async function updateRows(
  { em, now }: Pick<Context, 'em' | 'now'>,
  table: keyof typeof keys,
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  const [first] = rows
  if (!first) return
  const key = keys[table]
  const isVersioned = 'version' in first
  const assignments = Object.keys(first)
    .filter(column => column !== key && column !== 'version')
    .map(column => `${column} = n.${column}`)
  if (isVersioned) assignments.push('version = t.version + 1', 'updated_at = $2')
  const sql = `
    update ${table} t set ${assignments.join(', ')} from json_populate_recordset(null::${table}, $1::json) n
    where t.${key} = n.${key}${isVersioned ? ' and t.version = n.version' : ''}`
  for (let from = 0; from < rows.length; from += rowsPerStatement) {
    const batch = rows.slice(from, from + rowsPerStatement)
    const statement = CompiledQuery.raw(sql, [JSON.stringify(batch), ...(isVersioned ? [now] : [])])
    const { numAffectedRows } = await em.getKysely().executeQuery(statement)
    if (Number(numAffectedRows ?? 0n) !== batch.length)
      throw new Refusal(
        'CONFLICT',
        '가져오는 동안 다른 사람이 같은 자료를 고쳐 아무것도 바꾸지 않았습니다. 미리 보기부터 다시 해 주세요.',
      )
  }
}
