import { comparable } from '@panro/search'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { lineOfText } from '../../platform/line-of-text.ts'
import { Refusal } from '../../platform/refusal.ts'
import { record } from '../audit/record.ts'
import { CategoryAlias, type AliasRelation } from './alias.entity.ts'
import { categoryPrefix } from './category-code.ts'
import { Category } from './category.entity.ts'

const longestTerm = 50

interface Said {
  term: string
  categoryCode: string
  relation: AliasRelation
}

/** Says what a term means, or does not mean; from then on searches go by it. */
export async function addCategoryAlias(ctx: Context, { term: typed, categoryCode, relation }: Said) {
  const term = termOf(typed)
  const code = categoryPrefix(categoryCode, 'category')
  await ctx.em.findOneOrFail(
    Category,
    { code },
    { failHandler: () => new Refusal('NOT_FOUND', 'There is no such category.', 'category') },
  )
  const comparableTerm = comparable(term)
  const known = await ctx.em.findOne(CategoryAlias, { comparableTerm, categoryCode: code })
  if (known?.isActive)
    throw new Refusal(
      'CONFLICT',
      `It is said already that "${known.term}" ${known.relation === 'synonym' ? 'means' : 'does not mean'} this category; remove that first.`,
      'term',
    )
  const said = { term, relation, isActive: true, source: 'staff', updatedAt: ctx.now }
  const alias = known
    ? ctx.em.assign(known, said)
    : ctx.em.create(CategoryAlias, {
        id: newId(),
        ...said,
        comparableTerm,
        categoryCode: code,
        createdAt: ctx.now,
      })
  record(
    ctx,
    'category_alias.added',
    { type: 'category_alias', id: alias.id },
    { term, category: code, relation },
  )
  await ctx.em.flush()
  return alias
}

/** Takes back what was said; the row stays, inactive. */
export async function removeCategoryAlias(ctx: Context, id: string) {
  const alias = await ctx.em.findOneOrFail(
    CategoryAlias,
    { id, isActive: true },
    { failHandler: () => new Refusal('NOT_FOUND', 'There is no such synonym.', 'id') },
  )
  alias.isActive = false
  alias.updatedAt = ctx.now
  const { term, categoryCode: category, relation } = alias
  record(ctx, 'category_alias.removed', { type: 'category_alias', id }, { term, category, relation })
  await ctx.em.flush()
}

function termOf(typed: string): string {
  const term = lineOfText(typed, 'term', longestTerm)
  if (comparable(term) !== '') return term
  throw new Refusal('BAD_USER_INPUT', '`term` has no letter or figure in it; give the words.', 'term')
}
