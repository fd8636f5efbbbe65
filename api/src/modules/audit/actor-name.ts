/** SQL over `ledger`: on which side who did it stands. */
export const actorSideSql = (row: string) => `case ${row}.actor_role
  when 'staff' then '센터' when 'lead' then '센터' when 'enterprise' then '기업' when 'buyer' then '구매담당자' else '시스템' end`

/**
 * SQL over `ledger`: who did it, as far as the one who asks may know. Staff see the names of their own centre and of
 * enterprises, members those of their own enterprises; anybody else is a side: 센터, 기업.
 */
export const actorNameSql = (row: string) => `coalesce((
  select p.name from person p where p.id = ${row}.actor_id and (
    (scope_center() is not null and (p.center_id is null or p.center_id = scope_center()))
    or exists (select 1 from enterprise_member m where m.person_id = p.id and m.enterprise_id = any(scope_enterprises()))
  )), ${actorSideSql(row)})`
