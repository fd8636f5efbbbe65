import { LockMode } from '@mikro-orm/core'
import type { Context, RequestContext } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { lineOfText } from '../../platform/line-of-text.ts'
import { Refusal } from '../../platform/refusal.ts'
import { Person } from '../accounts/person.entity.ts'
import { personOf } from '../accounts/require-role.ts'
import { record } from '../audit/record.ts'
import { checkFilter, type FilterInput } from '../catalogue/filter.ts'
import { wordsOf } from '../catalogue/list.ts'
import { checkLength } from '../catalogue/words.ts'
import { findAll } from './find-matches.ts'
import { markMatchesSeen } from './news.ts'
import type { SavedFilter } from './saved-filter.ts'
import { SavedSearch, type SavedScope } from './saved-search.entity.ts'

const mostSearches = 50
const mostKnown = 2_000
const longestName = 60

interface Asked {
  name: string
  scope: SavedScope
  query: string | null
  filter: FilterInput | null
}

/** Keeps a question; from now on its new answers are told. Returns the key of the saved search. */
export async function saveSearch(ctx: RequestContext, asked: Asked): Promise<string> {
  const personId = personOf(ctx)
  const { scope } = asked
  const name = lineOfText(asked.name, 'name', longestName)
  const words = wordsOf(asked.query)
  checkLength(words)
  const { on, ...checked } = await checkFilter(ctx, asked.filter)
  const filter: SavedFilter = asked.filter?.certifiedOn == null ? checked : { ...checked, certifiedOn: on }
  checkScope(scope, filter)
  if (words === '' && Object.keys(filter).length === 0)
    throw new Refusal('BAD_USER_INPUT', 'Say what to look for: `query`, `filter` or both.', 'query')
  const known = await findAll(ctx, { scope, words, filter: { ...checked, on } }, mostKnown + 1)
  if (known.length > mostKnown)
    throw new Refusal(
      'BAD_USER_INPUT',
      `This finds more than ${mostKnown} things already; news of it would be noise. Narrow it first.`,
      'filter',
    )
  return ctx.em.transactional(async em => {
    // One at a time for each person, so that the limit holds.
    await em.findOneOrFail(Person, { id: personId }, { lockMode: LockMode.PESSIMISTIC_WRITE })
    if ((await em.count(SavedSearch, { personId })) >= mostSearches)
      throw new Refusal(
        'WRONG_STATE',
        `You have ${mostSearches} saved searches, and more there cannot be; remove one first.`,
      )
    const saved = { id: newId(), personId, name, scope, words, filter, known }
    em.create(SavedSearch, { ...saved, createdAt: ctx.now, lastSeenAt: null })
    record({ ...ctx, em }, 'saved_search.saved', { type: 'saved_search', id: saved.id }, { scope })
    return saved.id
  })
}

export async function removeSavedSearch(ctx: Context, id: string): Promise<void> {
  const saved = await findOwn(ctx, id)
  ctx.em.remove(saved)
  record(ctx, 'saved_search.removed', { type: 'saved_search', id }, { scope: saved.scope })
  await ctx.em.flush()
}

/** Everything found so far counts as seen. */
export async function markSavedSearchSeen(ctx: Context, id: string): Promise<void> {
  await ctx.em.transactional(async em => {
    const saved = await findOwn({ ...ctx, em }, id)
    saved.lastSeenAt = ctx.now
    await markMatchesSeen(em, id, ctx.now)
    record({ ...ctx, em }, 'saved_search.seen', { type: 'saved_search', id })
  })
}

/** Somebody else's and one that never was look the same. */
const findOwn = (ctx: Context, id: string) =>
  ctx.em.findOneOrFail(
    SavedSearch,
    { id, personId: personOf(ctx) },
    { failHandler: () => new Refusal('NOT_FOUND', 'There is no such saved search.', 'id') },
  )

/** An enterprise has neither price nor lead time. */
function checkScope(scope: SavedScope, { price, leadDaysMax }: SavedFilter): void {
  if (scope === 'product' || (price === undefined && leadDaysMax === undefined)) return
  const field = price === undefined ? 'filter.leadDaysMax' : 'filter.price'
  throw new Refusal('BAD_USER_INPUT', `\`${field}\` is asked of products, not of enterprises.`, field)
}
