import { addEvent } from './event.ts'
import type { Sql } from './sql.ts'

interface Parties {
  event: string
  meeting: string
  enterprise: string
  department: string
}

/** What the demo leaves empty, so that whoever may not see it could be seen to see it. */
export async function fillWhatIsEmpty(sql: Sql, { event, meeting, enterprise, department }: Parties) {
  const [center] = await sql.run<{ center_id: string }>('select center_id from event where id = $1', [event])
  // Nobody but the centre may know of this one.
  await addEvent(sql, {
    center: center?.center_id ?? '',
    title: '아직 모르는 행사',
    state: 'draft',
    slots: 1,
  })
  for (const text of ofEvents) await sql.run(text, [event])
  for (const text of ofMeetings) await sql.run(text, [meeting])
  for (const text of ofEnterprises) await sql.run(text, [enterprise])
  for (const text of ofDepartments) await sql.run(text, [department])
}

const ofEvents = [
  `insert into event_quota (id, event_id, what, minimum, maximum) values (gen_random_uuid(), $1, 'new', 1, 3)`,
  `insert into participant_group (id, event_id, name, note) values (gen_random_uuid(), $1, '시험 묶음', '설명')`,
  `insert into participation_round (participation_id, round_id)
   select p.id, (select min(r.id::text)::uuid from event_round r where r.event_id = p.event_id)
   from participation p where p.event_id = $1 on conflict do nothing`,
  `update person set disabled_at = now() where email = 'colleague@demo.example.kr' and $1::uuid is not null`,
]

const ofMeetings = [
  `insert into event_place_slot (place_id, slot_id, capacity) select place_id, slot_id, 1 from meeting where id = $1
   on conflict do nothing`,
  `update event_place set kind = 'video', link = 'https://meet.example.kr/1', area = '가'
   where id = (select place_id from meeting where id = $1)`,
  `insert into participation_away (participation_id, slot_id)
   select p.id, (select min(s.id::text)::uuid from event_slot s where s.event_id = p.event_id)
   from participation p join meeting m on p.id in (m.enterprise_id, m.department_id) where m.id = $1`,
  `insert into check_in (id, event_id, day_id, participation_id, at)
   select gen_random_uuid(), m.event_id, s.day_id, p.id, now() from meeting m join event_slot s on s.id = m.slot_id
   join participation p on p.id in (m.enterprise_id, m.department_id) where m.id = $1 on conflict do nothing`,
  `update meeting set state = 'no_show', no_show_side = 'both', reason = '시험', started_at = now() where id = $1`,
]

const ofEnterprises = [
  `insert into workforce (id, enterprise_id, year, employees, vulnerable_employees, created_at, updated_at)
   values (gen_random_uuid(), $1, 2025, 10, 4, now(), now())`,
  `insert into membership_request (id, person_id, enterprise_id, created_at)
   select gen_random_uuid(), id, $1, now() from person where role = 'buyer'`,
  `update evidence set url = 'https://evidence.example.kr' where $1::uuid is not null`,
  `update certification set purpose_type = '일자리제공형' where $1::uuid is not null`,
  `update credential set category_code = '44' where $1::uuid is not null`,
]

const ofDepartments = [
  `update department set valid_from = '2000-01-01', valid_until = '2099-12-31' where id = $1`,
  `update institution set valid_from = '2000-01-01', valid_until = '2099-12-31',
     parent_id = (select min(i.id::text)::uuid from institution i where i.center_id = institution.center_id)
   where id = (select institution_id from department where id = $1)`,
]

/** A case about which everything has been said that can be. */
export async function fillCase(sql: Sql, key: string, file: string) {
  await sql.run(
    `update review set cause_detail = '신고', decision_reason = '보완 필요', decided_at = now(), certification_id = null,
       first_approver_id = (select min(p.id::text)::uuid from person p where p.center_id = review.center_id)
     where id = $1`,
    [key],
  )
  await sql.run(
    `update review_item set reason = '서류가 흐립니다.', note_reply = '다시 올렸습니다.' where review_id = $1`,
    [key],
  )
  await sql.run(
    'insert into review_item_file (review_id, number, file_id, added_at) values ($1, 1, $2::uuid, now())',
    [key, file.slice(file.indexOf('_') + 1)],
  )
}
