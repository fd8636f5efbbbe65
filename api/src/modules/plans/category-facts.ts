import type { Context } from '../../platform/context.ts'
import { readJson } from '../../platform/read/read.ts'
import { isActiveAlias } from '../categories/alias.shape.ts'

/** A category whose name, or a term said of it, is one of the texts asked for. */
export interface Fact {
  text: string
  code: string
  relation: 'name' | 'part' | 'synonym' | 'not_this'
}

/** What the classification and the staff say of texts in one spelling. */
export const factsAbout = (
  { em, signal }: Pick<Context, 'em' | 'signal'>,
  texts: string[],
): Promise<Fact[]> =>
  readJson<Fact[]>(
    em,
    `select coalesce(json_agg(f), '[]')::text as json from (
       select a.comparable_term as text, a.category_code as code, a.relation
       from category_alias a where ${isActiveAlias('a')} and a.comparable_term = any($1)
       union all
       select n.text, n.code, min(n.relation) from (
         select c.code, lower(regexp_replace(part, '[^[:alnum:]]', '', 'g')) as text, 'part' as relation
         from category c, regexp_split_to_table(c.name, '[·,/]') part where c.is_active
         union
         select c.code, lower(regexp_replace(c.name, '[^[:alnum:]]', '', 'g')), 'name' from category c where c.is_active
       ) n where n.text = any($1) group by n.text, n.code
     ) f`,
    [texts],
    signal,
  )

/** Categories of products by their ids. */
export const categoriesOf = ({ em, signal }: Pick<Context, 'em' | 'signal'>, ids: string[]) =>
  readJson<Record<string, string>>(
    em,
    `select coalesce(json_object_agg(p.id, p.category_code), '{}')::text as json
     from product p where p.id = any($1::uuid[]) and p.category_code is not null`,
    [ids],
    signal,
  )

/** Names of categories by their codes. */
export const namesOf = ({ em, signal }: Pick<Context, 'em' | 'signal'>, codes: string[]) =>
  readJson<Record<string, string>>(
    em,
    `select coalesce(json_object_agg(c.code, c.name), '{}')::text as json from category c where c.code = any($1)`,
    [codes],
    signal,
  )
