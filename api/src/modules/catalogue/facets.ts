import type { FacetKey } from '@panro/search'
import type { RequestContext } from '../../platform/context.ts'
import { readJson } from '../../platform/read/read.ts'
import { facetsOf, type List } from './list.ts'

export interface LabelledFacet {
  key: FacetKey
  values: { value: string; label: string; count: number; isSelected: boolean }[]
}

/** The counts beside a list, each value with its Korean name; a chosen value stays even when nothing is left of it. */
export async function labelledFacets(ctx: RequestContext, list: List): Promise<LabelledFacet[]> {
  const facets = await facetsOf(ctx, list)
  const chosen = chosenValues(list)
  const withChosen = facets.map(({ key, values }) => {
    const missing = (chosen[key] ?? []).filter(value => !values.some(known => known.value === value))
    return { key, values: [...values, ...missing.map(value => ({ value, count: 0 }))] }
  })
  const labels = await namesOf(ctx, withChosen)
  return withChosen.map(({ key, values }) => ({
    key,
    values: values.map(({ value, count }) => ({
      value,
      count,
      label: labels.get(`${key}:${value}`) ?? value,
      isSelected: chosen[key]?.includes(value) ?? false,
    })),
  }))
}

function chosenValues({ filter }: List): Partial<Record<FacetKey, readonly string[]>> {
  return {
    certification: filter.certifications ?? [],
    category: filter.categories ?? [],
    region: filter.regions ?? [],
    deliveryRecord: filter.hasDeliveryRecord === undefined ? [] : [String(filter.hasDeliveryRecord)],
  }
}

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
