import { Migration } from '@mikro-orm/migrations'

/** 행사: editions of a series with rounds, days, slots and places, and who takes part in them. */
export class Migration027Events extends Migration {
  override up() {
    this.addEvents()
    this.addPlaces()
    this.addParticipations()
    this.addScopes()
    this.protect()
  }

  private addEvents() {
    this.addSql(`
      create table event_series (
        id uuid primary key,
        center_id uuid not null references center,
        name text not null check (name <> ''),
        created_at timestamptz not null,
        unique (center_id, name)
      )`)
    this.addSql(`
      create table event (
        id uuid primary key,
        center_id uuid not null references center,
        series_id uuid not null references event_series,
        edition integer not null check (edition > 0),
        kind text not null check (kind in ('briefing', 'consultation', 'matching_day')),
        title text not null check (title <> ''),
        year integer not null check (year between 2000 and 2100),
        host text,
        venue text,
        summary text,
        state text not null default 'draft' check (state in ('draft', 'open', 'curating', 'confirmed', 'held', 'cancelled')),
        requirement_set_series_id uuid,
        apply_until timestamptz,
        wishes_until timestamptz,
        reply_days integer not null default 3 check (reply_days between 1 and 60),
        enterprises_wanted integer check (enterprises_wanted > 0),
        departments_wanted integer check (departments_wanted > 0),
        slot_minutes integer not null default 20 check (slot_minutes between 5 and 480),
        gap_minutes integer not null default 5 check (gap_minutes between 0 and 240),
        fairness integer not null default 2 check (fairness between 0 and 50),
        is_public boolean not null default false,
        plans_shared_at timestamptz,
        version integer not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        unique (series_id, edition)
      )`)
    this.addSql(`create index event_center_id_index on event (center_id, year desc, id)`)
    this.addSql(`
      create table event_round (
        id uuid primary key,
        event_id uuid not null references event on delete cascade,
        number integer not null check (number > 0),
        title text not null check (title <> ''),
        theme text,
        is_online boolean not null default false,
        unique (event_id, number)
      )`)
    this.addSql(`
      create table event_day (
        id uuid primary key,
        event_id uuid not null references event on delete cascade,
        round_id uuid not null references event_round on delete cascade,
        on_date date not null,
        unique (round_id, on_date)
      )`)
    this.addSql(`create index event_day_event_id_index on event_day (event_id)`)
    this.addSql(`
      create table event_slot (
        id uuid primary key,
        event_id uuid not null references event on delete cascade,
        day_id uuid not null references event_day on delete cascade,
        session text not null check (session in ('morning', 'afternoon')),
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        check (ends_at > starts_at),
        unique (day_id, starts_at)
      )`)
    this.addSql(`create index event_slot_event_id_index on event_slot (event_id)`)
    this.addSql(`
      create table programme_item (
        id uuid primary key,
        event_id uuid not null references event on delete cascade,
        day_id uuid not null references event_day on delete cascade,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        title text not null check (title <> ''),
        place text,
        check (ends_at > starts_at)
      )`)
    this.addSql(`create index programme_item_event_id_index on programme_item (event_id, starts_at)`)
    this.addSql(`create index programme_item_day_id_index on programme_item (day_id)`)
    this.addSql(`
      create table event_quota (
        id uuid primary key,
        event_id uuid not null references event on delete cascade,
        what text not null check (what in ('sector', 'kind', 'region', 'group', 'returning', 'new')),
        value text,
        minimum integer check (minimum >= 0),
        maximum integer check (maximum >= minimum),
        check (minimum is not null or maximum is not null),
        unique nulls not distinct (event_id, what, value)
      )`)
    this.addSql(`
      create table participant_group (
        id uuid primary key,
        event_id uuid not null references event on delete cascade,
        name text not null check (name <> ''),
        note text,
        unique (event_id, name)
      )`)
  }

  private addPlaces() {
    this.addSql(`
      create table event_place (
        id uuid primary key,
        event_id uuid not null references event on delete cascade,
        round_id uuid references event_round on delete cascade,
        kind text not null check (kind in ('table', 'booth', 'video')),
        name text not null check (name <> ''),
        area text,
        link text check (link ~ '^https://'),
        capacity integer not null default 1 check (capacity between 1 and 100),
        takes_walk_ins boolean not null default false,
        is_accessible boolean not null default true,
        position integer not null,
        check (kind = 'video' or link is null),
        unique nulls not distinct (event_id, round_id, name)
      )`)
    this.addSql(`create index event_place_round_id_index on event_place (round_id)`)
    // What a place holds in one slot where that differs: 0 closes it.
    this.addSql(`
      create table event_place_slot (
        place_id uuid not null references event_place on delete cascade,
        slot_id uuid not null references event_slot on delete cascade,
        capacity integer not null check (capacity between 0 and 100),
        primary key (place_id, slot_id)
      )`)
    this.addSql(`create index event_place_slot_slot_id_index on event_place_slot (slot_id)`)
  }

  private addParticipations() {
    this.addSql(`
      create table participation (
        id uuid primary key,
        event_id uuid not null references event on delete cascade,
        center_id uuid not null references center,
        side text not null check (side in ('enterprise', 'department')),
        enterprise_id uuid references enterprise on delete cascade,
        department_id uuid references department on delete cascade,
        group_id uuid references participant_group on delete set null,
        origin text not null check (origin in ('applied', 'invited')),
        state text not null check (state in ('invited', 'applied', 'confirmed', 'waitlisted', 'not_selected', 'declined')),
        statement text,
        seats integer not null default 1 check (seats between 1 and 20),
        meetings_most integer check (meetings_most > 0),
        wait_rank integer check (wait_rank > 0),
        reason_code text,
        reason text,
        decided_at timestamptz,
        decided_by_id uuid references person,
        letter_sent_at timestamptz,
        reply_until timestamptz,
        place_id uuid references event_place on delete set null,
        version integer not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        check ((side = 'enterprise') = (enterprise_id is not null)),
        check ((side = 'department') = (department_id is not null)),
        unique (event_id, enterprise_id),
        unique (event_id, department_id)
      )`)
    this.addSql(`create index participation_queue_index on participation (event_id, side, state)`)
    this.addSql(`create index participation_enterprise_id_index on participation (enterprise_id)`)
    this.addSql(`create index participation_department_id_index on participation (department_id)`)
    this.addSql(`create index participation_group_id_index on participation (group_id)`)
    this.addSql(`create index participation_place_id_index on participation (place_id)`)
    // 회차: none listed means all of them.
    this.addSql(`
      create table participation_round (
        participation_id uuid not null references participation on delete cascade,
        round_id uuid not null references event_round on delete cascade,
        primary key (participation_id, round_id)
      )`)
    this.addSql(`create index participation_round_round_id_index on participation_round (round_id)`)
    this.addSql(`
      create table participation_away (
        participation_id uuid not null references participation on delete cascade,
        slot_id uuid not null references event_slot on delete cascade,
        primary key (participation_id, slot_id)
      )`)
    this.addSql(`create index participation_away_slot_id_index on participation_away (slot_id)`)
    this.addSql(`
      create table participation_officer (
        participation_id uuid not null references participation on delete cascade,
        officer_id uuid not null references officer on delete cascade,
        primary key (participation_id, officer_id)
      )`)
    this.addSql(`create index participation_officer_officer_id_index on participation_officer (officer_id)`)
  }

  /** Run as the owner of the tables: a policy that asked the protected tables would ask itself. */
  private addScopes() {
    this.addSql(`
      create function own_participations() returns setof uuid language sql stable security definer
        set search_path = public as $$
        select p.id from participation p
         where p.enterprise_id = any(scope_enterprises()) or p.department_id = any(scope_departments())
      $$`)
    this.addSql(`
      create function takes_part(event uuid) returns boolean language sql stable security definer
        set search_path = public as $$
        select exists (select 1 from participation p where p.event_id = event and p.state = 'confirmed'
          and (p.enterprise_id = any(scope_enterprises()) or p.department_id = any(scope_departments())))
      $$`)
    this.addSql(`
      create function is_plan_shared(department uuid, plan_year integer) returns boolean language sql stable
        security definer set search_path = public as $$
        select exists (select 1 from participation p join event e on e.id = p.event_id
          where p.department_id = department and p.state = 'confirmed' and e.plans_shared_at is not null
            and e.year = plan_year and takes_part(e.id))
      $$`)
    this.addSql(`
      create function confirmed_participants(event uuid, wanted_side text) returns bigint language sql stable
        security definer set search_path = public as $$
        select count(*) from participation p where p.event_id = event and p.side = wanted_side and p.state = 'confirmed'
      $$`)
    // Who takes part is published with the event, once the participants stand.
    this.addSql(`
      create function published_participants(event uuid) returns setof uuid language sql stable
        security definer set search_path = public as $$
        select p.enterprise_id from participation p join event e on e.id = p.event_id
         where p.event_id = event and p.side = 'enterprise' and p.state = 'confirmed'
           and e.is_public and e.state in ('confirmed', 'held')
      $$`)
    this.addSql(`
      create function published_institutions(event uuid) returns setof text language sql stable
        security definer set search_path = public as $$
        select distinct i.name from participation p join event e on e.id = p.event_id
          join department d on d.id = p.department_id join institution i on i.id = d.institution_id
         where p.event_id = event and p.state = 'confirmed' and e.is_public and e.state in ('confirmed', 'held')
      $$`)
    this.addSql(`
      create policy planned_purchase_is_shared on planned_purchase for select
        using (visibility = 'participants' and is_plan_shared(department_id, year))`)
  }

  private protect() {
    this.addSql(`alter table event_series enable row level security`)
    this.addSql(`create policy event_series_is_known on event_series for select using (true)`)
    this.addSql(`create policy event_series_scope on event_series using (center_id = scope_center())`)
    this.addSql(`alter table event enable row level security`)
    this.addSql(`create policy event_scope on event using (center_id = scope_center())`)
    this.addSql(`
      create policy event_is_known on event for select using (is_public and state <> 'draft'
        or exists (select 1 from participation p where p.event_id = event.id and p.id in (select own_participations())))`)
    for (const table of [
      'event_round',
      'event_day',
      'event_slot',
      'programme_item',
      'event_quota',
      'participant_group',
      'event_place',
    ]) {
      this.addSql(`alter table ${table} enable row level security`)
      this.addSql(`
        create policy ${table}_scope on ${table} using (
          exists (select 1 from event e where e.id = event_id and e.center_id = scope_center()))`)
      this.addSql(`
        create policy ${table}_is_known on ${table} for select using (
          exists (select 1 from event e where e.id = event_id))`)
    }
    this.addSql(`alter table event_place_slot enable row level security`)
    this.addSql(`
      create policy event_place_slot_scope on event_place_slot using (
        exists (select 1 from event_place p join event e on e.id = p.event_id
          where p.id = place_id and e.center_id = scope_center()))`)
    this.addSql(`
      create policy event_place_slot_is_known on event_place_slot for select using (
        exists (select 1 from event_place p where p.id = place_id))`)
    this.addSql(`alter table participation enable row level security`)
    this.addSql(`
      create policy participation_scope on participation using (center_id = scope_center()
        or enterprise_id = any(scope_enterprises()) or department_id = any(scope_departments()))`)
    this.addSql(`
      create policy participation_of_counterpart on participation for select
        using (state = 'confirmed' and takes_part(event_id))`)
    for (const table of ['participation_round', 'participation_away', 'participation_officer']) {
      this.addSql(`alter table ${table} enable row level security`)
      this.addSql(`
        create policy ${table}_scope on ${table} using (
          exists (select 1 from participation p where p.id = participation_id and (p.center_id = scope_center()
            or p.enterprise_id = any(scope_enterprises()) or p.department_id = any(scope_departments()))))`)
    }
  }
}
