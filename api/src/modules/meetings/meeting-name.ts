/** What a participant is called: an enterprise by its name, a department after its institution. */
export const partyNameSql = (participation: string) => `(
  select coalesce(
    (select e.name from enterprise e where e.id = pn.enterprise_id),
    (select i.name || ' ' || d.name from department d join institution i on i.id = d.institution_id
      where d.id = pn.department_id))
  from participation pn where pn.id = ${participation})`

/** The department of a meeting: the one that takes part, or as a walk-in has called itself. */
export const departmentNameSql = (meeting: string) =>
  `coalesce(${partyNameSql(`${meeting}.department_id`)}, ${meeting}.visitor_department)`

export const meetingNameSql = (meeting: string) =>
  `(${partyNameSql(`${meeting}.enterprise_id`)} || ' × ' || coalesce(${departmentNameSql(meeting)}, '?'))`
