import { Migration } from '@mikro-orm/migrations'

/** 센터 규칙: what a centre has decided for its own people, and from when on. A change is a new row. */
export class Migration025CenterRules extends Migration {
  override up() {
    this.addSql(`
      create table center_rule (
        id uuid primary key,
        center_id uuid not null references center,
        name text not null check (name in ('second_factor')),
        version integer not null check (version > 0),
        is_on boolean not null,
        since date not null,
        changed_by_id uuid references person on delete set null,
        changed_at timestamptz not null,
        unique (center_id, name, version)
      )`)
    this.addSql(`alter table center_rule enable row level security`)
    this.addSql(`create policy center_rule_scope on center_rule using (center_id = scope_center())`)
    // What was decided stays as it was.
    this.addSql(`revoke update, delete on center_rule from panro_request`)
  }
}
