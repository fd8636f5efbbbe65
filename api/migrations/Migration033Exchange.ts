import { Migration } from '@mikro-orm/migrations'

/**
 * 명단 주고받기: lists that are about one event, or plans of one year; and what the lists of an event call its
 * participants, so that wishes which name a number find whom they mean, whichever list comes first.
 */
export class Migration033Exchange extends Migration {
  override up() {
    this.addSql(`
      alter table import_run
        add column event_id uuid references event on delete cascade,
        add column options jsonb not null default '{}',
        add column remarks jsonb not null default '[]'`)
    this.addSql(`create index import_run_event_id_index on import_run (event_id)`)
    this.addSql(`
      create table listed_participant (
        event_id uuid not null references event on delete cascade,
        side text not null check (side in ('enterprise', 'department')),
        number text not null check (number <> ''),
        participation_id uuid not null references participation on delete cascade,
        officer_id uuid references officer on delete set null,
        on_date date,
        known_as text,
        items text,
        category text,
        position integer not null,
        primary key (event_id, side, number)
      )`)
    this.addSql(
      `create index listed_participant_participation_index on listed_participant (participation_id)`,
    )
    this.addSql(`create index listed_participant_officer_index on listed_participant (officer_id)`)
    // What a list says in its own words; it becomes a wish once the other list says who that is.
    this.addSql(`
      create table listed_wish (
        event_id uuid not null,
        side text not null,
        number text not null,
        wished text not null check (wished <> ''),
        primary key (event_id, side, number, wished),
        foreign key (event_id, side, number) references listed_participant on delete cascade
      )`)
    for (const table of ['listed_participant', 'listed_wish']) {
      this.addSql(`alter table ${table} enable row level security`)
      this.addSql(`
        create policy ${table}_scope on ${table} using (
          exists (select 1 from event e where e.id = event_id and e.center_id = scope_center()))`)
    }
  }
}
