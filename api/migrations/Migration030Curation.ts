import { Migration } from '@mikro-orm/migrations'

const isTold = (row: string) => `coalesce(${row}.told_state, ${row}.state) = 'confirmed'`

/** 선정: what participants have been told, who decided what, by which weights applicants are ranked. */
export class Migration030Curation extends Migration {
  override up() {
    this.tellWhatIsKnown()
    this.openToWhoIsTold()
    this.countThoseBefore()
    this.addDecisions()
    this.addWeights()
  }

  /**
   * A decision is the desk's own until its letter leaves: `told_state` is what the participant knows. Changes are
   * numbered, so that a board asks for what is new; curation writes under one lock per event, hence in that order.
   */
  private tellWhatIsKnown() {
    this.addSql(`alter table participation add column told_state text, add column told_reason text`)
    this.addSql(`create sequence participation_change`)
    this.addSql(
      `alter table participation add column change_number bigint not null default nextval('participation_change')`,
    )
    this.addSql(`create index participation_change_index on participation (event_id, change_number)`)
    this.addSql(`
      create function number_participation_change() returns trigger language plpgsql as $$
        begin
          new.change_number := nextval('participation_change');
          return new;
        end
      $$`)
    this.addSql(`
      create trigger participation_is_changed before update on participation
        for each row execute function number_participation_change()`)
  }

  /** Nobody takes part, reads what participants read or is published as one before being told so. */
  private openToWhoIsTold() {
    this.addSql(`
      create or replace function takes_part(event uuid) returns boolean language sql stable security definer
        set search_path = public as $$
        select exists (select 1 from participation p where p.event_id = event and p.state = 'confirmed'
          and ${isTold('p')}
          and (p.enterprise_id = any(scope_enterprises()) or p.department_id = any(scope_departments())))
      $$`)
    this.addSql(`
      alter policy participation_of_counterpart on participation
        using (state = 'confirmed' and ${isTold('participation')} and takes_part(event_id))`)
    this.addSql(`
      create or replace function published_participants(event uuid) returns setof uuid language sql stable
        security definer set search_path = public as $$
        select p.enterprise_id from participation p join event e on e.id = p.event_id
         where p.event_id = event and p.side = 'enterprise' and p.state = 'confirmed' and ${isTold('p')}
           and e.is_public and e.state in ('confirmed', 'held')
      $$`)
    this.addSql(`
      create or replace function published_institutions(event uuid) returns setof text language sql stable
        security definer set search_path = public as $$
        select distinct i.name from participation p join event e on e.id = p.event_id
          join department d on d.id = p.department_id join institution i on i.id = d.institution_id
         where p.event_id = event and p.state = 'confirmed' and ${isTold('p')}
           and e.is_public and e.state in ('confirmed', 'held')
      $$`)
  }

  /** Whoever waits may know how many are before them, and nothing else of them. */
  private countThoseBefore() {
    this.addSql(`
      create function waitlist_place(participation_id uuid) returns bigint language sql stable security definer
        set search_path = public as $$
        select count(*) from participation p join participation o on o.event_id = p.event_id and o.side = p.side
          and o.state = 'waitlisted' and (o.wait_rank, o.id) <= (p.wait_rank, p.id)
         where p.id = participation_id
      $$`)
  }

  private addDecisions() {
    this.addSql(`
      create table participation_decision (
        id uuid primary key,
        act_id uuid not null,
        event_id uuid not null references event on delete cascade,
        participation_id uuid not null references participation on delete cascade,
        by_id uuid not null references person,
        at timestamptz not null,
        before jsonb not null,
        state text not null,
        version integer not null,
        undone_at timestamptz
      )`)
    this.addSql(
      `create index participation_decision_of_person_index on participation_decision (event_id, by_id, id desc)`,
    )
    this.addSql(
      `create index participation_decision_participation_index on participation_decision (participation_id, id desc)`,
    )
    this.addSql(`alter table participation_decision enable row level security`)
    this.addSql(`
      create policy participation_decision_scope on participation_decision using (
        exists (select 1 from event e where e.id = event_id and e.center_id = scope_center()))`)
  }

  private addWeights() {
    this.addSql(`
      create table curation_weights (
        event_id uuid not null references event on delete cascade,
        version integer not null check (version > 0),
        items integer not null check (items between 0 and 100),
        items_full integer not null check (items_full between 1 and 1000),
        capacity integer not null check (capacity between 0 and 100),
        records integer not null check (records between 0 and 100),
        records_full integer not null check (records_full between 1 and 100),
        record_years integer not null check (record_years between 1 and 20),
        terms integer not null check (terms between 0 and 100),
        returner integer not null check (returner between 0 and 100),
        newcomer integer not null check (newcomer between 0 and 100),
        need integer not null check (need between 0 and 100),
        changed_by_id uuid references person on delete set null,
        changed_at timestamptz not null,
        primary key (event_id, version)
      )`)
    this.addSql(`alter table curation_weights enable row level security`)
    this.addSql(`
      create policy curation_weights_scope on curation_weights using (
        exists (select 1 from event e where e.id = event_id and e.center_id = scope_center()))`)
    // What applicants were ranked by stays as it was.
    this.addSql(`revoke update, delete on curation_weights from panro_request`)
  }
}
