import { Migration } from '@mikro-orm/migrations'

/** 일괄 작업: one step for many rows of a list, rehearsed before it is done; seen by whoever asked for it. */
export class Migration023BulkRuns extends Migration {
  override up() {
    this.addSql(`
      create table bulk_run (
        id uuid primary key,
        person_id uuid not null references person on delete cascade,
        center_id uuid not null references center,
        action text not null,
        state text not null check (state in ('checking', 'checked', 'running', 'done', 'stopped')),
        to_id uuid references person on delete cascade,
        reason text,
        undoes_id uuid unique references bulk_run on delete cascade,
        attempts integer not null default 0,
        created_at timestamptz not null,
        updated_at timestamptz not null
      )`)
    this.addSql(
      `create index bulk_run_at_work on bulk_run (created_at) where state in ('checking', 'running')`,
    )
    this.addSql(`create index bulk_run_person_id on bulk_run (person_id)`)
    this.addSql(`create index bulk_run_to_id on bulk_run (to_id) where to_id is not null`)
    this.addSql(`
      create table bulk_row (
        run_id uuid not null references bulk_run on delete cascade,
        number integer not null,
        target_id uuid not null,
        seen_version integer not null,
        made_version integer,
        outcome text check (outcome in ('would_change', 'changed', 'refused')),
        code text,
        block text,
        message text,
        primary key (run_id, number)
      )`)
    for (const [table, condition] of [
      ['bulk_run', 'person_id = scope_person() and center_id = scope_center()'],
      ['bulk_row', 'exists (select 1 from bulk_run r where r.id = run_id)'],
    ]) {
      this.addSql(`alter table ${table} enable row level security`)
      this.addSql(`create policy ${table}_scope on ${table} using (${condition}) with check (${condition})`)
    }
  }
}
