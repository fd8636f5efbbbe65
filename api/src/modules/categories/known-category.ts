import type { Context } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { Category } from './category.entity.ts'

/** Refuses a code that no category has. */
export async function assertCategoryIsKnown(
  { em }: Pick<Context, 'em'>,
  code: string | null | undefined,
  field: string,
): Promise<void> {
  if (code == null || (await em.findOne(Category, { code }))) return
  throw new Refusal(
    'BAD_USER_INPUT',
    `\`${field}\`: there is no such category; \`categories\` lists the codes there are.`,
    field,
  )
}
