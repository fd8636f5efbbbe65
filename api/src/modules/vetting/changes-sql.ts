/** What an entry of the ledger says has changed; who is meant by an id is told by name. */
export const changesSql = (detail: string) => `(
  select coalesce(json_agg(json_build_object(
    'field', c.value->>'field', 'from', ${named("c.value->>'from'")}, 'to', ${named("c.value->>'to'")}
  ) order by c.ordinality), '[]')
  from jsonb_array_elements(${detail}->'changes') with ordinality c)`

export const named = (value: string) =>
  `case when c.value->>'field' in ('assignee', 'firstApprover')
    then (select p.name from person p where p.id::text = ${value}) else ${value} end`
