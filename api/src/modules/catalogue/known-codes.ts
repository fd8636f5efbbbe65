import type { SearchFilter } from '@panro/search'
import type { Context } from '../../platform/context.ts'
import { readJson } from '../../platform/read/read.ts'
import { Refusal } from '../../platform/refusal.ts'

interface Unknown {
  field: 'categories' | 'certifications' | 'regions'
  code: string
}

/**
 * A code that nothing has would find nothing, and look as if nothing were on offer. One statement asks about
 * all codes; that a code is whole is by far the likeliest, and an index tells.
 */
export async function assertCodesAreKnown(
  { em, signal }: Pick<Context, 'em' | 'signal'>,
  { categories = [], certifications = [], regions = [] }: SearchFilter,
): Promise<void> {
  if (categories.length + certifications.length + regions.length === 0) return
  const unknown = await readJson<Unknown | null>(
    em,
    `select (select row_to_json(u)::text from (
       select 'categories' as field, v as code from unnest($1::text[]) v where not ${begins('category')}
       union all select 'certifications', v from unnest($2::text[]) v
         where not exists (select from certification_kind k where k.code = v)
       union all select 'regions', v from unnest($3::text[]) v where not ${begins('region')}
     ) u limit 1) as json`,
    [categories, certifications, regions],
    signal,
  )
  if (unknown) throw refusalOf(unknown)
}

const begins = (table: 'category' | 'region') =>
  `(exists (select from ${table} k where k.code = v) or exists (select from ${table} k where starts_with(k.code, v)))`

const listedBy = { categories: 'categories', certifications: 'certificationKinds', regions: 'regions' }

function refusalOf({ field, code }: Unknown): Refusal {
  return new Refusal(
    'BAD_USER_INPUT',
    `\`filter.${field}\`: there is no ${code}; \`${listedBy[field]}\` lists the codes there are.`,
    `filter.${field}`,
  )
}
