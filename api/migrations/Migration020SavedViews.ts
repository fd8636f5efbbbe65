import { Migration } from '@mikro-orm/migrations'

/** 저장한 보기: how the staff of a centre look at their lists, for oneself or for the whole centre. */
export class Migration020SavedViews extends Migration {
  override up() {
    this.addSql(`
      create table saved_view (
        id uuid primary key,
        person_id uuid not null references person on delete cascade,
        center_id uuid not null references center,
        list text not null check (list ~ '^[a-z_]{1,40}$'),
        name text not null check (name <> ''),
        filter jsonb not null check (jsonb_typeof(filter) = 'array'),
        columns text[],
        sort text,
        density text check (density in ('comfortable', 'compact')),
        is_shared boolean not null default false,
        version integer not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null
      )`)
    // Two views of one name in one list could not be told apart; a team has its own names.
    this.addSql(`create unique index saved_view_own_name on saved_view (person_id, list, lower(name))`)
    this.addSql(
      `create unique index saved_view_team_name on saved_view (center_id, list, lower(name)) where is_shared`,
    )
    this.addSql(`alter table saved_view enable row level security`)
    this.addSql(`
      create policy saved_view_scope on saved_view
        using (center_id = scope_center() and (person_id = scope_person() or is_shared))
        with check (center_id = scope_center())`)
  }
}
