/** Rounds a participation `p` takes part in; none listed means all of them. */
const roundsOf = `coalesce(
  (select json_agg(r.number order by r.number) from participation_round pr join event_round r on r.id = pr.round_id where pr.participation_id = p.id),
  (select json_agg(r.number order by r.number) from event_round r where r.event_id = e.id), '[]')`

const firstDay = `(select min(on_date) from event_day where event_id = e.id)`

/** Certificates that counted on the first day of the event, of enterprise `p.enterprise_id`. */
const counted = `certification c join certification_kind k on k.code = c.kind_code
  where c.enterprise_id = p.enterprise_id
    and certification_validity(c.valid_from, c.valid_until, c.cancelled_on, c.returned_on, c.has_unknown_dates, ${firstDay}) = 'valid'`

const enterprises = `
  select coalesce(json_agg(json_build_object(
    'id', p.id, 'name', n.name, 'state', p.state, 'group', g.name, 'rounds', ${roundsOf},
    'kinds', coalesce((select json_agg(distinct c.kind_code) from ${counted}), '[]'),
    'isSocialEconomy', exists (select 1 from ${counted} and k.is_social_economy)
  ) order by n.name, p.id), '[]')
  from participation p join enterprise n on n.id = p.enterprise_id left join participant_group g on g.id = p.group_id
  where p.event_id = e.id and p.side = 'enterprise'`

const departments = `
  select coalesce(json_agg(json_build_object(
    'id', p.id, 'name', d.name, 'state', p.state, 'rounds', ${roundsOf},
    'institutionId', i.id, 'institution', i.name, 'institutionKind', i.kind,
    'officers', (select count(*) from participation_officer po where po.participation_id = p.id),
    'checkedIn', (select count(distinct coalesce(c.officer_id, c.participation_id)) from check_in c where c.participation_id = p.id)
  ) order by i.name, d.name, p.id), '[]')
  from participation p join department d on d.id = p.department_id join institution i on i.id = d.institution_id
  where p.event_id = e.id and p.side = 'department'`

const meetings = `
  select coalesce(json_agg(json_build_object(
    'id', m.id, 'round', r.number, 'origin', m.origin, 'state', m.state,
    'label', n.name || ' · ' || coalesce(i.name || ' ' || d.name, m.visitor_department, '방문객'),
    'amounts', coalesce((select json_object_agg(o.side, o.won) from outcome o where o.meeting_id = m.id and o.won is not null), '{}'),
    'results', coalesce((select json_agg(distinct o.result) from outcome o where o.meeting_id = m.id), '[]')
  ) order by r.number, m.id), '[]')
  from meeting m
  join event_round r on r.id = m.round_id
  join participation pe on pe.id = m.enterprise_id join enterprise n on n.id = pe.enterprise_id
  left join participation pd on pd.id = m.department_id
  left join department d on d.id = pd.department_id left join institution i on i.id = d.institution_id
  where m.event_id = e.id`

const plans = `
  select coalesce(json_agg(json_build_object('id', b.id, 'label', d.name || ' · ' || b.item, 'won', b.won) order by d.name, b.id), '[]')
  from planned_purchase b join department d on d.id = b.department_id
  where b.year = e.year and b.state = 'planned' and exists (
    select 1 from participation p where p.event_id = e.id and p.department_id = d.id and p.state = 'confirmed')`

const followUps = `
  select coalesce(json_agg(json_build_object('id', f.id, 'label', f.what, 'isDone', f.done_on is not null) order by f.due_on, f.id), '[]')
  from follow_up f where f.event_id = e.id`

const responses = `
  select coalesce(json_agg(json_build_object('survey', s.title, 'audience', s.audience,
    'n', (select count(*) from response r where r.survey_id = s.id)) order by s.created_at), '[]')
  from survey s where s.event_id = e.id`

/** $1: the event. */
export const eventFactsSql = `
  select json_build_object(
    'id', e.id, 'title', e.title, 'year', e.year, 'edition', e.edition, 'series', s.name, 'on', ${firstDay},
    'rounds', (select coalesce(json_agg(json_build_object('number', r.number, 'title', r.title, 'theme', r.theme) order by r.number), '[]')
               from event_round r where r.event_id = e.id),
    'groups', (select coalesce(json_agg(g.name order by g.name), '[]') from participant_group g where g.event_id = e.id),
    'kindNames', (select json_object_agg(k.code, k.name order by k.position) from certification_kind k),
    'enterprises', (${enterprises}),
    'departments', (${departments}),
    'meetings', (${meetings}),
    'plans', (${plans}),
    'followUps', (${followUps}),
    'responses', (${responses})
  )::text as json
  from event e join event_series s on s.id = e.series_id
  where e.id = $1`
