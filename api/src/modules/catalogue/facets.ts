import type { FacetKey, SearchFilter, SearchRequest, SearchResult } from '@panro/search'
import type { RequestContext } from '../../platform/context.ts'
import { readJson } from '../../platform/read/read.ts'
import { searchRequest, type List } from './list.ts'

export interface LabelledFacet {
  key: FacetKey
  values: { value: string; label: string; count: number; isSelected: boolean }[]
}

const facetKeys: FacetKey[] = ['certification', 'category', 'region', 'deliveryRecord']

/** The counts beside a list, each value with its Korean name. */
export async function labelledFacets(ctx: RequestContext, list: List): Promise<LabelledFacet[]> {
  const chosen = chosenValues(list)
  const { facets } = await ctx.search.search(searchRequest(list, { offset: 0, limit: 0, facets: facetKeys }))
  const counted = await withChosen(ctx, list, facets, chosen)
  const labels = await namesOf(ctx, counted)
  return counted.map(({ key, values }) => ({
    key,
    values: values.map(({ value, count }) => ({
      value,
      count,
      label: labels.get(`${key}:${value}`) ?? value,
      isSelected: chosen[key].includes(value),
    })),
  }))
}

type Facets = SearchResult['facets']

/**
 * A chosen value stays even when nothing is left of it, and one that lies deeper than the facet counts (a
 * class of a segment, a district of a province) is counted by itself.
 */
async function withChosen(
  ctx: RequestContext,
  list: List,
  facets: Facets,
  chosen: Record<FacetKey, readonly string[]>,
): Promise<Facets> {
  const missing = facets.flatMap(({ key, values }) =>
    chosen[key].filter(value => !values.some(known => known.value === value)).map(value => ({ key, value })),
  )
  const answers = await ctx.search.multiSearch(missing.map(({ key, value }) => onlyWith(list, key, value)))
  const counts = missing.map((asked, index) => ({ ...asked, count: answers[index]?.total ?? 0 }))
  return facets.map(({ key, values }) => ({
    key,
    values: [
      ...values,
      ...counts.filter(count => count.key === key).map(({ value, count }) => ({ value, count })),
    ],
  }))
}

/** The list as it would be with just this value of the facet, as a disjunctive facet counts it. */
function onlyWith(list: List, key: FacetKey, value: string): SearchRequest {
  const narrowed: Record<FacetKey, SearchFilter> = {
    type: {},
    certification: { certifications: [value] },
    category: { categories: [value] },
    region: { regions: [value] },
    deliveryRecord: { hasDeliveryRecord: value === 'true' },
  }
  const request = searchRequest(list, { offset: 0, limit: 0 })
  return { ...request, filter: { ...request.filter, ...narrowed[key] } }
}

const chosenValues = ({ filter }: List): Record<FacetKey, readonly string[]> => ({
  type: [],
  certification: filter.certifications ?? [],
  category: filter.categories ?? [],
  region: filter.regions ?? [],
  deliveryRecord: filter.hasDeliveryRecord === undefined ? [] : [String(filter.hasDeliveryRecord)],
})

/** One statement names the values of all facets. */
async function namesOf(ctx: RequestContext, facets: { key: FacetKey; values: { value: string }[] }[]) {
  const valuesOf = (wanted: FacetKey) =>
    facets.find(({ key }) => key === wanted)?.values.map(({ value }) => value) ?? []
  const rows = await readJson<{ key: string; name: string }[]>(
    ctx.em,
    `select coalesce(json_agg(n), '[]')::text as json from (
       select 'certification:' || code as key, name from certification_kind where code = any($1)
       union all select 'category:' || code, name from category where code = any($2)
       union all select 'region:' || v, r.full_name from unnest($3::text[]) v join region r on r.code = rpad(v, 10, '0')
     ) n`,
    [valuesOf('certification'), valuesOf('category'), valuesOf('region')],
  )
  return new Map(rows.map(({ key, name }) => [key, name]))
}
