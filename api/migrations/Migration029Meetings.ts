import { Migration } from '@mikro-orm/migrations'

/** 시간표와 상담: timetables in versions, meetings with their seats, and what came of them. */
export class Migration029Meetings extends Migration {
  override up() {
    this.addTimetables()
    this.addMeetings()
    this.addOutcomes()
    this.protect()
  }

  private addTimetables() {
    this.addSql(`
      create table timetable_run (
        id uuid primary key,
        event_id uuid not null references event on delete cascade,
        round_id uuid not null references event_round on delete cascade,
        center_id uuid not null references center,
        number integer not null check (number > 0),
        state text not null check (state in ('solving', 'draft', 'published', 'superseded', 'discarded', 'failed')),
        kind text not null default 'fresh' check (kind in ('fresh', 'repair')),
        based_on_id uuid references timetable_run,
        input_hash text not null,
        budget_seconds double precision not null check (budget_seconds > 0),
        status text check (status in ('optimal', 'feasible', 'infeasible', 'unknown')),
        breaks integer,
        bound integer,
        idle integer,
        moved integer,
        seconds double precision,
        reason text,
        progress jsonb,
        requested_by_id uuid references person,
        created_at timestamptz not null,
        ended_at timestamptz,
        published_at timestamptz,
        unique (round_id, number)
      )`)
    this.addSql(
      `create unique index timetable_run_one_published on timetable_run (round_id) where state = 'published'`,
    )
    this.addSql(`create index timetable_run_event_id_index on timetable_run (event_id)`)
    this.addSql(`
      create table timetable_place (
        run_id uuid not null references timetable_run on delete cascade,
        match_id uuid not null references match on delete cascade,
        slot_id uuid not null references event_slot on delete cascade,
        place_id uuid not null references event_place on delete cascade,
        is_pinned boolean not null default false,
        primary key (run_id, match_id)
      )`)
    this.addSql(`create index timetable_place_match_id_index on timetable_place (match_id)`)
  }

  private addMeetings() {
    this.addSql(`
      create table meeting (
        id uuid primary key,
        event_id uuid not null references event on delete cascade,
        round_id uuid not null references event_round on delete cascade,
        center_id uuid not null references center,
        match_id uuid references match on delete set null,
        run_id uuid references timetable_run on delete set null,
        origin text not null check (origin in ('timetable', 'walk_in')),
        enterprise_id uuid not null references participation on delete cascade,
        department_id uuid references participation on delete cascade,
        visitor_department text,
        slot_id uuid references event_slot,
        place_id uuid references event_place,
        place_seat integer not null default 0 check (place_seat >= 0),
        state text not null check (state in ('planned', 'started', 'held', 'no_show', 'cancelled')),
        no_show_side text check (no_show_side in ('enterprise', 'department', 'both')),
        reason text,
        started_at timestamptz,
        ended_at timestamptz,
        entry_key uuid unique,
        version integer not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        check (origin = 'walk_in' or department_id is not null),
        check ((state = 'no_show') = (no_show_side is not null))
      )`)
    // Two people at once never book one seat of a place twice, whatever the code believes.
    this.addSql(`
      create unique index meeting_one_seat on meeting (slot_id, place_id, place_seat)
        where state not in ('cancelled', 'no_show')`)
    this.addSql(`create unique index meeting_one_match on meeting (match_id) where state <> 'cancelled'`)
    this.addSql(`create index meeting_event_id_index on meeting (event_id, slot_id)`)
    this.addSql(`create index meeting_enterprise_id_index on meeting (enterprise_id)`)
    this.addSql(`create index meeting_department_id_index on meeting (department_id)`)
    this.addSql(`
      create table meeting_seat (
        meeting_id uuid not null references meeting on delete cascade,
        participation_id uuid not null references participation on delete cascade,
        slot_id uuid not null references event_slot,
        seat integer not null default 0 check (seat >= 0),
        primary key (meeting_id, participation_id),
        unique (slot_id, participation_id, seat)
      )`)
    this.addSql(`create index meeting_seat_participation_id_index on meeting_seat (participation_id)`)
  }

  private addOutcomes() {
    this.addSql(`
      create table event_pass (
        id uuid primary key,
        token_hash text not null unique,
        kind text not null check (kind in ('check_in', 'entry')),
        event_id uuid not null references event on delete cascade,
        participation_id uuid not null references participation on delete cascade,
        officer_id uuid references officer on delete cascade,
        day_id uuid references event_day on delete cascade,
        valid_until timestamptz not null,
        revoked_at timestamptz,
        created_at timestamptz not null
      )`)
    this.addSql(`create index event_pass_participation_id_index on event_pass (participation_id)`)
    // Whoever holds a pass is nobody yet: what it opens is found as the owner of the tables, by its hash alone.
    this.addSql(`
      create function pass_of(hash text) returns table (id uuid, kind text, event_id uuid, participation_id uuid,
          attendee_id uuid, day_id uuid, valid_until timestamptz, revoked_at timestamptz, enterprise_id uuid,
          department_id uuid)
        language sql stable security definer set search_path = public as $$
        select t.id, t.kind, t.event_id, t.participation_id, t.officer_id, t.day_id, t.valid_until, t.revoked_at,
          p.enterprise_id, p.department_id
          from event_pass t join participation p on p.id = t.participation_id where t.token_hash = hash
      $$`)
    this.addSql(`
      create table check_in (
        id uuid primary key,
        event_id uuid not null references event on delete cascade,
        day_id uuid not null references event_day on delete cascade,
        participation_id uuid not null references participation on delete cascade,
        officer_id uuid references officer on delete set null,
        at timestamptz not null,
        by_id uuid references person,
        unique nulls not distinct (day_id, participation_id, officer_id)
      )`)
    this.addSql(`create index check_in_event_id_index on check_in (event_id)`)
    this.addSql(`
      create table outcome (
        id uuid primary key,
        meeting_id uuid not null references meeting on delete cascade,
        side text not null check (side in ('enterprise', 'department', 'staff')),
        result text not null check (result in ('contract', 'quotation', 'material', 'meet_again', 'no_fit')),
        won bigint check (won >= 0),
        item text,
        category_code text references category,
        next_step text,
        due_on date,
        note text,
        entry_key uuid not null unique,
        entered_by_id uuid references person,
        pass_id uuid references event_pass,
        version integer not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        unique (meeting_id, side)
      )`)
    this.addSql(`
      create table follow_up (
        id uuid primary key,
        event_id uuid not null references event on delete cascade,
        meeting_id uuid not null references meeting on delete cascade,
        outcome_id uuid unique references outcome on delete cascade,
        kind text not null check (kind in ('step', 'consultation')),
        what text not null check (what <> ''),
        due_on date not null,
        done_on date,
        result text,
        version integer not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null
      )`)
    this.addSql(`create index follow_up_event_id_index on follow_up (event_id, due_on)`)
    this.addSql(`create index follow_up_meeting_id_index on follow_up (meeting_id)`)
  }

  private protect() {
    const ofMeeting = `enterprise_id in (select own_participations()) or department_id in (select own_participations())`
    const policies = {
      timetable_run: `center_id = scope_center()`,
      timetable_place: `exists (select 1 from timetable_run r where r.id = run_id)`,
      meeting: `center_id = scope_center() or ${ofMeeting}`,
      meeting_seat: `exists (select 1 from meeting m where m.id = meeting_id)`,
      event_pass: `exists (select 1 from event e where e.id = event_id and e.center_id = scope_center())
        or participation_id in (select own_participations())`,
      check_in: `exists (select 1 from event e where e.id = event_id and e.center_id = scope_center())
        or participation_id in (select own_participations())`,
      outcome: `exists (select 1 from meeting m where m.id = meeting_id and (m.center_id = scope_center()
        or side = 'enterprise' and m.enterprise_id in (select own_participations())
        or side = 'department' and m.department_id in (select own_participations())))`,
      follow_up: `exists (select 1 from meeting m where m.id = meeting_id)
        and (outcome_id is null or exists (select 1 from outcome o where o.id = outcome_id))`,
    }
    for (const [table, condition] of Object.entries(policies)) {
      this.addSql(`alter table ${table} enable row level security`)
      this.addSql(`create policy ${table}_scope on ${table} using (${condition})`)
    }
  }
}
