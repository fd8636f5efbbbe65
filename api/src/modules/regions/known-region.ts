import type { Context } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { Region } from './region.entity.ts'

/** Refuses codes that no region has. */
export async function assertRegionsAreKnown(
  { em }: Pick<Context, 'em'>,
  codes: readonly string[],
  field: string,
): Promise<void> {
  const known = await em.find(Region, { code: { $in: [...codes] } })
  const unknown = codes.find(code => !known.some(region => region.code === code))
  if (unknown === undefined) return
  throw new Refusal(
    'BAD_USER_INPUT',
    `\`${field}\`: there is no such region; \`regions\` lists the codes there are.`,
    field,
  )
}
