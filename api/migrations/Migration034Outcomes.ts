import { Migration } from '@mikro-orm/migrations'

/** 희망의 결과: a participant learns what became of its own wishes, and invitations that nobody answers run out. */
export class Migration034Outcomes extends Migration {
  override up() {
    // Whose cap or time stood in the way: the sentence names them, which a participant may not be told of others.
    this.addSql(
      `alter table match add column left_out_party_id uuid references participation on delete set null`,
    )
    this.addSql(`create index match_left_out_party_id_index on match (left_out_party_id)`)
    this.addSql(
      `create index participation_unanswered_index on participation (reply_until) where state = 'invited'`,
    )
    // Whoever declines sees nobody else's row, and has to hand on what it gives up.
    this.addSql(`
      create function invited_participants(event uuid, wanted_side text) returns bigint language sql stable
        security definer set search_path = public as $$
        select count(*) from participation p where p.event_id = event and p.side = wanted_side and p.state = 'invited'
      $$`)
    this.addOutcomes()
  }

  /**
   * Only wishes of the participant itself, only once every round in which the pair could have met has a published
   * timetable, and only why: neither what the other side said nor anything of other pairs.
   */
  private addOutcomes() {
    this.addSql(`
      create function wish_outcomes(participation_id uuid)
        returns table (to_id uuid, meets boolean, was_cancelled boolean, code text, is_ours boolean)
        language sql stable security definer set search_path = public as $$
        select w.to_id,
          m.state = 'chosen' and exists (select 1 from meeting x where x.match_id = m.id and x.state <> 'cancelled'),
          exists (select 1 from meeting x where x.match_id = m.id and x.state = 'cancelled'),
          m.left_out_code, coalesce(m.left_out_party_id = w.from_id, false)
        from participation p
        join wish w on w.from_id = p.id and w.choice <> 'no'
        join match m on m.event_id = p.event_id
          and m.enterprise_id = case p.side when 'enterprise' then w.from_id else w.to_id end
          and m.department_id = case p.side when 'enterprise' then w.to_id else w.from_id end
        where p.id = $1 and (p.center_id = scope_center() or p.id in (select own_participations()))
          and exists (select 1 from timetable_run r where r.event_id = p.event_id and r.state = 'published')
          and not exists (
            select 1 from event_round x where x.event_id = p.event_id and (m.round_id is null or m.round_id = x.id)
              and exists (select 1 from event_slot s join event_day d on d.id = s.day_id where d.round_id = x.id)
              and not exists (select 1 from timetable_run r where r.round_id = x.id and r.state = 'published'))
      $$`)
  }
}
