import type { RequestContext } from '../../platform/context.ts'
import { Conditions } from '../../platform/read/conditions.ts'
import { readJson } from '../../platform/read/read.ts'
import { enterpriseConditions, productConditions } from '../catalogue/filter-conditions.ts'
import type { CheckedFilter } from '../catalogue/filter.ts'
import { meaningOf } from '../catalogue/vocabulary.ts'
import type { SavedScope } from './saved-search.entity.ts'

export interface Question {
  scope: SavedScope
  words: string
  filter: CheckedFilter
}

type Finding = Pick<RequestContext, 'em' | 'search' | 'signal'>

/** The ids of everything that a question finds at present, at most so many. */
export async function findAll(ctx: Finding, question: Question, most: number): Promise<string[]> {
  if (question.words === '') return inRows(ctx, question, null, most)
  const found = await inIndex(ctx, question, { limit: most })
  return inRows(ctx, question, found, most)
}

/** Which of these things a question finds; only what the rows let pass is looked for in the index. */
export async function findAmong(ctx: Finding, question: Question, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const passing = await inRows(ctx, question, ids, ids.length)
  if (question.words === '' || passing.length === 0) return passing
  return inIndex(ctx, question, { ids: passing, limit: passing.length })
}

async function inIndex(
  ctx: Finding,
  { scope, words, filter: { on, ...filter } }: Question,
  part: { ids?: string[]; limit: number },
): Promise<string[]> {
  const meaning = await meaningOf(ctx, words)
  const { hits } = await ctx.search.search({
    words,
    ...meaning,
    types: [scope],
    filter,
    on,
    offset: 0,
    facets: [],
    ...part,
  })
  return hits.map(({ id }) => id)
}

const conditionsOf = { product: productConditions, enterprise: enterpriseConditions }

function inRows(
  { em, signal }: Finding,
  { scope, filter }: Question,
  among: string[] | null,
  most: number,
): Promise<string[]> {
  const conditions = new Conditions()
  if (among !== null) conditions.add(`t.id = any(${conditions.value(among)}::uuid[])`)
  conditionsOf[scope](filter, conditions)
  const text = `select t.id from ${scope} t ${conditions.where()} limit ${conditions.value(most)}`
  return readJson<string[]>(
    em,
    `select coalesce(json_agg(r.id), '[]')::text as json from (${text}) r`,
    conditions.values,
    signal,
  )
}
